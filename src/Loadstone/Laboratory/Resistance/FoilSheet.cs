namespace Loadstone.Laboratory.Resistance;

/// <summary>A metal foil below a coating; its free face is insulated.</summary>
public sealed record FoilSheet
{
    /// <summary>Aluminium, 2.65e-8 Ω m and 20 µm, as taken by Park et al. for an electrode-resistance meter.</summary>
    public static FoilSheet Aluminium { get; } = new() { Resistivity = 2.65e-8, Thickness = 20e-6 };

    /// <summary>Resistivity ρ_f [Ω m].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public required double Resistivity { get; init => field = Require.Positive(value, "Ω m"); }

    /// <summary>Thickness t [m].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public required double Thickness { get; init => field = Require.Positive(value, "m"); }
}
