namespace Loadstone.Electrodes;

/// <summary>
/// A coated electrode: the hinge between making and using. Whatever made it (a recipe, a drying model, a table of
/// numbers, a parameter set) ends here, and everything after reads only this.
/// </summary>
public sealed record Electrode
{
    /// <summary>Layers; the first stands at the foil, the last at the separator.</summary>
    public required IReadOnlyList<Layer> Layers { get; init => field = Require.NotEmpty(value); }

    /// <summary>Resistance between coating and foil [Ω m²].</summary>
    public double ContactResistance { get; init => field = Require.NotNegative(value, "Ω m²"); }

    /// <summary>Thickness of the coating [m].</summary>
    public double Thickness => Layers.Sum(layer => layer.Thickness);

    /// <summary>Lithium sites per area of electrode [mol/m²].</summary>
    public double SitesPerArea => Layers.Sum(layer => layer.SitesPerArea);

    /// <summary>Thickness-weighted mean porosity.</summary>
    public double MeanPorosity => Layers.Sum(layer => layer.Thickness * layer.Porosity.Mean) / Thickness;
}
