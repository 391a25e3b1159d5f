namespace Loadstone.Laboratory.Resistance;

/// <summary>What is known of a coating before its resistances are measured. Its sides are taken as far away.</summary>
public sealed record CoatingOnFoil
{
    /// <summary>Thickness L of the coating [m].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public required double Thickness { get; init => field = Require.Positive(value, "m"); }

    /// <summary>The foil below it.</summary>
    public FoilSheet Foil { get; init; } = FoilSheet.Aluminium;

    /// <summary>Radius of the pins' contacts [m]; 0 are points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public double ContactRadius { get; init => field = Require.NotNegative(value, "m"); }
}
