namespace Loadstone.Wetting.Areas;

/// <summary>
/// Trapped gas that dissolves and diffuses out: a Stefan problem. Where there is gas, the liquid is saturated at the gas's pressure, that of the
/// surroundings and the layer's suction p_e (1 − S_g)^(−1/λ); gas and liquid of a cell are in equilibrium, since bubbles of micrometres dissolve within
/// a second (P. S. Epstein and M. S. Plesset, J. Chem. Phys. 18, 1505 (1950)). The unknown u is, above 0, −ln(1 − S_g), and below 0 the dissolved
/// gas's pressure over that of the last bubble less 1. Amounts are R T times moles per area [Pa m].
/// </summary>
internal sealed class GasLaw : IStorageLaw
{
    private readonly AreaGrid _grid;
    private readonly double _solubility, _outside;
    private readonly double[] _base, _entry, _index, _last, _transport, _capacity;
    private readonly AreaBoundary[] _open;

    internal GasLaw(WettingArea area, AreaGrid grid)
    {
        _grid = grid;
        (_solubility, _outside) = (area.Gas.Solubility, area.Gas.Pressure);
        _base = [.. area.Layers.Select(_ => area.Gas.Pressure + area.ReservoirPressure)];
        _entry = [.. area.Layers.Select(layer => layer.Properties.EntryPressure)];
        _index = [.. area.Layers.Select(layer => layer.Properties.PoreIndex)];
        _last = [.. _base.Zip(_entry, (surroundings, entry) => surroundings + entry)];
        _transport = [.. area.Layers.Select(layer => layer.TransportEfficiency * area.Gas.Diffusivity * area.Gas.Solubility)];
        _capacity = [.. Enumerable.Range(0, grid.Cells).Select(cell => grid.VolumeOf(cell) * area.Layers[grid.LayerOf(cell)].Porosity * _last[grid.LayerOf(cell)])];
        _open = grid.Of(area.GasExit);
    }

    public double Kink => 0;

    public ReadOnlySpan<AreaBoundary> Open => _open;

    public double Capacity(int cell) => _capacity[cell];

    /// <summary>Share of the pores that holds gas.</summary>
    internal static double GasShare(double u) => u > 0 ? -Expm1(-u) : 0;

    /// <summary>The unknown of a layer in which a share of the pores holds gas and whose liquid came saturated from outside, once both are in equilibrium.</summary>
    internal double Start(int layer, double trapped)
    {
        double content = trapped * Pressure(layer, -Math.Log(1 - trapped), out _) + (1 - trapped) * _solubility * _outside;
        double low = -1, high = 1;
        while (Content(layer, high, out _) < content) high *= 2;
        while (high - low > 1e-15)
        {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (Content(layer, middle, out _) < content) low = middle; else high = middle;
        }
        return low;
    }

    public double Storage(int cell, double u, out double slope)
    {
        int layer = _grid.LayerOf(cell);
        double scale = _capacity[cell] / _last[layer], content = Content(layer, u, out double by);
        slope = scale * by;
        return scale * content;
    }

    public double Flux(int face, double first, double second, out double byFirst, out double bySecond)
    {
        AreaFace at = _grid.Faces[face];
        int a = _grid.LayerOf(at.First), b = _grid.LayerOf(at.Second);
        double toA = at.FirstShape * _transport[a], toB = at.SecondShape * _transport[b], conductance = toA * toB / (toA + toB);
        double difference = Pressure(a, first, out double slopeA) - Pressure(b, second, out double slopeB);
        (byFirst, bySecond) = (conductance * slopeA, -conductance * slopeB);
        return conductance * difference;
    }

    public double Inflow(int open, double u, out double slope)
    {
        AreaBoundary face = _open[open];
        int layer = _grid.LayerOf(face.Cell);
        double conductance = face.Shape * _transport[layer], difference = _outside - Pressure(layer, u, out double by);
        slope = -conductance * by;
        return conductance * difference;
    }

    // e^x − 1 without the loss of digits near 0 (W. Kahan's form).
    private static double Expm1(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * x / Math.Log(power);
    }

    // Gas by pore volume, free and dissolved, times R T [Pa].
    private double Content(int layer, double u, out double slope)
    {
        double pressure = Pressure(layer, u, out double by);
        if (u <= 0)
        {
            slope = _solubility * by;
            return _solubility * pressure;
        }
        double held = _solubility + (1 - _solubility) * GasShare(u);
        slope = by * held + pressure * (1 - _solubility) * Math.Exp(-u);
        return pressure * held;
    }

    // Of the gas with which the liquid is in equilibrium [Pa].
    private double Pressure(int layer, double u, out double slope)
    {
        if (u <= 0)
        {
            slope = _last[layer];
            return _last[layer] * (1 + u);
        }
        double suction = _entry[layer] * Math.Exp(u / _index[layer]);
        slope = suction / _index[layer];
        return _base[layer] + suction;
    }
}
