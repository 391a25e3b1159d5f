using Loadstone.Laboratory.Rheometry;
using Loadstone.Laboratory.Tables;
using Loadstone.Slurry;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Rheometry;

public class FlowAnalysisTests
{
    public static TheoryData<string, FlowLaw> Laws => new()
    {
        { "power law", new PowerLaw(9, 0.6) },
        { "Casson", new Casson(6, 0.8) },
        { "Herschel–Bulkley", new HerschelBulkley(8, 12, 0.55) },
        { "Cross", new Cross(20, 0.3, 1.5, 0.8) },
        { "Carreau", new CarreauYasuda(20, 0.3, 1.5, 0.3) },
    };

    /// <summary>Without noise each law gives itself back, and is found to be the law: otherwise comparison of models would mislead.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void Clean_curves_give_their_law_back(string name, FlowLaw law)
    {
        FlowAnalysis found = FlowAnalysis.Of(RheometryTrials.Curve(law.Stress, noise: 1e-6));
        found.Fits[0].Name.ShouldBe(name);
        foreach (double rate in new[] { 0.003, 0.1, 30, 3000 }) found.Fits[0].Law.Stress(rate).ShouldBe(law.Stress(rate), 1e-3 * law.Stress(rate));
        if (law.YieldStress > 0) found.Fits[0].YieldStress!.Value.Value.ShouldBe(law.YieldStress, 1e-3 * law.YieldStress);
    }

    /// <summary>With 2 % of noise the law that made the points is still the best one in most cases, and never one without its yield stress.</summary>
    [Fact]
    public void Noise_does_not_turn_the_ranking()
    {
        string[] best = [.. Enumerable.Range(1, 40).Select(seed => FlowAnalysis.Of(RheometryTrials.Curve(RheometryTrials.Bulkley, 0.02, seed)).Fits[0].Name)];
        best.Count(name => name == "Herschel–Bulkley").ShouldBeGreaterThan(30);
        best.ShouldNotContain("power law");
    }

    /// <summary>What is read from the curve itself needs no law: viscosity at rest and in the coater, and the index, to 1e-3.</summary>
    [Fact]
    public void Numbers_are_read_without_a_law()
    {
        FlowAnalysis found = FlowAnalysis.Of(RheometryTrials.Curve(RheometryTrials.Bulkley));
        found.LowShear!.Value.Value.ShouldBe(RheometryTrials.Bulkley(0.1) / 0.1, 1e-3 * RheometryTrials.Bulkley(0.1) / 0.1);
        found.CoatingShear!.Value.Value.ShouldBe(RheometryTrials.WindowMean, 1e-3 * RheometryTrials.WindowMean);
        found.ThinningIndex!.Value.Value.ShouldBe(Math.Log10(RheometryTrials.Bulkley(100) / RheometryTrials.Bulkley(10)), 1e-3);
    }

    /// <summary>A liquid without yield stress must not be given one.</summary>
    [Fact]
    public void A_liquid_without_yield_stress_is_said_to_show_none()
    {
        FlowAnalysis found = FlowAnalysis.Of(RheometryTrials.Curve(r => 9 * Math.Pow(r, 0.6), 0.02));
        found.Warnings.ShouldContain(w => w.StartsWith("Herschel–Bulkley: the data show no yield stress", StringComparison.Ordinal));
    }

    /// <summary>A yield stress far below the smallest stress measured rests on the law alone.</summary>
    [Fact]
    public void An_extrapolated_yield_stress_is_told()
    {
        FlowCurve curve = RheometryTrials.Curve(new Casson(2, 2).Stress, 0.005).Part(FlowRamp.Both, 10);
        FlowAnalysis.Of(curve).Warnings.ShouldContain(w => w.StartsWith("Casson: the yield stress", StringComparison.Ordinal) && w.Contains("extrapolated", StringComparison.Ordinal));
    }

    /// <summary>Ramps that differ are told with their difference, and can be taken apart.</summary>
    [Fact]
    public void A_loop_is_noticed()
    {
        double[] up = [1, 2, 5, 10, 20, 50, 100], rates = [.. up, .. up.Reverse().Skip(1)];
        var curve = new FlowCurve("loop", rates, [.. rates.Select((r, i) => 10 * Math.Pow(r, 0.5) * (i < up.Length ? 1.2 : 1))], []);
        FlowAnalysis.Of(curve).Warnings.ShouldContain(w => w.Contains("20 %", StringComparison.Ordinal) && w.Contains("--ramp", StringComparison.Ordinal));
        FlowAnalysis.Of(curve.Part(FlowRamp.Down)).Fits[0].Law.Stress(10).ShouldBe(10 * Math.Sqrt(10) * 1.0, 2);
    }

    /// <summary>A table in the instrument's units gives the same curve as one in SI.</summary>
    [Fact]
    public void Units_are_converted_once()
    {
        FlowCurve one = FlowCurve.Of(MeasuredTable.Parse("Shear rate / 1/s,Viscosity / mPa s\n1,9000\n10,4000\n100,1500\n1000,700\n", "a"));
        FlowCurve other = FlowCurve.Of(MeasuredTable.Parse("Shear rate (1/min);Shear stress (kPa)\n60;0.009\n600;0.04\n6000;0.15\n60000;0.7\n", "b"));
        for (int i = 0; i < 4; i++)
        {
            one.Stress[i].ShouldBe(other.Stress[i], 1e-12 * one.Stress[i]);
            one.ShearRate[i].ShouldBe(other.ShearRate[i], 1e-12 * one.ShearRate[i]);
        }
    }

    /// <summary>Each of these would give silent nonsense otherwise.</summary>
    [Theory]
    [InlineData("Shear rate / 1/s,Stress / Pa\n1,2\n-10,5\n100,9\n200,10\n", "row 2 below the header has a shear rate of -10 s⁻¹")]
    [InlineData("Shear rate / 1/s,Stress / Pa\n1,2\n10,5\n100,9\n", "expected 4 or more")]
    [InlineData("Shear rate / 1/s,Stress / Pa\n10,2\n11,2\n12,2.1\n13,2.2\n", "expected a factor of three")]
    [InlineData("Shear rate / 1/s,Stress / s\n10,2\n11,2\n12,2.1\n13,2.2\n", "no unit of pressure")]
    public void Bad_tables_are_refused_with_the_reason(string text, string reason) =>
        Should.Throw<InputException>(() => FlowAnalysis.Of(FlowCurve.Of(MeasuredTable.Parse(text, "t.csv")))).Message.ShouldContain(reason);

    /// <summary>A tool that turned the other way round and points without torque are told, and the rest is used.</summary>
    [Fact]
    public void What_can_be_used_is_used()
    {
        FlowCurve turned = FlowCurve.Of(MeasuredTable.Parse("Shear rate / 1/s,Stress / Pa\n-1,-2\n-10,-5\n-100,-9\n-200,-10\n", "t.csv"));
        turned.Stress.ShouldBe([2, 5, 9, 10]);
        turned.Warnings.ShouldHaveSingleItem().ShouldContain("turned");
        FlowCurve weak = FlowCurve.Of(MeasuredTable.Parse("Shear rate / 1/s,Stress / Pa\n0.1,-0.01\n1,2\n10,5\n100,9\n200,10\n", "t.csv"));
        weak.ShearRate.Count.ShouldBe(4);
        weak.Warnings.ShouldHaveSingleItem().ShouldContain("row 1");
    }
}
