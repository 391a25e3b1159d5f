using Loadstone.Laboratory.Rheometry;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Rheometry;

public class SweepAnalysisTests
{
    /// <summary>A Maxwell liquid crosses at 1/τ, has tan δ = 1/(ωτ), flows below and is elastic above; both relaxation times by their own formulas.</summary>
    [Fact]
    public void A_Maxwell_liquid_is_read_back()
    {
        const double tau = RheometryTrials.RelaxationTime;
        SweepAnalysis found = SweepAnalysis.Of(RheometryTrials.Maxwell());
        found.Crossovers.ShouldHaveSingleItem().Value.ShouldBe(1 / tau, 1e-3 / tau);
        found.PhaseAngle!.Value.Value.ShouldBe(Math.Atan(1 / (6.3 * tau)), 1e-3 * Math.Atan(1 / (6.3 * tau)));
        found.MaxwellTime!.Value.Value.ShouldBe(tau, 1e-3 * tau);
        double x = 0.05 * tau;
        found.ComplianceTime!.Value.Value.ShouldBe(x / Math.Sqrt(1 + x * x) / 0.05, 1e-3 * tau);
        found.States.Select(s => s.State).ShouldBe([MechanicalState.Terminal, MechanicalState.Rubbery]);
    }

    /// <summary>
    /// The three behaviours of the binders of Energy Environ. Sci. 18, 7514 (2025), Fig. 1c: one that crosses from rubbery to terminal at 0.4 rad/s, one that changes from
    /// rubbery to the glassy side's transition at 1 rad/s, and one that never crosses.
    /// </summary>
    [Theory]
    [InlineData("terminal", 1, MechanicalState.Terminal, MechanicalState.Rubbery)]
    [InlineData("transition", 1, MechanicalState.Rubbery, MechanicalState.Transition)]
    [InlineData("rubbery", 0, MechanicalState.Rubbery)]
    public void States_are_told_apart(string kind, int crossings, params MechanicalState[] states)
    {
        double[] omega = [.. Enumerable.Range(0, 24).Select(i => 0.05 * Math.Pow(200, i / 23.0))];
        (double Storage, double Loss)[] moduli = [.. omega.Select(w => kind switch
        {
            "terminal" => (1e4 * w * w / (0.16 + w * w), 1e4 * 0.4 * w / (0.16 + w * w)),
            "transition" => (1e4, 1e4 * w),
            _ => (1e4 * Math.Pow(w, 0.1), 2e3 * Math.Pow(w, 0.2)),
        })];
        SweepAnalysis found = SweepAnalysis.Of(new FrequencySweep("s", omega, [.. moduli.Select(m => m.Storage)], [.. moduli.Select(m => m.Loss)], []));
        found.Crossovers.Count.ShouldBe(crossings);
        if (crossings > 0) found.Crossovers[0].Value.ShouldBe(kind == "terminal" ? 0.4 : 1, 1e-2);
        found.States.Select(s => s.State).ShouldBe(states);
    }

    /// <summary>Noise about one crossing must not be counted as several.</summary>
    [Fact]
    public void Noise_about_a_crossing_is_one_crossing()
    {
        for (int seed = 1; seed <= 50; seed++) SweepAnalysis.Of(RheometryTrials.Maxwell(0.1, seed)).Crossovers.Count.ShouldBe(1);
    }

    /// <summary>Hertz and radians a second, moduli and phase angles: one sweep however it is written.</summary>
    [Fact]
    public void Every_way_of_writing_gives_one_sweep()
    {
        string[] tables =
        [
            Rows("Angular frequency / rad/s,Storage modulus / Pa,Loss modulus / Pa", (w, s, l) => [w, s, l]),
            Rows("Frequency / Hz,G' / kPa,G'' / kPa", (w, s, l) => [w / (2 * Math.PI), s / 1e3, l / 1e3]),
            Rows("Frequency / rad/s,Phase angle / °,Complex viscosity / mPa s", (w, s, l) => [w, Math.Atan2(l, s) * 180 / Math.PI, Math.Sqrt(s * s + l * l) / w * 1e3]),
        ];
        FrequencySweep[] read = [.. tables.Select(t => FrequencySweep.Of(MeasuredTable.Parse(t, "t.csv")))];
        foreach (FrequencySweep sweep in read)
        {
            for (int i = 0; i < 6; i++)
            {
                sweep.AngularFrequency[i].ShouldBe(read[0].AngularFrequency[i], 1e-9);
                sweep.Storage[i].ShouldBe(read[0].Storage[i], 1e-9 * read[0].Storage[i]);
                sweep.Loss[i].ShouldBe(read[0].Loss[i], 1e-9 * read[0].Loss[i]);
            }
        }
    }

    [Fact]
    public void Too_few_points_are_refused() => Should.Throw<InputException>(() => FrequencySweep.Of(MeasuredTable.Parse("Frequency / Hz,G' / Pa,G'' / Pa\n1,2,3\n2,-1,3\n", "t.csv"))).Message.ShouldContain("expected 4");

    private static string Rows(string header, Func<double, double, double, double[]> row) => header + "\n" + string.Join('\n',
        Enumerable.Range(0, 6).Select(i => string.Join(',', row(Math.Pow(10, i - 2), 300 * Math.Pow(4, i), 500 * Math.Pow(3, i)).Select(v => FormattableString.Invariant($"{v:r}"))))) + "\n";
}
