namespace Loadstone.Wetting.Areas;

/// <summary>
/// Ohmic resistance of an area that is partly wet: columns side by side, each its cells one after the other, with the conductivity κ (ε/τ) S^n.
/// </summary>
internal sealed class OhmicIntercept
{
    private readonly AreaGrid _grid;
    private readonly double _exponent;
    private readonly double[] _whenWet; // of each row, per area

    internal OhmicIntercept(WettingArea area, AreaGrid grid)
    {
        (_grid, _exponent) = (grid, area.SaturationExponent);
        _whenWet = [.. Enumerable.Range(0, grid.Rows).Select(row => grid.RowHeight[row] / (area.Conductivity * area.Layers[grid.RowLayer[row]].TransportEfficiency))];
        WhenWet = _whenWet.Sum();
    }

    /// <summary>Resistance when all is wet [Ω m²].</summary>
    internal double WhenWet { get; }

    /// <summary>Resistance at wetted fractions of the cells [Ω m²].</summary>
    internal double Of(ReadOnlySpan<double> wetted)
    {
        double conductance = 0;
        for (int c = 0; c < _grid.Columns; c++)
        {
            double resistance = 0;
            for (int r = 0; r < _grid.Rows; r++) resistance += _whenWet[r] / Math.Pow(wetted[c * _grid.Rows + r], _exponent);
            conductance += _grid.ColumnShare[c] / resistance;
        }
        return conductance > 0 ? 1 / conductance : double.PositiveInfinity;
    }
}
