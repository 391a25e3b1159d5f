namespace Loadstone.Electrochemistry;

/// <summary>The lithium of a discretised cell.</summary>
internal static class LithiumInventory
{
    /// <summary>
    /// Lithium in particles and electrolyte and as ions in double layers, less what a lithium electrode with its own double layer has
    /// given since the start [mol/m²]: constant whatever the protocol does.
    /// </summary>
    public static double Of(PorousElectrodeSystem system, ReadOnlySpan<double> y, bool halfCell)
    {
        CellGrid grid = system.Grid;
        StateLayout layout = system.Layout;
        double lithium = 0;
        for (int i = 0; i < grid.Count; i++) lithium += grid.Width[i] * grid.Porosity[i] * y[i];
        for (int k = 0; k < grid.ParticleCount; k++)
        {
            lithium += grid.Width[grid.ParticleCell[k]] * grid.ActiveFraction[k] * grid.MaximumConcentration[k]
                * MeanStoichiometry(system, y, k);
        }
        // Positive charge on the solid has driven as many ions into the electrolyte.
        lithium -= system.DoubleLayerCharge(y) / PhysicalConstants.Faraday;
        return halfCell ? lithium - y[layout.Charge] / PhysicalConstants.Faraday : lithium;
    }

    /// <summary>Mean stoichiometry of a particle.</summary>
    public static double MeanStoichiometry(PorousElectrodeSystem system, ReadOnlySpan<double> y, int particle)
    {
        double sum = 0;
        for (int s = 0; s < system.Radial.Count; s++)
        {
            sum += system.Radial.Volume[s] * y[system.Layout.Stoichiometry + s * system.Grid.ParticleCount + particle];
        }
        return 3 * sum;
    }
}
