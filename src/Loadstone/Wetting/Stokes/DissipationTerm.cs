namespace Loadstone.Wetting.Stokes;

/// <summary>A difference of two face velocities, each with its weight; the second face is −1 where there is only one.</summary>
internal readonly record struct VelocityDifference(int First, double FirstWeight, int Second = -1, double SecondWeight = 0)
{
    public double Of(ReadOnlySpan<double> velocity) => FirstWeight * velocity[First] + (Second < 0 ? 0 : SecondWeight * velocity[Second]);
}

/// <summary>
/// A part of what the flow dissipates per depth [W/m]: μ·weight·(left difference)·(right difference), with the viscosity of a site: a cell (its index), or a
/// node (the number of cells and its index).
/// </summary>
internal readonly record struct DissipationTerm(int Site, double Weight, VelocityDifference Left, VelocityDifference Right);
