namespace Loadstone.Electrochemistry.Analysis;

/// <summary>What an impedance measurement has that the model of the cell has not: double layers and the leads.</summary>
public sealed record ImpedanceSettings
{
    /// <summary>
    /// Capacitance of the double layer per surface of particles and of lithium [F/m²], between solid and electrolyte, beside the
    /// reaction with its film and diffusion. 0.2 F/m² is what published parameter sets use (Ong, Newman, J. Electrochem. Soc. 146,
    /// 4360 (1999)); 0 leaves it out.
    /// </summary>
    public double DoubleLayerCapacitance { get; init => field = Require.NotNegative(value, "F/m²"); } = 0.2;

    /// <summary>Resistance of leads and clamps in series with the cell [Ω].</summary>
    public double SeriesResistance { get; init => field = Require.NotNegative(value, "Ω"); }

    /// <summary>Inductance of leads and cell in series [H].</summary>
    public double SeriesInductance { get; init => field = Require.NotNegative(value, "H"); }
}
