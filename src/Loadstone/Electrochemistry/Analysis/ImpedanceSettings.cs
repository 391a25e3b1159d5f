namespace Loadstone.Electrochemistry.Analysis;

/// <summary>What an impedance measurement has that the model of the cell may not have: double layers and the leads.</summary>
public sealed record ImpedanceSettings
{
    /// <summary>
    /// Capacitance of the double layer on particles and lithium of which the cell says nothing, 0.2 F/m²: what published parameter
    /// sets use (Ong, Newman, J. Electrochem. Soc. 146, 4360 (1999)).
    /// </summary>
    public const double StandardCapacitance = 0.2;

    /// <summary>
    /// Capacitance of the double layer per surface of particles and of lithium [F/m²], between solid and electrolyte, beside the
    /// reaction with its film and diffusion, in place of what the cell says; 0 leaves it out. Null takes the cell's own, and
    /// <see cref="StandardCapacitance"/> where it has none to tell.
    /// </summary>
    public double? DoubleLayerCapacitance { get; init => field = value is { } c ? Require.NotNegative(c, "F/m²") : null; }

    /// <summary>Resistance of leads and clamps in series with the cell [Ω].</summary>
    public double SeriesResistance { get; init => field = Require.NotNegative(value, "Ω"); }

    /// <summary>Inductance of leads and cell in series [H].</summary>
    public double SeriesInductance { get; init => field = Require.NotNegative(value, "H"); }
}
