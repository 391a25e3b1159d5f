namespace Loadstone.Wetting.Areas;

/// <summary>The gas that the liquid cuts off in the pores, which then has to dissolve and diffuse out.</summary>
public sealed record TrappedGas
{
    /// <summary>Pressure p₀ of the gas around the cell, with which the liquid is saturated as it is filled in [Pa].</summary>
    public double Pressure { get; init => field = Require.Positive(value, "Pa"); } = 101_325;

    /// <summary>Ostwald coefficient L: dissolved gas per volume of liquid over gas per volume of the gas it is in equilibrium with.</summary>
    public required double Solubility { get; init => field = Require.Within(value, 1e-6, 0.99, "(ratio)"); }

    /// <summary>Diffusivity D of the dissolved gas in the free liquid [m²/s].</summary>
    public required double Diffusivity { get; init => field = Require.Positive(value, "m²/s"); }
}
