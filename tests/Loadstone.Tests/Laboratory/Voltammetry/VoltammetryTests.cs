using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Voltammetry;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Voltammetry;

public class VoltammetryTests
{
    private const int Count = 400;

    private static readonly double Slack = 4 * Math.Sqrt(0.95 * 0.05 / Count);

    public static TheoryData<string> Names => [.. VoltammetryTrials.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_hold_the_truth_as_often_as_they_say(string name)
    {
        Coverage found = Coverage.Of(VoltammetryTrials.All.Single(t => t.Name == name).Trial, Count);
        found.Share.ShouldBeInRange(0.95 - Slack, 0.95 + Slack);
        if (double.IsFinite(found.Width)) found.Width.ShouldBeLessThan(1.3);
    }

    /// <summary>The density passes 0.1 A/m² (10 µA/cm²) where 0.01 + 0.1 · 10^((E − 5)/0.15) does.</summary>
    [Fact]
    public void Onset_is_where_the_threshold_is_passed()
    {
        Sweep sweep = Sweep.Of(VoltammetryTrials.Sweep(0, 1)).ShouldHaveSingleItem();
        sweep.Rate.ShouldBe(1e-3, 1e-9);
        OnsetResult found = OxidationOnset.Analyse(sweep, 1e-4, potentials: [5.5, 6]);
        found.Onset!.Value.Value.ShouldBe(5 + 0.15 * Math.Log10(0.9), 3e-3);
        found.AtPotentials[0].Density!.Value.Value.ShouldBe(VoltammetryTrials.Density(5.5), 0.1 * VoltammetryTrials.Density(5.5));
        found.AtPotentials[1].Density.ShouldBeNull();
        OxidationOnset.Analyse(sweep, 1e-4, threshold: 1e3).Onset.ShouldBeNull();
    }

    /// <summary>Peaks of v^½ with the height of the Randles–Ševčík equation at 1e-14 m²/s give that diffusivity and b = ½ back.</summary>
    [Fact]
    public void Voltammograms_give_the_diffusivity_back()
    {
        const double area = 1e-4, concentration = 1000, temperature = 298.15, diffusivity = 1e-14;
        double[] rates = [0.3e-3, 0.5e-3, 0.8e-3, 1.1e-3];
        IEnumerable<Sweep> sweeps = rates.SelectMany(v => Sweep.Of(Voltammogram(v, 0.4463 * PhysicalConstants.Faraday * area * concentration
            * Math.Sqrt(PhysicalConstants.Faraday * diffusivity * v / (PhysicalConstants.Gas * temperature)))));
        foreach (bool anodic in new[] { true, false })
        {
            ScanRateResult found = ScanRateStudy.Analyse(ScanRateStudy.Peaks(sweeps, anodic));
            found.Peaks.Count.ShouldBe(4);
            found.Exponent.Value.ShouldBe(0.5, 1e-3);
            found.Diffusivity(area, concentration, temperature).Value.ShouldBe(diffusivity, 2e-3 * diffusivity);
            found.Peaks[0].Potential.Value.ShouldBe(anodic ? 3.8 : 3.6, 1e-3);
        }
    }

    [Fact]
    public void Leakage_is_the_mean_of_the_end_of_each_hold()
    {
        double[] t = [.. Enumerable.Range(0, 400).Select(i => 10.0 * i)], v = [.. t.Select(x => x < 2000 ? 4.3 : 4.8)];
        double[] current = [.. t.Select(x => -(x < 2000 ? 1e-6 : 5e-6) - 1e-5 * Math.Exp(-(x % 2000) / 100))];
        IReadOnlyList<FloatingHold> holds = FloatingTest.Analyse(new Recording("float", [(RecordColumns.TestTime, t), (RecordColumns.Voltage, v), (RecordColumns.Current, current)]));
        holds.Select(h => h.Potential).ShouldBe([4.3, 4.8], 1e-9);
        holds[0].Leakage.Value.ShouldBe(1e-6, 1e-3 * 1e-6);
        holds[1].Leakage.Value.ShouldBe(5e-6, 1e-3 * 5e-6);
    }

    [Fact]
    public void Files_without_sweeps_or_holds_are_refused()
    {
        var flat = new Recording("flat.csv", [(RecordColumns.TestTime, [0, 1, 2]), (RecordColumns.Voltage, [4, 4, 4]), (RecordColumns.Current, [0, 0, 0])]);
        Should.Throw<InputException>(() => Sweep.Of(flat)).Message.ShouldContain("flat.csv: the potential is swept nowhere");
        Should.Throw<InputException>(() => FloatingTest.Analyse(flat)).Message.ShouldContain("no potential is held");
        Should.Throw<InputException>(() => ScanRateStudy.Analyse([])).Message.ShouldContain("0 scan rates");
    }

    private static Recording Voltammogram(double rate, double height)
    {
        double[] e = [.. Enumerable.Range(0, 801).Select(i => 3.3 + 1e-3 * i), .. Enumerable.Range(1, 800).Select(i => 4.1 - 1e-3 * i)];
        double[] current = [.. e.Select((x, i) => i <= 800 ? -height * Bell(x - 3.8) : height * Bell(x - 3.6))];
        return new Recording("cv", [(RecordColumns.TestTime, [.. e.Select((_, i) => 1e-3 * i / rate)]), (RecordColumns.Voltage, e), (RecordColumns.Current, current)]);
    }

    private static double Bell(double x) => Math.Exp(-x * x / (2 * 0.06 * 0.06));
}
