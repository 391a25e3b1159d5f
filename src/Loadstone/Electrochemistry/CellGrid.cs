using Loadstone.Cells;
using Loadstone.Electrodes;

namespace Loadstone.Electrochemistry;

/// <summary>
/// A cell cut into finite volumes from the negative collector (or the lithium) to the positive collector, with the
/// coefficients of every volume, and the list of its particles. Particle p stands for one particle class in one volume.
/// Particles stand class by class, whatever their materials; classes of one material that follow each other are one stretch,
/// so that its functions are evaluated in one sweep.
/// </summary>
internal sealed class CellGrid
{
    private const double RoundOff = 1e-9;

    private readonly List<double> _width = [], _porosity = [], _efficiency = [], _sigma = [], _binder = [];
    private readonly List<int> _layerCells = [];
    private readonly List<(int Cell, ParticleClass Class, double VolumeFraction, int ClassIndex)> _particles = [];

    /// <summary>Cuts a cell.</summary>
    public CellGrid(Cell cell, MeshSettings mesh)
    {
        int classes = 0;
        if (cell.Negative is { } negative)
        {
            // The negative electrode's first layer stands at its foil, which is x = 0.
            AddElectrode(negative, mesh.Negative, fromFoil: true, mesh.LayerCells, ref classes);
            NegativeContactResistance = negative.ContactResistance;
        }
        NegativeCount = _width.Count;
        for (int i = 0; i < mesh.Separator; i++)
        {
            AddCell(cell.Separator.Thickness / mesh.Separator, cell.Separator.Porosity, cell.Separator.TransportEfficiency, 0, 0);
        }
        SeparatorCount = mesh.Separator;
        AddElectrode(cell.Positive, mesh.Positive, fromFoil: false, mesh.LayerCells, ref classes);
        PositiveContactResistance = cell.Positive.ContactResistance;

        Count = _width.Count;
        PositiveCount = Count - NegativeCount - SeparatorCount;
        Width = [.. _width];
        Porosity = [.. _porosity];
        TransportEfficiency = [.. _efficiency];
        ElectronicConductivity = [.. _sigma];
        BinderConductivity = [.. _binder];
        Centre = new double[Count];
        double x = 0;
        for (int i = 0; i < Count; i++)
        {
            Centre[i] = x + Width[i] / 2;
            x += Width[i];
        }

        ClassCount = classes;
        var ordered = _particles.OrderBy(p => p.ClassIndex).ThenBy(p => p.Cell).ToArray();
        ParticleCount = ordered.Length;
        var materials = new List<IntercalationMaterial>();
        var starts = new List<int>();
        for (int k = 0; k < ordered.Length; k++)
        {
            IntercalationMaterial material = ordered[k].Class.Material;
            if (k > 0 && material.Equals(materials[^1])) continue;
            materials.Add(material);
            starts.Add(k);
        }
        Materials = [.. materials];
        MaterialStart = [.. starts, ordered.Length];
        ParticleCell = [.. ordered.Select(p => p.Cell)];
        ParticleClassIndex = [.. ordered.Select(p => p.ClassIndex)];
        Radius = [.. ordered.Select(p => p.Class.Radius)];
        ActiveFraction = [.. ordered.Select(p => p.VolumeFraction)];
        SurfacePerVolume = [.. ordered.Select(p => 3 * p.VolumeFraction / p.Class.Radius)];
        MaximumConcentration = [.. ordered.Select(p => p.Class.Material.MaximumConcentration)];
        ExchangeCurrent = [.. ordered.Select(p => p.Class.Material.ReferenceExchangeCurrentDensity)];
        FilmResistance = [.. ordered.Select(p => p.Class.Material.FilmResistance)];
        DoubleLayer = new double[Count];
        for (int k = 0; k < ParticleCount; k++)
        {
            DoubleLayer[ParticleCell[k]] += Width[ParticleCell[k]] * SurfacePerVolume[k] * (ordered[k].Class.Material.DoubleLayerCapacitance ?? 0);
        }
    }

    public int Count { get; }

    public int NegativeCount { get; }

    public int SeparatorCount { get; }

    public int PositiveCount { get; }

    /// <summary>First cell of the positive electrode.</summary>
    public int PositiveStart => NegativeCount + SeparatorCount;

