using Loadstone.Quantities;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>A number that is taken of each filling of a bed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">Unit in which it is shown, or null for the kind's first one.</param>
/// <param name="Of">Takes it [SI].</param>
internal sealed record StudyFigure(string Name, QuantityKind Kind, string? Unit, Func<StudyResult, double> Of)
{
    /// <summary>Volumes at which the air that is left is told, as far as a run goes: a pore volume, where W. Chen et al. (Adv. Funct. Mater. 2024) end, and the run's end.</summary>
    private static readonly double[] Volumes = [1, 1.36, 2];

    /// <summary>The numbers of a filling.</summary>
    /// <param name="poreVolumes">How much is injected, in volumes of the pores.</param>
    public static IReadOnlyList<StudyFigure> All(double poreVolumes) =>
    [
        new("saturation at breakthrough", QuantityKinds.Fraction, null, result => result.Breakthrough?.Saturation ?? double.NaN),
        new("time of breakthrough", QuantityKinds.Time, "s", result => result.Breakthrough?.Time ?? double.NaN),
        new("1 % outlet time", QuantityKinds.Time, "s", result => result.OutletTime),
        new("1 % outlet time over fill time", QuantityKinds.Fraction, null, result => result.OutletTime / result.FillTime),
        new("10 % outlet time", QuantityKinds.Time, "s", result => result.OutletTimeAt(0.1)),
        new("10 % outlet time over fill time", QuantityKinds.Fraction, null, result => result.OutletTimeAt(0.1) / result.FillTime),
        .. Volumes.Where(volumes => volumes <= poreVolumes * (1 + 1e-9)).Select(volumes =>
            new StudyFigure(FormattableString.Invariant($"air left at {volumes:g3} pore volumes"), QuantityKinds.Fraction, null, result => result.AirLeft(volumes))),
        new("inlet pressure of the dry bed", QuantityKinds.Pressure, "Pa", result => result.History[0].InletPressure),
        new("inlet pressure at breakthrough", QuantityKinds.Pressure, "Pa", result => result.Breakthrough?.InletPressure ?? double.NaN),
        new("inlet pressure at the end", QuantityKinds.Pressure, "Pa", result => result.History[^1].InletPressure),
        new("saturation gained per pore volume at the end", QuantityKinds.Fraction, null, result => result.FinalGain),
    ];
}
