namespace Loadstone.Laboratory.Imaging.Surfaces;

/// <summary>What files of heights often leave out.</summary>
/// <param name="Pixel">Distance of two points [m], or null for the file's.</param>
/// <param name="Unit">Metres for one unit of the numbers of a text file, or null for the file's.</param>
/// <param name="Level">Height of one grey level, or of 1 in a floating-point picture [m], or null.</param>
public sealed record HeightMapSettings(double? Pixel = null, double? Unit = null, double? Level = null);
