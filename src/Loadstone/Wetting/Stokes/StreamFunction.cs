using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>
/// The unknowns of a flow: the stream function ψ [m²/s] at the nodes in the pores, and one value for every disc. The flux through a face is the
/// difference of ψ between its ends, so that what flows into a cell flows out of it to the last digit. ψ is given at the sides, which nothing crosses,
/// and along the inlet.
/// </summary>
internal sealed class StreamFunction
{
    private readonly CutCellGrid _grid;
    private readonly int[] _unknown;
    private readonly double[] _given;

    public StreamFunction(CutCellGrid grid, double inletVelocity)
    {
        _grid = grid;
        int across = grid.Columns + 1, nodes = across * (grid.Rows + 1), discs = grid.Bed.Discs.Count;
        (_unknown, _given) = (new int[nodes], new double[nodes]);
        double[] given = new double[discs];
        Array.Fill(given, double.NaN);
        Array.Fill(_given, double.NaN);
        double flux = inletVelocity * grid.Bed.Width, open = 0, passed = 0;
        for (int column = 0; column < grid.Columns; column++) open += Inlet(column);
        for (int row = 0; row <= grid.Rows; row++) (_given[row * across], _given[row * across + grid.Columns]) = (0, flux);
        for (int column = 0; column < grid.Columns; column++)
        {
            _given[grid.Rows * across + column] = flux * passed / open;
            passed += Inlet(column);
        }
        for (int node = 0; node < nodes; node++)
        {
            if (grid.NodeDisc[node] is >= 0 and int disc && double.IsFinite(_given[node])) given[disc] = _given[node];
        }
        int[] ofDisc = new int[discs];
        Array.Fill(ofDisc, -1);
        for (int node = 0; node < nodes; node++)
        {
            int disc = grid.NodeDisc[node];
            if (disc >= 0) _given[node] = given[disc];
            if (double.IsFinite(_given[node])) _unknown[node] = -1;
            else if (disc < 0) _unknown[node] = Count++;
            else _unknown[node] = ofDisc[disc] < 0 ? ofDisc[disc] = Count++ : ofDisc[disc];
        }
    }

    /// <summary>How many unknowns there are.</summary>
    public int Count { get; }

    /// <summary>Number of the unknown at a node, or −1 where ψ is given.</summary>
    public int Unknown(int node) => _unknown[node];

    /// <summary>ψ at a node where it is given [m²/s].</summary>
    public double Given(int node) => _given[node];

    /// <summary>ψ at every node [m²/s].</summary>
    public void Spread(ReadOnlySpan<double> unknowns, Span<double> nodes)
    {
        for (int node = 0; node < nodes.Length; node++) nodes[node] = _unknown[node] < 0 ? _given[node] : unknowns[_unknown[node]];
    }

    private double Inlet(int column) => _grid.LevelHigh[_grid.Rows * _grid.Columns + column] - _grid.LevelLow[_grid.Rows * _grid.Columns + column];
}
