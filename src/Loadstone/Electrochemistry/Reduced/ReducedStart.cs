using Loadstone.Cells;

namespace Loadstone.Electrochemistry.Reduced;

/// <summary>Rest states of a reduced model, and states and slopes that satisfy its algebraic equations.</summary>
internal sealed class ReducedStart(ReducedSystem system) : IConsistentStart
{

    // Time over which the slopes of potentials and reactions are taken as a difference [s].
    private const double SlopeTime = 1e-6;

    private readonly double[] _residual = new double[system.Size];
    private readonly double[] _zero = new double[system.Size];
    private readonly double[] _ahead = new double[system.Size];
    private readonly FrozenNewton _newton = new(system);

    /// <summary>A cell at rest.</summary>
    public void Rest(Span<double> y, RestState rest, double saltConcentration)
    {
        ReducedLayout layout = system.Layout;
        LumpedClasses classes = system.Classes;
        y.Clear();
        y[..system.Grid.Count].Fill(saltConcentration);
        y[layout.Negative] = rest.NegativePotential;
        y[layout.Positive] = rest.PositivePotential;
        y[layout.Voltage] = rest.PositivePotential - rest.NegativePotential;
        for (int k = 0; k < classes.Count; k++)
        {
            double theta = rest.StoichiometryOf(classes.Material[k], classes.IsNegative[k]);
            for (int s = 0; s < system.Radial.Count; s++) y[layout.Stoichiometry + s * classes.Count + k] = theta;
        }
    }

    /// <inheritdoc/>
    public bool Solve(double time, Span<double> y)
    {
        // From no reaction Newton's method climbs to the solution of the asinh without overshooting.
        y.Slice(system.Layout.Reaction, system.Classes.Count).Clear();
        y[system.Layout.Current] = system.Control.GivesCurrent ? system.Control.CurrentAt(time) : 0;
        return _newton.Solve(time, y);
    }

    /// <inheritdoc/>
    public void Slopes(double time, ReadOnlySpan<double> y, Span<double> slope)
    {
        CellGrid grid = system.Grid;
        ReducedLayout layout = system.Layout;
        int classes = system.Classes.Count;
        slope.Clear();
        system.Residual(time, y, _zero, _residual);
        for (int i = 0; i < grid.Count; i++) slope[i] = -_residual[i] / (PhysicalConstants.Faraday * grid.Width[i] * grid.Porosity[i]);
        for (int i = layout.Stoichiometry; i < layout.Charge; i++)
        {
            slope[i] = -_residual[i] / system.Radial.Volume[(i - layout.Stoichiometry) / classes];
        }
        slope[layout.Charge] = y[layout.Current];
        slope[layout.Energy] = y[layout.Current] * system.Voltage(y);

        // Potentials and reactions follow: their slopes come from solving again a moment later.
        for (int i = 0; i < y.Length; i++) _ahead[i] = y[i] + SlopeTime * slope[i];
        if (system.Control.GivesCurrent) _ahead[layout.Current] = system.Control.CurrentAt(time + SlopeTime);
        if (!_newton.Solve(time + SlopeTime, _ahead)) return;
        for (int i = layout.Reaction; i < layout.Stoichiometry; i++) slope[i] = (_ahead[i] - y[i]) / SlopeTime;
    }
}
