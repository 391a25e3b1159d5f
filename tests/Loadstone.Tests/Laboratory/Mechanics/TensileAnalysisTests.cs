using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Mechanics;

public class TensileAnalysisTests
{
    private const double Modulus = 5e6, Toe = 0.02;

    /// <summary>A clean curve with a toe gives back modulus, zero, strength, elongation and area to 1e-3.</summary>
    [Fact]
    public void A_clean_curve_comes_back()
    {
        TensileAnalysis found = TensileAnalysis.Of(MechanicsTrials.Drawn());
        found.Modulus.Value.ShouldBe(Modulus, 1e-3 * Modulus);
        found.Zero.Value.ShouldBe(Toe, 1e-4);
        found.Strength.Value.ShouldBe(MechanicsTrials.Stress(MechanicsTrials.Break), 1e-3 * found.Strength.Value);
        found.BreakStrain.Value.ShouldBe(MechanicsTrials.Break - Toe, 1e-3 * MechanicsTrials.Break);
        found.Toughness.Value.ShouldBe(MechanicsTrials.Toughness, 1e-3 * MechanicsTrials.Toughness);
        found.IsBroken.ShouldBeTrue();
        found.Warnings.ShouldBeEmpty();
    }

    /// <summary>Curves without an edge: the slope at the beginning of an exponential rise, which bends everywhere, within the 2 % that counts as straight.</summary>
    [Fact]
    public void A_curve_that_bends_everywhere_gives_its_first_slope()
    {
        double[] strain = [.. Enumerable.Range(0, 2000).Select(i => i * 1e-3)];
        TensileAnalysis found = TensileAnalysis.Of(new TensileCurve("t", strain, [.. strain.Select(e => 1e6 * (1 - Math.Exp(-e / 0.5)))], null, 0, 0, []));
        found.Modulus.Value.ShouldBe(2e6, 0.05 * 2e6);
    }

    /// <summary>A curve that stiffens late must not be given the slope of its end.</summary>
    [Fact]
    public void Hardening_before_the_break_is_no_modulus()
    {
        double[] strain = [.. Enumerable.Range(0, 800).Select(i => i * 0.01)];
        double Stress(double e) => (e < 0.3 ? 2 * e : 0.6 + 0.05 * (e - 0.3)) * 1e6 + (e > 6 ? 3e6 * (e - 6) * (e - 6) : 0);
        TensileAnalysis.Of(new TensileCurve("t", strain, [.. strain.Select(Stress)], null, 0, 0, [])).Modulus.Value.ShouldBe(2e6, 2e3);
    }

    /// <summary>Force over cross-section and elongation over gauge length are the same curve as stress and strain; errors of both sizes enter.</summary>
    [Fact]
    public void Force_and_elongation_become_stress_and_strain()
    {
        TensileCurve direct = MechanicsTrials.Drawn();
        string rows = string.Concat(direct.Strain.Select((e, i) => FormattableString.Invariant($"{e * 7.62},{direct.Stress[i] * 0.318e-6 * 1e3}\n")));
        var specimen = new TensileSpecimen(new Estimate(7.62e-3, 0.0762e-3), new Estimate(0.318e-6, 0.318e-8));
        TensileAnalysis found = TensileAnalysis.Of(TensileCurve.Of(MeasuredTable.Parse("Extension / mm,Load / mN\n" + rows, "t.csv"), specimen)), same = TensileAnalysis.Of(direct);
        found.Modulus.Value.ShouldBe(same.Modulus.Value, 1e-6 * same.Modulus.Value);
        found.Toughness.Value.ShouldBe(same.Toughness.Value, 1e-6 * same.Toughness.Value);
        (found.Modulus.StandardError / found.Modulus.Value).ShouldBe(Math.Sqrt(2) * 0.01, 1e-3);
        (found.Strength.StandardError / found.Strength.Value).ShouldBe(0.01, 1e-3);
        (found.BreakStrain.StandardError / found.BreakStrain.Value).ShouldBe(0.01, 1e-3);
        Should.Throw<InputException>(() => TensileCurve.Of(MeasuredTable.Parse("Extension / mm,Load / mN\n" + rows, "t.csv"), new TensileSpecimen())).Message.ShouldContain("--gauge");
        Should.Throw<InputException>(() => TensileCurve.Of(MeasuredTable.Parse("Extension / mm,Load / mN\n" + rows, "t.csv"), specimen with { Area = null })).Message.ShouldContain("--area");
    }

    /// <summary>A drop of the stress after yield is no break, the last one is; a single spoilt point is none either.</summary>
    [Fact]
    public void The_break_is_the_fall_that_stays()
    {
        double[] strain = [.. Enumerable.Range(0, 400).Select(i => i * 0.005)];
        double Stress(double e) => e < 0.1 ? 20e6 * e : e < 0.2 ? 2e6 - 8e6 * (e - 0.1) : e <= 1.5 ? 1.2e6 + 0.3e6 * (e - 0.2) : 0;
        double[] stress = [.. strain.Select(Stress)];
        stress[200] = 0;
        TensileAnalysis found = TensileAnalysis.Of(new TensileCurve("t", strain, stress, null, 0, 0, []));
        found.BreakStrain.Value.ShouldBe(1.5, 0.0051);
        found.Strength.Value.ShouldBe(2e6, 0.02 * 2e6);
    }

