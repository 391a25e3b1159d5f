namespace Loadstone.Wetting.Areas;

/// <summary>
/// Steps a storage law through time: implicit Euler on the amounts themselves, so that they are kept (M. A. Celia et al., Water Resour. Res.
/// 26, 1483 (1990)), Newton's method on unknowns in which neither amount nor flux is steep (K. Brenner and C. Cancès, SIAM J. Numer. Anal.
/// 55, 1760 (2017)), and steps as long as the change of the rates allows.
/// </summary>
internal sealed class StorageStepper
{
    private const int MostIterations = 30;

    // Of each cell's capacity. A residual this small is followed by one more iteration, after which it is round-off.
    private const double NearlySolved = 1e-7;

    private readonly AreaGrid _grid;
    private readonly IStorageLaw _law;
    private readonly BandMatrix _matrix;
    private readonly double[] _u, _trial, _amount, _next, _rate, _residual, _inflow;
    private readonly double _capacity, _tolerance;
    private double _step, _before;

    /// <summary>A stepper.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="law">The law.</param>
    /// <param name="start">Unknowns at the start.</param>
    /// <param name="firstStep">First step [s].</param>
    /// <param name="tolerance">Mean error of the amounts in a step, of the capacity.</param>
    internal StorageStepper(AreaGrid grid, IStorageLaw law, double[] start, double firstStep, double tolerance)
    {
        (_grid, _law, _step, _tolerance) = (grid, law, firstStep, tolerance);
        int n = grid.Cells;
        _matrix = new BandMatrix(n, Math.Min(grid.Rows, Math.Max(1, n - 1)));
        _u = [.. start];
        (_trial, _amount, _next, _rate, _residual, _inflow) = (new double[n], new double[n], new double[n], new double[n], new double[n], new double[law.Open.Length]);
        for (int i = 0; i < n; i++)
        {
            _amount[i] = law.Storage(i, _u[i], out _);
            _capacity += law.Capacity(i);
        }
        Held = Sum(_amount);
        Began = Held;
    }

    /// <summary>Time reached [s].</summary>
    internal double Time { get; private set; }

    /// <summary>Unknowns.</summary>
    internal ReadOnlySpan<double> Unknowns => _u;

    /// <summary>Amount in all cells.</summary>
    internal double Held { get; private set; }

    /// <summary>Amount at the start.</summary>
    internal double Began { get; }

    /// <summary>Amount that has come in through the open faces.</summary>
    internal double CameIn { get; private set; }

    /// <summary>Largest imbalance so far, of the capacity.</summary>
    internal double Imbalance { get; private set; }

    /// <summary>Steps taken.</summary>
    internal int Steps { get; private set; }

    /// <summary>One step, at most to a time.</summary>
    /// <exception cref="InvalidOperationException">No step however short can be solved.</exception>
    internal void Step(double stop)
    {
        double shortest = 1e-14 * Math.Max(stop, _step);
        while (true)
        {
            bool isLast = Time + _step * 1.0001 >= stop;
            double dt = isLast ? stop - Time : _step;
            if (!Solve(dt))
            {
                _step = dt / 4;
                if (_step < shortest) throw new InvalidOperationException(FormattableString.Invariant($"The filling of the area cannot be followed beyond {Time:g4} s."));
                continue;
            }
            double error = Error(dt);
            if (error > 4 * _tolerance && _before > 0)
            {
                _step = dt * Math.Max(0.2, 0.9 * Math.Sqrt(_tolerance / error));
                continue;
            }
            Accept(dt, isLast ? stop : Time + dt);
            double grown = dt * Math.Clamp(0.9 * Math.Sqrt(_tolerance / Math.Max(error, 1e-300)), 0.3, 2);
            _step = isLast ? Math.Max(_step, grown) : grown;
            return;
        }
    }

    private double Error(double dt)
    {
        double error = 0;
        for (int i = 0; i < _next.Length; i++) error += Math.Abs(_next[i] - _amount[i] - dt * _rate[i]);
        return error / (2 * _capacity);
    }

    private void Accept(double dt, double time)
    {
        for (int k = 0; k < _inflow.Length; k++) CameIn += dt * _inflow[k];
        for (int i = 0; i < _next.Length; i++) _rate[i] = (_next[i] - _amount[i]) / dt;
        _trial.CopyTo(_u, 0);
        _next.CopyTo(_amount, 0);
        Held = Sum(_amount);
        (Time, _before) = (time, dt);
        Steps++;
        Imbalance = Math.Max(Imbalance, Math.Abs(Held - Began - CameIn) / _capacity);
    }

    private bool Solve(double dt)
    {
        _u.CopyTo(_trial, 0);
        bool isNearlySolved = false;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            double worst = Assemble(dt);
            if (!double.IsFinite(worst)) return false;
            if (isNearlySolved || worst == 0) return worst <= 10 * NearlySolved;
            isNearlySolved = worst <= NearlySolved;
            if (!_matrix.Solve(_residual)) return false;
            double kink = _law.Kink;
            for (int i = 0; i < _trial.Length; i++)
            {
                double was = _trial[i], now = was - _residual[i];
                if (!isNearlySolved && (was < kink) != (now < kink)) now = was < kink ? kink : kink - 1e-6;
                _trial[i] = now;
            }
        }
        return false;
    }

    // Residual (amount − amount before)/dt − inflow and its matrix; returns the largest residual of a cell over its capacity.
    private double Assemble(double dt)
    {
        _matrix.Clear();
        for (int i = 0; i < _trial.Length; i++)
        {
            _next[i] = _law.Storage(i, _trial[i], out double slope);
            _residual[i] = (_next[i] - _amount[i]) / dt;
            _matrix.Add(i, i, slope / dt);
        }
        for (int f = 0; f < _grid.Faces.Length; f++)
        {
            AreaFace face = _grid.Faces[f];
            double flux = _law.Flux(f, _trial[face.First], _trial[face.Second], out double byFirst, out double bySecond);
            _residual[face.First] += flux;
            _residual[face.Second] -= flux;
            _matrix.Add(face.First, face.First, byFirst);
            _matrix.Add(face.First, face.Second, bySecond);
            _matrix.Add(face.Second, face.First, -byFirst);
            _matrix.Add(face.Second, face.Second, -bySecond);
        }
        ReadOnlySpan<AreaBoundary> open = _law.Open;
        for (int k = 0; k < open.Length; k++)
        {
            int cell = open[k].Cell;
            _inflow[k] = _law.Inflow(k, _trial[cell], out double slope);
            _residual[cell] -= _inflow[k];
            _matrix.Add(cell, cell, -slope);
        }
        double worst = 0;
        for (int i = 0; i < _residual.Length; i++) worst = Math.Max(worst, Math.Abs(_residual[i]) * dt / _law.Capacity(i));
        return worst;
    }

    private static double Sum(double[] values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum;
    }
}
