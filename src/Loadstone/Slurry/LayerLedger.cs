namespace Loadstone.Slurry;

/// <summary>
/// The account of a dry layer: solids and pores fill its volume, ε + Σ ε_i = 1, since the porosity is what the solids leave.
/// Later stages take volume fractions from here and so cannot lose or invent mass.
/// </summary>
public sealed class LayerLedger
{
    private readonly double[] _volumeFractions;

    /// <summary>Solids in a thickness.</summary>
    /// <param name="solids">The solids.</param>
    /// <param name="thickness">Thickness of the layer H [m], above the solids' own.</param>
    /// <exception cref="ArgumentException">The solids leave no pore in the thickness.</exception>
    public LayerLedger(LayerSolids solids, double thickness)
    {
        ArgumentNullException.ThrowIfNull(solids);
        Solids = solids;
        Thickness = Require.Positive(thickness, "m", nameof(thickness));
        _volumeFractions = [.. solids.Composition.Components.Select(c => solids.MassPerArea * c.MassFraction / (c.Density * thickness))];
        Porosity = 1 - _volumeFractions.Sum();
        if (Porosity <= 0) throw new ArgumentException($"Solids of {solids.SolidThickness:g6} m leave no pore in a layer of {thickness:g6} m.", nameof(thickness));
    }

    /// <summary>The solids.</summary>
    public LayerSolids Solids { get; }

    /// <summary>Thickness H [m].</summary>
    public double Thickness { get; }

    /// <summary>Porosity ε = 1 − (Σ f_i m/ρ_i)/H, above 0 and below 1 (Chen et al. 2024, section 4).</summary>
    public double Porosity { get; }

    /// <summary>Volume of each component per volume of layer ε_i, in the order of the composition.</summary>
    public IReadOnlyList<double> VolumeFractions => _volumeFractions;

    /// <summary>Mass of solids per volume of layer, the press density [kg/m³].</summary>
    public double Density => Solids.MassPerArea / Thickness;

    /// <summary>Volume of all components of a role per volume of layer.</summary>
    public double VolumeFractionOf(ComponentRole role)
    {
        double sum = 0;
        for (int i = 0; i < _volumeFractions.Length; i++)
        {
            if (Solids.Composition.Components[i].Role == role) sum += _volumeFractions[i];
        }
        return sum;
    }
}
