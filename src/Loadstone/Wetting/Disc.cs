namespace Loadstone.Wetting;

/// <summary>A particle in a section, as a disc.</summary>
/// <param name="X">Centre across the electrode [m].</param>
/// <param name="Y">Centre above the foil [m].</param>
/// <param name="Radius">Radius [m].</param>
/// <param name="Class">Index of its particle class in the layer that it was made for; 0 where that is not known.</param>
public readonly record struct Disc(double X, double Y, double Radius, int Class = 0);
