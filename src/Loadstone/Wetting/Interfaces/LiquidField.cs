using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Interfaces;

/// <summary>
/// Liquid and air in the pores of a grid: of every cell the share of its pore that is liquid, carried along by fluxes through the faces. The
/// interface of a cell is a line. Steps are split by direction after G. D. Weymouth and D. K.-P. Yue, J. Comput. Phys. 229, 2853 (2010): where fluxes
/// have no divergence, no liquid is made or lost but by rounding, and shares stay between 0 and 1 without being cut off. The sides are planes of
/// symmetry; what comes in through the top is liquid, what comes back through the bottom is air,
/// or liquid where no interface is near. Not for several threads at once.
/// </summary>
public sealed partial class LiquidField
{
    // Shares nearer to 0 or 1 count as air or liquid when fluxes are taken; they keep their value.
    private const double Trace = 1e-13;

    private readonly CutCellGrid _grid;
    private readonly PoreShapes _shapes;
    private readonly InterfaceNormals _normals;
    private readonly double[] _shares;
    private int _steps;

    /// <summary>Pores full of air.</summary>
    /// <param name="grid">The grid.</param>
    public LiquidField(CutCellGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        _grid = grid;
        _shapes = new PoreShapes(grid);
        _normals = new InterfaceNormals(_shapes);
        int cells = grid.Columns * grid.Rows;
        // One more than cells: the liquid above the inlet.
        _shares = new double[cells + 1];
        _shares[cells] = 1;
        (_band, _keeps) = (new int[cells], new double[cells]);
        (_upright, _level) = (new double[(grid.Columns + 1) * grid.Rows], new double[grid.Columns * (grid.Rows + 1)]);
        _phases = new Phase[_shapes.Stride * (grid.Rows + 3) + System.Numerics.Vector<byte>.Count];
        MarkPhases();
    }

    /// <summary>Share of liquid in the pore of every cell; 0 where there is no pore. Cell <c>row·Columns + column</c>.</summary>
    public ReadOnlySpan<double> Share => _shares.AsSpan(0, _band.Length);

    /// <summary>Liquid that has come in through the top, less what has left there [m²].</summary>
    public double Inflow { get; private set; }

    /// <summary>Liquid that has left through the bottom [m²].</summary>
    public double Outflow { get; private set; }

    /// <summary>Area of the liquid in the pores [m²].</summary>
    public double LiquidArea
    {
        get
        {
            double sum = 0;
            for (int place = 0; place < _shapes.Sources.Length; place++)
            {
                if (IsInside(place)) sum += _shares[_shapes.Sources[place]] * _shapes.Area(place);
            }
            return sum * _grid.Cell * _grid.Cell;
        }
    }

    /// <summary>Puts other shares in place, as a start.</summary>
    /// <param name="shares">Share of liquid in the pore of every cell; read in cells with a pore only.</param>
    /// <exception cref="ArgumentException">They are too few or too many, or one is no fraction.</exception>
    public void Fill(ReadOnlySpan<double> shares)
    {
        if (shares.Length != _band.Length) throw new ArgumentException($"expected one share for each of {_band.Length} cells, not {shares.Length}.", nameof(shares));
        for (int place = 0; place < _shapes.Sources.Length; place++)
        {
            if (IsInside(place)) _shares[_shapes.Sources[place]] = Require.Within(shares[_shapes.Sources[place]], -Trace, 1 + Trace, "(fraction)", nameof(shares));
        }
        MarkPhases();
    }

    /// <summary>The state, to go on from later.</summary>
    public LiquidState Save() => new(Share.ToArray(), _steps, Inflow, Outflow);

    /// <summary>Goes back to a state of a field on the same grid.</summary>
    public void Restore(LiquidState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Fill(state.Share);
        (_steps, Inflow, Outflow) = (state.Steps, state.Inflow, state.Outflow);
    }

    /// <summary>The interface of a cell.</summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="from">One end; seen from it towards the other the liquid lies on the left.</param>
    /// <param name="to">The other end.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryInterface(int cell, out PlanePoint from, out PlanePoint to)
    {
        int place = _shapes.Place(cell / _grid.Columns, cell % _grid.Columns);
        (from, to) = (default, default);
        if (_phases[place] != Phase.Mixed) return false;
        HalfPlane half = _normals.At(place, _shares);
        PlanePoint anchor = _shapes.Anchor(place);
        (double nx, double ny, double d) = half with { Distance = half.Distance + half.NormalX * anchor.X + half.NormalY * anchor.Y };
        Cut cut = _shapes.Behind(place, new HalfPlane(nx, ny, d));
        double x = cell % _grid.Columns, y = cell / _grid.Columns, side = _grid.Cell;
        PlanePoint At(double t) => new((x + nx * d - ny * t) * side, _grid.Bottom + (y + ny * d + nx * t) * side);
        (from, to) = (At(cut.Middle - cut.Length / 2), At(cut.Middle + cut.Length / 2));
        return true;
    }

    // Places of the grid's own cells with a pore: not its frame.
    private bool IsInside(int place)
    {
        int column = place % _shapes.Stride - 1, row = place / _shapes.Stride - 1;
        return column >= 0 && column < _grid.Columns && row >= 0 && row < _grid.Rows && !_shapes.IsSolid(place);
    }
}
