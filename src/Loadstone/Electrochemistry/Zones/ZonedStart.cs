using Loadstone.Cells;

namespace Loadstone.Electrochemistry.Zones;

/// <summary>Rest states of a cell of zones, and states and slopes that satisfy its algebraic equations.</summary>
internal sealed class ZonedStart(ZonedSystem system) : IConsistentStart
{
    private readonly ConsistentStart[] _zones = [.. system.Zones.Select(zone => new ConsistentStart(zone))];
    private readonly double[] _before = new double[system.Size];
    private readonly FrozenNewton _newton = new(system);

    /// <summary>The zones at rest.</summary>
    public void Rest(double[] y, ZonedCell cell, double stateOfCharge)
    {
        Array.Clear(y);
        IReadOnlyList<RestState> rests = cell.RestAt(stateOfCharge);
        for (int z = 0; z < _zones.Length; z++) _zones[z].Rest(system.Of(z, y.AsSpan()), rests[z], cell.Zones[z].Cell.Electrolyte.InitialConcentration);
        y[system.Terminal.Potential] = rests[0].PositivePotential - rests[0].NegativePotential;
    }

    /// <inheritdoc/>
    public bool Solve(double time, Span<double> y)
    {
        y.CopyTo(_before);
        // From no reaction Newton's method climbs to the solution of the asinh without overshooting; surfaces that are full or
        // empty at no current start better from the step before.
        SetReactions(y, clear: true, time);
        if (_newton.Solve(time, y)) return true;
        _before.CopyTo(y);
        SetReactions(y, clear: false, time);
        if (_newton.Solve(time, y)) return true;
        if (!system.Control.GivesCurrent) return false;
        _before.CopyTo(y);
        SetReactions(y, clear: true, time);
        return CurrentApproach.Solve(system, _newton, time, y);
    }

    /// <inheritdoc/>
    public void Slopes(double time, ReadOnlySpan<double> y, Span<double> slope)
    {
        TerminalUnknowns t = system.Terminal;
        slope.Clear();
        double seconds = double.PositiveInfinity;
        for (int z = 0; z < _zones.Length; z++) seconds = Math.Min(seconds, _zones[z].DifferentialSlopes(time, system.Of(z, y), system.Of(z, slope)));
        slope[t.Charge] = y[t.Current];
        slope[t.Energy] = y[t.Current] * y[t.Potential];

        // Potentials, reactions and currents follow: their slopes come from solving again a moment later.
        double[] ahead = _before;
        for (int i = 0; i < y.Length; i++) ahead[i] = y[i] + seconds * slope[i];
        if (system.Control.GivesCurrent) ahead[t.Current] = system.Control.CurrentAt(time + seconds);
        if (!_newton.Solve(time + seconds, ahead)) return;
        for (int z = 0; z < _zones.Length; z++) _zones[z].AlgebraicSlopes(system.Of(z, y), system.Of(z, (ReadOnlySpan<double>)ahead), seconds, system.Of(z, slope));
        slope[t.Potential] = (ahead[t.Potential] - y[t.Potential]) / seconds;
        slope[t.Current] = (ahead[t.Current] - y[t.Current]) / seconds;
    }

    private void SetReactions(Span<double> y, bool clear, double time)
    {
        double current = system.Control.GivesCurrent ? system.Control.CurrentAt(time) : 0;
        if (clear || system.Control.GivesCurrent) y[system.Terminal.Current] = current;
        for (int z = 0; z < _zones.Length && clear; z++)
        {
            StateLayout layout = system.Zones[z].Layout;
            Span<double> own = system.Of(z, y);
            _zones[z].ClearReactions(own);
            own[layout.Current] = current;
        }
    }
}
