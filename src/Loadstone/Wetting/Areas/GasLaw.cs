namespace Loadstone.Wetting.Areas;

/// <summary>
/// Trapped gas that dissolves and diffuses out: a Stefan problem. Where there is gas, the liquid is saturated at the gas's pressure, that of the
/// surroundings and the layer's suction; gas and liquid of a cell are in equilibrium, since bubbles of micrometres dissolve within a second (P. S.
/// Epstein and M. S. Plesset, J. Chem. Phys. 18, 1505 (1950)). The unknown is, above 0, the gas by pore volume, and below 0 the dissolved gas's
/// pressure over the layer's less 1. Amounts are R T times moles per area [Pa m].
/// </summary>
internal sealed class GasLaw : IStorageLaw
{
    private readonly AreaGrid _grid;
    private readonly double _solubility, _outside;
    private readonly double[] _pressure, _transport, _pores, _capacity;
    private readonly AreaBoundary[] _open;

    internal GasLaw(WettingArea area, AreaGrid grid)
    {
        _grid = grid;
        (_solubility, _outside) = (area.Gas.Solubility, area.Gas.Pressure);
        _pressure = [.. area.Layers.Select(layer => area.Gas.Pressure + area.ReservoirPressure + layer.Properties.EntryPressure)];
        _transport = [.. area.Layers.Select(layer => layer.TransportEfficiency * area.Gas.Diffusivity * area.Gas.Solubility)];
        _pores = [.. Enumerable.Range(0, grid.Cells).Select(cell => grid.VolumeOf(cell) * area.Layers[grid.LayerOf(cell)].Porosity)];
        _capacity = [.. Enumerable.Range(0, grid.Cells).Select(cell => _pores[cell] * _pressure[grid.LayerOf(cell)])];
        _open = grid.Of(area.GasExit);
    }

    public double Kink => 0;

    public ReadOnlySpan<AreaBoundary> Open => _open;

    public double Capacity(int cell) => _capacity[cell];

    /// <summary>The unknown of a cell in which a share of the pores holds gas and the liquid came saturated from outside.</summary>
    internal double Start(int layer, double trapped)
    {
        double pressure = _pressure[layer];
        double content = trapped * pressure + (1 - trapped) * _solubility * _outside, saturated = _solubility * pressure;
        return content > saturated ? (content - saturated) / ((1 - _solubility) * pressure) : content / saturated - 1;
    }

    public double Storage(int cell, double u, out double slope)
    {
        double full = _capacity[cell];
        slope = u >= 0 ? full * (1 - _solubility) : full * _solubility;
        return full * _solubility + slope * u;
    }

    public double Flux(int face, double first, double second, out double byFirst, out double bySecond)
    {
        AreaFace at = _grid.Faces[face];
        int a = _grid.LayerOf(at.First), b = _grid.LayerOf(at.Second);
        double toA = at.FirstShape * _transport[a], toB = at.SecondShape * _transport[b], conductance = toA * toB / (toA + toB);
        (byFirst, bySecond) = (first < 0 ? conductance * _pressure[a] : 0, second < 0 ? -conductance * _pressure[b] : 0);
        return conductance * (Dissolved(a, first) - Dissolved(b, second));
    }

    public double Inflow(int open, double u, out double slope)
    {
        AreaBoundary face = _open[open];
        int layer = _grid.LayerOf(face.Cell);
        double conductance = face.Shape * _transport[layer];
        slope = u < 0 ? -conductance * _pressure[layer] : 0;
        return conductance * (_outside - Dissolved(layer, u));
    }

    private double Dissolved(int layer, double u) => _pressure[layer] * (1 + Math.Min(u, 0));
}
