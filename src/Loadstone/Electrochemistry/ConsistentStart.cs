using Loadstone.Cells;

namespace Loadstone.Electrochemistry;

/// <summary>Rest states, and states and slopes that satisfy the algebraic equations when a step begins.</summary>
internal sealed class ConsistentStart(PorousElectrodeSystem system) : IConsistentStart
{

    // Time over which the slopes of potentials and reactions are taken as a difference [s].
    private const double SlopeTime = 1e-6;

    // Shorter where a double layer would change by more than this meanwhile [V].
    private const double LargestChange = 1e-4;

    private readonly double[] _residual = new double[system.Size];
    private readonly double[] _zero = new double[system.Size];
    private readonly double[] _ahead = new double[system.Size];
    private readonly FrozenNewton _newton = new(system);

    /// <summary>A cell at rest.</summary>
    public void Rest(Span<double> y, RestState rest, double saltConcentration)
    {
        CellGrid grid = system.Grid;
        StateLayout layout = system.Layout;
        y.Clear();
        y[..grid.Count].Fill(saltConcentration);
        y[layout.Temperature] = system.Temperature;
        y.Slice(layout.ElectrolytePotential, grid.Count).Fill(-rest.NegativePotential);
        y.Slice(layout.SolidPotential + grid.PositiveStart, grid.PositiveCount).Fill(rest.PositivePotential - rest.NegativePotential);
        for (int k = 0; k < grid.ParticleCount; k++)
        {
            int material = Array.FindLastIndex(grid.MaterialStart, start => start <= k);
            double theta = rest.StoichiometryOf(grid.Materials[material], grid.ParticleCell[k] < grid.NegativeCount);
            for (int s = 0; s < system.Radial.Count; s++) y[layout.Stoichiometry + s * grid.ParticleCount + k] = theta;
        }
    }

    /// <summary>
    /// Solves the algebraic equations for potentials, reactions and current of a new step while concentrations stand still.
    /// </summary>
    /// <returns>False when Newton's method does not converge.</returns>
    public bool Solve(double time, Span<double> y)
    {
        StateLayout layout = system.Layout;
        y.CopyTo(_ahead);
        // asinh is concave above zero and convex below: from zero Newton's method climbs to the solution without overshooting,
        // from the reactions of the step before it can be thrown from side to side.
        ClearReactions(y);
        y[layout.Current] = system.Control.GivesCurrent ? system.Control.CurrentAt(time) : 0;
        if (_newton.Solve(time, y)) return true;

        // Surfaces that are full or empty at no current are the exception: there the step before is the better start.
        _ahead.CopyTo(y);
        if (system.Control.GivesCurrent) y[layout.Current] = system.Control.CurrentAt(time);
        if (_newton.Solve(time, y)) return true;
        if (!system.Control.GivesCurrent) return false;
        _ahead.CopyTo(y);
        y.Slice(layout.Reaction, layout.Particles).Clear();
        return CurrentApproach.Solve(system, _newton, time, y);
    }

    /// <summary>Sets the reactions to zero; where there is a double layer its potential is carried over, and the reaction with it.</summary>
    public void ClearReactions(Span<double> y)
    {
        CellGrid grid = system.Grid;
        for (int k = 0; k < grid.ParticleCount; k++)
        {
            if (grid.DoubleLayer[grid.ParticleCell[k]] == 0) y[system.Layout.Reaction + k] = 0;
        }
    }

    /// <summary>Slopes at a consistent state.</summary>
    public void Slopes(double time, ReadOnlySpan<double> y, Span<double> slope)
    {
        double ahead = DifferentialSlopes(time, y, slope);

        // Potentials and reactions follow the concentrations: their slopes come from solving again a moment later.
        for (int i = 0; i < y.Length; i++) _ahead[i] = y[i] + ahead * slope[i];
        if (system.Control.GivesCurrent) _ahead[system.Layout.Current] = system.Control.CurrentAt(time + ahead);
        if (_newton.Solve(time + ahead, _ahead)) AlgebraicSlopes(y, _ahead, ahead, slope);
    }

    /// <summary>Slopes of what the equations give a derivative of; 0 for what follows.</summary>
    /// <returns>Time over which the slopes of what follows are to be taken as a difference [s].</returns>
    public double DifferentialSlopes(double time, ReadOnlySpan<double> y, Span<double> slope)
    {
        CellGrid grid = system.Grid;
        StateLayout layout = system.Layout;
        slope.Clear();
        system.Residual(time, y, _zero, _residual);
        double ahead = SlopeTime;
        if (system.HasDoubleLayers)
        {
            system.DoubleLayerSlopes(_residual, slope);
            for (int i = layout.SolidPotential; i < layout.Reaction; i++) ahead = Math.Min(ahead, LargestChange / Math.Abs(slope[i]));
            if (system.LithiumHasDoubleLayer) ahead = Math.Min(ahead, LargestChange / Math.Abs(slope[layout.LithiumPotential]));
            system.Residual(time, y, slope, _residual);
        }
        for (int i = 0; i < grid.Count; i++)
        {
            slope[i] = -_residual[i] / (PhysicalConstants.Faraday * grid.Width[i] * grid.Porosity[i]);
        }
        for (int s = 0; s < system.Radial.Count; s++)
        {
            int row = layout.Stoichiometry + s * grid.ParticleCount;
            for (int k = 0; k < grid.ParticleCount; k++) slope[row + k] = -_residual[row + k] / system.Radial.Volume[s];
        }
        slope[layout.Charge] = y[layout.Current];
        slope[layout.Energy] = y[layout.Current] * system.Voltage(y);
        slope[layout.Temperature] = -_residual[layout.Temperature] / system.HeatCapacityPerArea;
        return ahead;
    }

    /// <summary>Slopes of potentials, reactions and current, from a state and the one some seconds later.</summary>
    public void AlgebraicSlopes(ReadOnlySpan<double> y, ReadOnlySpan<double> later, double seconds, Span<double> slope)
    {
        StateLayout layout = system.Layout;
        for (int i = layout.ElectrolytePotential; i < layout.Stoichiometry; i++) slope[i] = (later[i] - y[i]) / seconds;
        slope[layout.Current] = (later[layout.Current] - y[layout.Current]) / seconds;
        if (system.LithiumHasDoubleLayer) slope[layout.LithiumReaction] = (later[layout.LithiumReaction] - y[layout.LithiumReaction]) / seconds;
    }
}
