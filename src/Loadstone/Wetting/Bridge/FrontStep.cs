using Loadstone.Wetting.Stokes;
using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Wetting.Bridge;

/// <summary>
/// A step of fronts in time, forward by what they are at its end: their markers go as the flow and the surface energy at the places that they reach demand,
/// δ = Δt (u + M f(δ)), by Newton's method. Energy never grows by more than what drives the inlet, however long the step is.
/// </summary>
internal sealed class FrontStep
{
    private const int MostIterations = 20;
    private const double Tolerance = 1e-11;

    private readonly IReadOnlyList<FrontShape> _shapes;
    private readonly FrontResponse _response;
    private readonly double _tension, _cell, _inflow, _flux, _inletPower;
    private readonly double? _pressure;
    private readonly int _count;
    private readonly double[] _way, _force, _gradient, _diagonal, _next;

    /// <summary>A step.</summary>
    /// <param name="shapes">The fronts where it begins.</param>
    /// <param name="response">How their markers answer.</param>
    /// <param name="flow">The flow, found for where the fluids are.</param>
    /// <param name="tension">Surface tension [N/m].</param>
    /// <param name="inflow">Inlet velocity over that of the flow; what it is where a pressure drives has no meaning.</param>
    /// <param name="pressure">Pressure at the inlet over that below [Pa], where that is given instead.</param>
    public FrontStep(IReadOnlyList<FrontShape> shapes, FrontResponse response, StokesFlow flow, double tension, double inflow, double? pressure)
    {
        (_shapes, _response, _tension, _cell, _inflow, _pressure) = (shapes, response, tension, flow.Grid.Cell, inflow, pressure);
        double flux = flow.InletVelocity * flow.Grid.Bed.Width;
        (_count, _flux, _inletPower) = (response.Count, flux, flow.PressureDrop * flux);
        (_way, _force, _gradient, _diagonal, _next) = (new double[_count], new double[_count], new double[_count], new double[_count], new double[_count]);
    }

    /// <summary>Way of every marker [m].</summary>
    public ReadOnlySpan<double> Way => _way;

    /// <summary>Force on every marker where the step ends [N/m].</summary>
    public ReadOnlySpan<double> Force => _force;

    /// <summary>Inlet velocity over that of the flow.</summary>
    public double Inflow { get; private set; }

    /// <summary>Pressure at the inlet over that below [Pa].</summary>
    public double Pressure { get; private set; }

    /// <summary>Finds the step.</summary>
    /// <returns>Whether it was found: a long one may jump over what the fronts do meanwhile.</returns>
    public bool TryTake(double time)
    {
        Array.Clear(_way);
        double[,] mobility = _response.Mobility;
        double[] residual = new double[_count];
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            Forces();
            double against = 0;
            for (int i = 0; i < _count; i++) against += _response.Inflow[i] * _force[i];
            // What comes in does work on the flow and on the fronts: p Q = Φ − f·u, linear in the inflow.
            Inflow = _pressure is { } pressure ? (pressure * _flux + against) / _inletPower : _inflow;
            Pressure = (Inflow * _inletPower - against) / _flux;
            var jacobian = Matrix<double>.Build.Dense(_count, _count);
            for (int i = 0; i < _count; i++)
            {
                double speed = Inflow * _response.Inflow[i];
                for (int j = 0; j < _count; j++) speed += mobility[i, j] * _force[j];
                residual[i] = time * speed - _way[i];
            }
            for (int f = 0; f < _shapes.Count; f++) AddColumns(f, time, jacobian);
            for (int i = 0; i < _count; i++) jacobian[i, i] += 1;
            Vector<double> change = jacobian.LU().Solve(Vector<double>.Build.Dense(residual));
            double largest = 0;
            for (int i = 0; i < _count; i++)
            {
                largest = Math.Max(largest, Math.Abs(change[i]));
                _way[i] += change[i];
            }
            if (!(largest < 10 * _cell)) return false;
            if (largest < Tolerance * _cell)
            {
                Forces();
                return true;
            }
        }
        return false;
    }

    private void Forces()
    {
        for (int f = 0; f < _shapes.Count; f++)
        {
            int first = _response.FirstMarker[f], count = _shapes[f].Front.Count;
            _shapes[f].Energy(_way.AsSpan(first, count), _gradient.AsSpan(first, count), _diagonal.AsSpan(first, count), _next.AsSpan(first, count));
        }
        for (int i = 0; i < _count; i++) _force[i] = -_tension * _gradient[i];
    }

    // Δt M σH, column by column: each holds a marker's own and its neighbours' second derivatives.
    private void AddColumns(int front, double time, Matrix<double> jacobian)
    {
        int first = _response.FirstMarker[front], count = _shapes[front].Front.Count;
        bool isClosed = _shapes[front].Front.IsClosed;
        double scale = time * _tension;
        for (int j = 0; j < count; j++)
        {
            int before = j > 0 ? j - 1 : isClosed ? count - 1 : -1, after = j + 1 < count ? j + 1 : isClosed ? 0 : -1;
            for (int i = 0; i < _count; i++)
            {
                double sum = Answer(i, first + j) * _diagonal[first + j];
                if (before >= 0) sum += Answer(i, first + before) * _next[first + before];
                if (after >= 0) sum += Answer(i, first + after) * _next[first + j];
                jacobian[i, first + j] += scale * sum;
            }
        }
    }

    // A pressure at the inlet lets more in where fronts pull.
    private double Answer(int marker, int force) =>
        _response.Mobility[marker, force] + (_pressure is null ? 0 : _response.Inflow[marker] * _response.Inflow[force] / _inletPower);
}
