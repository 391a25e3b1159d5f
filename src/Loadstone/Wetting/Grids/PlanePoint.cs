namespace Loadstone.Wetting.Grids;

/// <summary>A point of the section.</summary>
/// <param name="X">Across the electrode [m].</param>
/// <param name="Y">Above the bottom of the box [m].</param>
public readonly record struct PlanePoint(double X, double Y);
