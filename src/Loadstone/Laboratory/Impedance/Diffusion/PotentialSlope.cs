namespace Loadstone.Laboratory.Impedance.Diffusion;

/// <summary>How the rest potential of an insertion electrode answers to its lithium.</summary>
/// <param name="PerConcentration">dE/dc, c being the lithium per volume of the host [V m³/mol].</param>
public readonly record struct PotentialSlope(Estimate PerConcentration)
{
    /// <summary>From a slope over the lithium fraction: dE/dc = V_m dE/dx.</summary>
    /// <param name="slope">dE/dx [V].</param>
    /// <param name="molarVolume">Volume V_m of the host per mole of lithium sites [m³/mol].</param>
    public static PotentialSlope OverFraction(Estimate slope, Estimate molarVolume) => new(Product(slope, molarVolume, slope.Value * Require.Positive(molarVolume.Value, "m³/mol")));

    /// <summary>From a slope over the charge per mass of the host: c = q ρ/F, so dE/dc = (F/ρ) dE/dq.</summary>
    /// <param name="slope">dE/dq [V kg/C].</param>
    /// <param name="density">Density ρ of the host [kg/m³].</param>
    public static PotentialSlope OverCapacity(Estimate slope, Estimate density) =>
        new(Product(slope, density, slope.Value * PhysicalConstants.Faraday / Require.Positive(density.Value, "kg/m³")));

    private static Estimate Product(Estimate a, Estimate b, double value)
    {
        double relative = Math.Pow(a.StandardError / a.Value, 2) + Math.Pow(b.StandardError / b.Value, 2);
        return new Estimate(value, Math.Abs(value) * Math.Sqrt(relative));
    }
}
