namespace Loadstone.Laboratory.Titration;

/// <summary>The length over which lithium diffuses in a titration, V/S of the active material.</summary>
public sealed record GittSettings
{
    /// <summary>Diffusion length L [m].</summary>
    public required double Length { get; init => field = Require.Positive(value, "m"); }

    /// <summary>How the length came about, in words.</summary>
    public required string LengthOrigin { get; init; }

    /// <summary>Radius of spheres [m], or null where the particles are of another shape.</summary>
    public double? Radius { get; init => field = value is { } v ? Require.Positive(v, "m") : null; }

    /// <summary>The length that m V_M/(M S) gives with S as the geometric area, loading over density [m]; or null. It is reported beside the other.</summary>
    public double? GeometricLength { get; init => field = value is { } v ? Require.Positive(v, "m") : null; }

    /// <summary>Spheres of a radius: L = R/3.</summary>
    /// <param name="radius">Radius R [m].</param>
    public static GittSettings OfRadius(double radius) =>
        new() { Length = Require.Positive(radius, "m") / 3, Radius = radius, LengthOrigin = $"R/3 of spheres of R = {radius * 1e6:g4} µm" };
}
