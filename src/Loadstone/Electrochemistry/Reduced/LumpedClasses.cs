using Loadstone.Electrodes;

namespace Loadstone.Electrochemistry.Reduced;

/// <summary>
/// The particle classes of a cell, one particle for each: surface per area of cell, and how it lies along the depth.
/// </summary>
internal sealed class LumpedClasses
{
    /// <summary>Gathers the particles of a grid.</summary>
    public LumpedClasses(CellGrid grid, double temperature)
    {
        Count = grid.ClassCount;
        Material = new IntercalationMaterial[Count];
        Radius = new double[Count];
        DiffusivityFactor = new double[Count];
        ExchangeCurrent = new double[Count];
        IsNegative = new bool[Count];
        Surface = new double[Count];
        Sites = new double[Count];
        SurfaceInCell = new double[Count][];
        Through = new double[Count][];
        Share = new double[grid.Count];
        for (int k = 0; k < Count; k++)
        {
            SurfaceInCell[k] = new double[grid.Count];
            Through[k] = new double[grid.Count];
        }
        for (int p = 0; p < grid.ParticleCount; p++)
        {
            int k = grid.ParticleClassIndex[p], cell = grid.ParticleCell[p];
            Material[k] = grid.Materials[Array.FindLastIndex(grid.MaterialStart, start => start <= p)];
            Radius[k] = grid.Radius[p];
            DiffusivityFactor[k] = Arrhenius.Factor(Material[k].DiffusivityActivationEnergy, temperature, Material[k].ReferenceTemperature);
            ExchangeCurrent[k] = Material[k].ReferenceExchangeCurrentDensity
                * Arrhenius.Factor(Material[k].ExchangeActivationEnergy, temperature, Material[k].ReferenceTemperature);
            IsNegative[k] = cell < grid.NegativeCount;
            SurfaceInCell[k][cell] = grid.Width[cell] * grid.SurfacePerVolume[p];
            Surface[k] += SurfaceInCell[k][cell];
            Sites[k] += grid.Width[cell] * grid.ActiveFraction[p] * grid.MaximumConcentration[p];
        }
        double negative = 0, positive = 0;
        for (int k = 0; k < Count; k++)
        {
            if (IsNegative[k]) negative += Surface[k];
            else positive += Surface[k];
            double through = 0;
            for (int i = 0; i < grid.Count; i++) Through[k][i] = through += SurfaceInCell[k][i];
        }
        for (int k = 0; k < Count; k++)
        {
            for (int i = 0; i < grid.Count; i++) Share[i] += SurfaceInCell[k][i] / (IsNegative[k] ? negative : positive);
        }
    }

    /// <summary>Number of classes K.</summary>
    public int Count { get; }

    public IntercalationMaterial[] Material { get; }

    public double[] Radius { get; }

    /// <summary>Diffusivity over that at the material's reference temperature, length K.</summary>
    public double[] DiffusivityFactor { get; }

    /// <summary>i₀* at the cell's temperature [A/m²], length K.</summary>
    public double[] ExchangeCurrent { get; }

    public bool[] IsNegative { get; }

    /// <summary>Particle surface per area of cell [m²/m²], length K.</summary>
    public double[] Surface { get; }

    /// <summary>Lithium sites per area of cell [mol/m²], length K.</summary>
    public double[] Sites { get; }

    /// <summary>The surface in each cell of the grid, K × n.</summary>
    public double[][] SurfaceInCell { get; }

    /// <summary>The surface up to and with each cell, K × n.</summary>
    public double[][] Through { get; }

    /// <summary>Each cell's share of its electrode's surface, length n: the weight of means over an electrode.</summary>
    public double[] Share { get; }
}