    /// <summary>A curve without a break says so: its numbers are bounds.</summary>
    [Fact]
    public void An_unbroken_specimen_is_told()
    {
        TensileCurve curve = MechanicsTrials.Drawn();
        TensileAnalysis found = TensileAnalysis.Of(curve with { Strain = [.. curve.Strain.Take(400)], Stress = [.. curve.Stress.Take(400)] });
        found.IsBroken.ShouldBeFalse();
        found.Warnings.ShouldHaveSingleItem().ShouldContain("without a break");
    }

    /// <summary>Stretches that a person gives are kept, and refused with their place where they hold nothing.</summary>
    [Fact]
    public void A_given_stretch_is_kept()
    {
        TensileAnalysis found = TensileAnalysis.Of(MechanicsTrials.Drawn(), new QuantityRange(1, 2));
        found.Modulus.Value.ShouldBe(0.4e6, 1);
        found.Warnings.ShouldHaveSingleItem().ShouldContain("zero of strain was moved");
        Should.Throw<InputException>(() => TensileAnalysis.Of(MechanicsTrials.Drawn(), new QuantityRange(5, 6))).Message.ShouldContain("500 and 600 %");
    }

    [Theory]
    [InlineData("Strain / %,Stress / MPa\n", 0, 0, "no stress above 0")]
    [InlineData("Strain / %,Stress / mm\n", 0, 1, "no unit of pressure")]
    [InlineData("Strain / %,Temperature / °C\n", 0, 1, "no column is named")]
    public void A_useless_table_is_refused_with_the_reason(string header, double a, double b, string reason) =>
        Should.Throw<InputException>(() => TensileAnalysis.Of(TensileCurve.Of(MeasuredTable.Parse(header + string.Concat(Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"{i},{a + b * i}\n"))), "t.csv"), new TensileSpecimen()))).Message.ShouldContain(reason);

    /// <summary>A pull that goes back before the break is no single pull.</summary>
    [Fact]
    public void Strains_that_fall_are_refused()
    {
        TensileCurve curve = MechanicsTrials.Drawn();
        Should.Throw<InputException>(() => TensileAnalysis.Of(curve with { Strain = [.. curve.Strain.Select((e, i) => i > 300 ? e - 1 : e)] })).Message.ShouldContain("at point 302");
    }

    /// <summary>The gauge factor is the slope at no strain, and R/R₀ at 20 % the ratio there, whatever lies beyond.</summary>
    [Fact]
    public void Resistance_grows_with_strain()
    {
        string rows = string.Concat(Enumerable.Range(0, 101).Select(i => FormattableString.Invariant($"{i},{2 * (1 + 1.5 * i * 0.01 + 0.5 * i * i * 1e-4)}\n")));
        TensileCurve curve = TensileCurve.Of(MeasuredTable.Parse("Strain / %,Resistance / kΩ\n" + rows, "t.csv"), new TensileSpecimen());
        curve.Stress.ShouldBeEmpty();
        StrainResistance found = StrainResistance.Of(curve, StrainResistance.Small);
        found.GaugeFactor.Value.ShouldBe(1.5, 1e-6);
        found.Rest.Value.ShouldBe(2000, 1e-6);
        found.RatioThere.Value.ShouldBe(1.32, 1e-6);
        Should.Throw<InputException>(() => StrainResistance.Of(curve, new QuantityRange(2, 3))).Message.ShouldContain("0 resistances lie");
        Should.Throw<InputException>(() => StrainResistance.Of(curve with { Resistance = [.. curve.Resistance!.Select(r => -r)] }, StrainResistance.Small)).Message.ShouldContain("above 0");
    }

    /// <summary>99.3 % and its error from three specimens a side; of one specimen a side the errors of its own test.</summary>
    [Fact]
    public void Healing_is_a_ratio_of_means()
    {
        TensileAnalysis one = TensileAnalysis.Of(MechanicsTrials.Drawn());
        TensileAnalysis With(double toughness) => one with { Toughness = new Estimate(toughness, 0.01 * toughness) };
        var healed = new HealedGroup(200, [With(9.93), With(9.83), With(10.03)]);
        HealingAnalysis found = HealingAnalysis.Of([With(10), With(9.9), With(10.1)], healed);
        found.Toughness.Value.ShouldBe(0.993, 1e-12);
        found.Toughness.StandardError.ShouldBe(0.993 * Math.Sqrt(Math.Pow(0.1 / 10, 2) / 3 + Math.Pow(0.1 / 9.93, 2) / 3), 1e-9);
        found.Strength.Value.ShouldBe(1, 1e-12);
        HealingAnalysis single = HealingAnalysis.Of([With(10)], new HealedGroup(double.NaN, [With(9)]));
        single.Toughness.StandardError.ShouldBe(0.9 * 0.01 * Math.Sqrt(2), 1e-9);
        HealingReport.Of([With(10)], [single])[0].Warnings.ShouldContain(w => w.Contains("one specimen alone", StringComparison.Ordinal));
        HealingReport.Of([With(10)], [single])[0].Sample.ShouldBe("healed");
    }
}
