using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Voltammetry;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Sweeps of known truth: an exponential oxidation, and peaks that grow as a power of the scan rate.</summary>
internal static class VoltammetryTrials
{
    private const double Area = 1e-4, Noise = 5e-3; // m², A/m²

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("linear sweep, current density at 5.3 V", CurrentAtPotential),
        ("scan rates, b-value", Exponent),
    ];

    /// <summary>Current density of the sweep [A/m²]: a background and an oxidation that grows tenfold in 150 mV.</summary>
    public static double Density(double potential) => 0.01 + 0.1 * Math.Pow(10, (potential - 5) / 0.15);

    /// <summary>A recording of the sweep from 3 to 5.5 V at 1 mV/s with noise.</summary>
    public static Recording Sweep(double noise, int seed)
    {
        double[] t = [.. Enumerable.Range(0, 2501).Select(i => (double)i)], e = [.. t.Select(x => 3 + 1e-3 * x)];
        double[] current = TransportTrials.Noisy([.. e.Select(x => -Area * Density(x))], noise * Area, seed);
        return new Recording("sweep", [(RecordColumns.TestTime, t), (RecordColumns.Voltage, e), (RecordColumns.Current, current)]);
    }

    /// <summary>Current density at 5.3 V.</summary>
    public static Trial CurrentAtPotential(int seed) =>
        new(OxidationOnset.Analyse(Loadstone.Laboratory.Voltammetry.Sweep.Of(Sweep(Noise, seed))[0], Area, potentials: [5.3], reach: 0.003).AtPotentials[0].Density!.Value, Density(5.3));

    /// <summary>b of six peaks that follow v^0.6 with 1 % of scatter.</summary>
    public static Trial Exponent(int seed)
    {
        double[] rates = [0.3e-3, 0.4e-3, 0.5e-3, 0.7e-3, 0.9e-3, 1.1e-3];
        double[] logs = TransportTrials.Noisy([.. rates.Select(v => 0.6 * Math.Log(v))], 0.01, seed);
        ScanRateResult found = ScanRateStudy.Analyse([.. rates.Select((v, i) => new VoltammetricPeak(v, new(4, 0), new(Math.Exp(logs[i]), 0)))]);
        return new Trial(found.Exponent, 0.6, Coverage.Bound([[.. rates.Select(_ => 100.0)], [.. rates.Select(v => Math.Log(v) * 100)]], 1));
    }
}
