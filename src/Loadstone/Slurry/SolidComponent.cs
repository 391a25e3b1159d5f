namespace Loadstone.Slurry;

/// <summary>One solid of a recipe.</summary>
public sealed record SolidComponent
{
    /// <summary>Name shown in tables.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required ComponentRole Role { get; init; }

    /// <summary>Mass per mass of all solids, f, 0 to 1.</summary>
    public required double MassFraction { get; init => field = Require.Fraction(value); }

    /// <summary>Density of the solid itself ρ [kg/m³], without pores between its particles.</summary>
    public required double Density { get; init => field = Require.Positive(value, "kg/m³"); }

    /// <summary>Surface per mass s [m²/kg]; counts for active materials and carbons.</summary>
    public double SpecificSurface { get; init => field = Require.NotNegative(value, "m²/kg"); }
}