    public double[] Width { get; }

    /// <summary>Cells of each layer of an electrode, in the order in which the layers are cut.</summary>
    public IReadOnlyList<int> LayerCells => _layerCells;

    /// <summary>Centres from the negative collector [m].</summary>
    public double[] Centre { get; }

    public double[] Porosity { get; }

    public double[] TransportEfficiency { get; }

    public double[] ElectronicConductivity { get; }

    /// <summary>Ionic conductivity of the binder, effective [S/m].</summary>
    public double[] BinderConductivity { get; }

    public double NegativeContactResistance { get; }

    public double PositiveContactResistance { get; }

    public int ParticleCount { get; }

    public int ClassCount { get; }

    /// <summary>The material of each stretch of particles; one may come again.</summary>
    public IntercalationMaterial[] Materials { get; }

    /// <summary>First particle of each stretch, and the particle count at the end.</summary>
    public int[] MaterialStart { get; }

    public int[] ParticleCell { get; }

    public int[] ParticleClassIndex { get; }

    public double[] Radius { get; }

    public double[] ActiveFraction { get; }

    /// <summary>a = 3 ε_s/R [1/m].</summary>
    public double[] SurfacePerVolume { get; }

    public double[] MaximumConcentration { get; }

    /// <summary>i₀* [A/m²].</summary>
    public double[] ExchangeCurrent { get; }

    public double[] FilmResistance { get; }

    /// <summary>Capacitance of the double layers of each cell, per area of the cell [F/m²]; 0 where there are none.</summary>
    public double[] DoubleLayer { get; }

    private void AddElectrode(Electrode electrode, int cells, bool fromFoil, IReadOnlyList<int>? layerCells, ref int classes)
    {
        int layerCount = electrode.Layers.Count;
        int[] counts = Share(electrode, cells);
        var firstClass = new int[layerCount];
        for (int l = 0; l < layerCount; l++)
        {
            firstClass[l] = classes;
            classes += electrode.Layers[l].Particles.Count;
        }
        for (int k = 0; k < layerCount; k++)
        {
            int l = fromFoil ? k : layerCount - 1 - k;
            Layer layer = electrode.Layers[l];
            int n = layerCells is null ? counts[l] : layerCells[_layerCells.Count];
            _layerCells.Add(n);
            for (int i = 0; i < n; i++)
            {
                int fromBottom = fromFoil ? i : n - 1 - i;
                double z0 = (double)fromBottom / n, z1 = (double)(fromBottom + 1) / n;
                double wet = layer.WettedFraction.MeanOver(z0, z1);
                for (int p = 0; p < layer.Particles.Count; p++)
                {
                    double fraction = layer.Particles[p].VolumeFraction.MeanOver(z0, z1) * wet;
                    if (fraction > 0) _particles.Add((_width.Count, layer.Particles[p], fraction, firstClass[l] + p));
                }
                AddCell(layer.Thickness / n, layer.Porosity.MeanOver(z0, z1) * wet, layer.TransportEfficiency.MeanOver(z0, z1) * wet,
                    layer.ElectronicConductivity.MeanOver(z0, z1), layer.BinderConductivity.MeanOver(z0, z1));
            }
        }
    }

    // Layers share the cells by thickness: cumulative rounding, at least one cell each. Halves go up, whatever the
    // round-off of the thicknesses, so that electrodes of the same proportions are cut alike.
    private static int[] Share(Electrode electrode, int cells)
    {
        int layers = electrode.Layers.Count;
        cells = Math.Max(cells, layers);
        var counts = new int[layers];
        double total = electrode.Thickness, below = 0;
        int used = 0;
        for (int l = 0; l < layers; l++)
        {
            below += electrode.Layers[l].Thickness;
            int target = (int)Math.Floor(cells * below / total + 0.5 + RoundOff);
            counts[l] = Math.Clamp(target - used, 1, cells - used - (layers - 1 - l));
            used += counts[l];
        }
        return counts;
    }

    private void AddCell(double width, double porosity, double efficiency, double sigma, double binder)
    {
        _width.Add(width);
        _porosity.Add(porosity);
        _efficiency.Add(efficiency);
        _sigma.Add(sigma);
        _binder.Add(binder);
    }
}
