namespace Loadstone.Electrochemistry.Analysis;

/// <summary>How deep a discharge reaches into an electrode.</summary>
public static class PenetrationDepth
{
    /// <summary>
    /// Depth at which the salt runs out at a constant current, L_d = F c₀ (ε/τ) D/((1 − t₊) i) [m] (Gallagher et al.,
    /// J. Electrochem. Soc. 163, A138 (2016)). An electrode thicker than that is not used to its foil.
    /// </summary>
    /// <param name="concentration">Salt concentration at rest c₀ [mol/m³].</param>
    /// <param name="transportEfficiency">ε/τ of the electrode.</param>
    /// <param name="diffusivity">Salt diffusivity D [m²/s] in the free electrolyte.</param>
    /// <param name="transferenceNumber">Cation transference number t₊, below 1.</param>
    /// <param name="currentDensity">Current density i [A/m²].</param>
    public static double SaltDepletion(double concentration, double transportEfficiency, double diffusivity, double transferenceNumber, double currentDensity)
    {
        Require.Positive(concentration, "mol/m³", nameof(concentration));
        Require.Within(transportEfficiency, 1e-6, 1, "(fraction)", nameof(transportEfficiency));
        Require.Positive(diffusivity, "m²/s", nameof(diffusivity));
        Require.Within(transferenceNumber, -2, 1 - 1e-9, "(fraction)", nameof(transferenceNumber));
        Require.Positive(currentDensity, "A/m²", nameof(currentDensity));
        return PhysicalConstants.Faraday * concentration * transportEfficiency * diffusivity / ((1 - transferenceNumber) * currentDensity);
    }
}
