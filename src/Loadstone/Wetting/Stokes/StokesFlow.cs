using Loadstone.Numerics;
using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>
/// Slow flow of two fluids through a bed: Stokes' equations without inertia, no slip on the discs, planes of symmetry at the sides, a uniform velocity downwards at
/// the inlet on top, no pressure below. Of all flows that conserve volume the slow one dissipates least (H. von Helmholtz 1868; D. J. Korteweg
/// 1883): on the staggered cut-cell grid that is one sparse, symmetric, positive definite system in the stream function, the pressure being
/// what it takes to keep volume and found afterwards. Divergence is zero to rounding. Not safe for concurrent use.
/// </summary>
public sealed class StokesFlow
{
    private readonly StreamFunction _unknowns;
    private readonly IReadOnlyList<DissipationTerm> _terms;
    private readonly DissipationMatrix _dissipation;
    private readonly SparseSymmetric _matrix;
    private readonly SparseCholesky _factor;
    private readonly double[] _viscosity, _rightSide, _residual, _solution, _nodes, _velocity, _uprightFlux, _levelFlux;

    /// <summary>Prepares the flow through a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="inletVelocity">Velocity downwards at the inlet [m/s], above 0.</param>
    /// <param name="fluids">Viscosities.</param>
    public StokesFlow(CutCellGrid grid, double inletVelocity, FluidPair fluids)
    {
        ArgumentNullException.ThrowIfNull(grid);
        (Grid, InletVelocity, Fluids) = (grid, Require.Positive(inletVelocity, "m/s", nameof(inletVelocity)), fluids);
        _unknowns = new StreamFunction(grid, inletVelocity);
        _terms = DissipationTerms.Of(grid);
        _dissipation = new DissipationMatrix(grid, _unknowns, _terms);
        _matrix = new SparseSymmetric(_dissipation.Pattern);
        _factor = SparseCholesky.Analyse(_dissipation.Pattern);
        _viscosity = new double[grid.Pore.Length + grid.NodeDisc.Length];
        (_rightSide, _residual, _solution, _nodes) = (new double[_unknowns.Count], new double[_unknowns.Count], new double[_unknowns.Count], new double[grid.NodeDisc.Length]);
        (_uprightFlux, _levelFlux) = (new double[grid.UprightLow.Length], new double[grid.LevelLow.Length]);
        _velocity = new double[_uprightFlux.Length + _levelFlux.Length];
    }

    /// <summary>The grid.</summary>
    public CutCellGrid Grid { get; }

    /// <summary>Velocity downwards at the inlet [m/s].</summary>
    public double InletVelocity { get; }

    /// <summary>Viscosities.</summary>
    public FluidPair Fluids { get; }

    /// <summary>Number of unknowns.</summary>
    public int UnknownCount => _unknowns.Count;

    /// <summary>Flux to the right through every upright face, per depth [m²/s].</summary>
    public ReadOnlySpan<double> UprightFlux => _uprightFlux;

    /// <summary>Flux upwards through every level face, per depth [m²/s].</summary>
    public ReadOnlySpan<double> LevelFlux => _levelFlux;

    /// <summary>Stream function at every node [m²/s].</summary>
    public ReadOnlySpan<double> Nodes => _nodes;

    /// <summary>Pressure at the inlet over that below [Pa]: what is dissipated over the flux.</summary>
    public double PressureDrop { get; private set; }

    /// <summary>Finds the flow.</summary>
    /// <param name="liquidShare">Liquid's share of every cell's pore.</param>
    public void Solve(ReadOnlySpan<double> liquidShare)
    {
        SiteViscosity.Set(Grid, Fluids, liquidShare, _viscosity);
        _dissipation.Assemble(_viscosity, _matrix, _rightSide);
        _factor.Factor(_matrix.Values);
        _rightSide.CopyTo(_solution, 0);
        _factor.Solve(_solution);
        Refine();
        _unknowns.Spread(_solution, _nodes);
        for (int face = 0; face < _velocity.Length; face++)
        {
            FaceEnds ends = FaceEnds.Of(Grid, face);
            double flux = ends.Opening > 0 ? _nodes[ends.Plus] - _nodes[ends.Minus] : 0;
            _velocity[face] = flux == 0 ? 0 : flux / (ends.Opening * Grid.Cell);
            if (face < _uprightFlux.Length) _uprightFlux[face] = flux;
            else _levelFlux[face - _uprightFlux.Length] = flux;
        }
        double dissipated = 0;
        foreach (DissipationTerm term in _terms) dissipated += _viscosity[term.Site] * term.Weight * term.Left.Of(_velocity) * term.Right.Of(_velocity);
        PressureDrop = dissipated / (InletVelocity * Grid.Bed.Width);
    }

    /// <summary>Number of the unknown at a node, or −1 where the stream function is given.</summary>
    internal int Unknown(int node) => _unknowns.Unknown(node);

    /// <summary>Finds what forces that act on the stream function's unknowns add to it [m²/s], with the viscosities of the last <see cref="Solve"/>.</summary>
    internal void Answer(Span<double> load) => _factor.Solve(load);

    /// <summary>Pressure in every cell over that below [Pa]; NaN where no pore is. Of the last <see cref="Solve"/>.</summary>
    public double[] Pressure() => PressureField.Of(Grid, Forces());

    /// <summary>Speed in every cell [m/s], from the mean velocities through its faces; 0 where no pore is.</summary>
    public double[] Speed()
    {
        double[] speed = new double[Grid.Pore.Length];
        for (int cell = 0; cell < speed.Length; cell++)
        {
            if (Grid.Pore[cell] <= 0) continue;
            int west = cell / Grid.Columns * (Grid.Columns + 1) + cell % Grid.Columns;
            double u = (_uprightFlux[west] + _uprightFlux[west + 1]) / 2, v = (_levelFlux[cell] + _levelFlux[cell + Grid.Columns]) / 2;
            speed[cell] = Math.Sqrt(u * u + v * v) / Grid.Cell;
        }
        return speed;
    }

    // Viscosities and slivers spread the entries over ten decades; what rounding left of the right-hand side is solved for once more.
    private void Refine()
    {
        _matrix.Multiply(_solution, _residual);
        for (int i = 0; i < _residual.Length; i++) _residual[i] = _rightSide[i] - _residual[i];
        _factor.Solve(_residual);
        for (int i = 0; i < _residual.Length; i++) _solution[i] += _residual[i];
    }

    // Viscous force on each face velocity per depth [N/m].
    private double[] Forces()
    {
        double[] force = new double[_velocity.Length];
        foreach (DissipationTerm term in _terms)
        {
            double scale = _viscosity[term.Site] * term.Weight / 2, left = scale * term.Left.Of(_velocity), right = scale * term.Right.Of(_velocity);
            Push(force, term.Left, right);
            Push(force, term.Right, left);
        }
        return force;
    }

    private static void Push(double[] force, in VelocityDifference difference, double by)
    {
        force[difference.First] += difference.FirstWeight * by;
        if (difference.Second >= 0) force[difference.Second] += difference.SecondWeight * by;
    }
}
