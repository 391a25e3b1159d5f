using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Wetting.Bridge;

/// <summary>A moment of a filling.</summary>
/// <param name="Time">Time from its begin [s].</param>
/// <param name="Saturation">Liquid between the highest and the lowest point of the discs over the pore volume there.</param>
/// <param name="Pressure">Pressure at the inlet over that below [Pa].</param>
public readonly record struct BridgeSample(double Time, double Saturation, double Pressure);

/// <summary>A pore that liquid has filled to nine tenths.</summary>
/// <param name="Pore">Its index among the pores of <see cref="Capillary.CapillaryFilling.Outlines"/>.</param>
/// <param name="Time">When [s].</param>
/// <param name="Saturation">Liquid over the pore volume then.</param>
public readonly record struct PoreFilled(int Pore, double Time, double Saturation);

/// <summary>What a filling has come to.</summary>
/// <param name="Bed">The bed, with free height above it.</param>
/// <param name="Options">How it was filled.</param>
/// <param name="Grid">The grid.</param>
/// <param name="History">Its moments, one a step.</param>
/// <param name="Filled">Pores in the order in which liquid filled nine tenths of them.</param>
/// <param name="HasBrokenThrough">Whether liquid has come to the lowest point of the discs.</param>
/// <param name="MassError">Largest difference of what came in from what is there, over the pore volume.</param>
/// <param name="Frames">Pictures of the filling.</param>
public sealed record BridgeResult(DiscBed Bed, BridgeOptions Options, CutCellGrid Grid, IReadOnlyList<BridgeSample> History, IReadOnlyList<PoreFilled> Filled, bool HasBrokenThrough, double MassError,
    IReadOnlyList<StudyFrame> Frames);
