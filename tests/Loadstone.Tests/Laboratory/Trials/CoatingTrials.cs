using Loadstone.Laboratory.Coatings;
using Loadstone.Quantities;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Cross-web scans and drying curves of known truth, as closed forms with the noise of a laser and of a balance.</summary>
internal static class CoatingTrials
{
    /// <summary>Bulk height, ramp, ridge width [m] and H* of the coating.</summary>
    public const double Bulk = 150e-6, Ramp = 0.9e-3, Ridge = 3e-3, Height = 1.12;

    /// <summary>Coated width and bare foil on each side [m].</summary>
    public const double Coated = 50e-3, Foil = 5e-3;

    /// <summary>Initial solvent [kg/m²], rate [kg/(m² s)], time of warming up and critical time [s], solids and foil [kg/m²].</summary>
    public const double Solvent = 0.12, Rate = 2e-3, WarmUp = 4, Critical = 48, Solids = 0.34;

    private const double ScanNoise = 1e-6, BalanceNoise = 2e-4;

    private static readonly double[] Positions = [.. Enumerable.Range(0, 3001).Select(i => -Foil + (Coated + 2 * Foil) * i / 3000)];
    private static readonly double[] Times = [.. Enumerable.Range(0, 601).Select(i => i * 0.25)];

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("coating, bulk height", seed => new(Scan(ScanNoise, seed).BulkHeight, Bulk)),
        ("coating, H*", seed => new(Scan(ScanNoise, seed).Left.Height, Height)),
        ("coating, B*", seed => new(Scan(ScanNoise, seed).Left.Width, Ridge / Bulk)),
        ("coating, R*", seed => new(Scan(ScanNoise, seed).Left.Slope, Bulk / Ramp)),
        ("drying time", seed => new(Dry(BalanceNoise, seed).DryingTime!.Value, DryingTime)),
        ("drying, constant rate", seed => new(Dry(BalanceNoise, seed).Rate, Rate)),
        ("drying, critical time", seed => new(Dry(BalanceNoise, seed).Critical, Critical)),
    ];

    /// <summary>When 1 % of the solvent is left [s].</summary>
    public static double DryingTime { get; } = Critical + Left(Critical) / Slope(Critical) * Math.Log(Left(Critical) / (0.01 * Solvent));

    /// <summary>A scan with a tilted baseline: straight ramps, ridges of half a sine, 20 µm between points.</summary>
    public static CoatingEdges Scan(double noise, int seed)
    {
        double[] heights = TransportTrials.Noisy([.. Positions.Select(y => 0.3e-3 + 2e-3 * y + At(Math.Min(y, Coated - y)))], noise, seed);
        return CoatingEdges.Of(LevelledProfile.Of(new LaserProfile("trial", Positions, heights)), 260e-6);
    }

    /// <summary>A record of a balance under film and foil.</summary>
    public static DryingPeriods Dry(double noise, int seed) =>
        DryingPeriods.Of(new DryingRecord("trial", Times, TransportTrials.Noisy([.. Times.Select(t => Solids + Left(t))], noise, seed), QuantityKinds.Loading));

    /// <summary>Height of the coating at a distance from its nearer foot [m].</summary>
    public static double At(double y) => y switch
    {
        <= 0 => 0,
        < Ramp => Bulk * y / Ramp,
        < Ramp + Ridge => Bulk * (1 + (Height - 1) * Math.Sin(Math.PI * (y - Ramp) / Ridge)),
        _ => Bulk,
    };

    private static double Slope(double t) => Rate * (1 - Math.Exp(-t / WarmUp));

    private static double Left(double t)
    {
        double until = Math.Min(t, Critical), left = Solvent - Rate * (until - WarmUp * (1 - Math.Exp(-until / WarmUp)));
        return t <= Critical ? left : left * Math.Exp(-(t - Critical) * Slope(Critical) / left);
    }
}
