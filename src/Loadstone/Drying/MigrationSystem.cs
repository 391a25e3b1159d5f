using Loadstone.Numerics;

namespace Loadstone.Drying;

/// <summary>
/// Mass of a species per area and per relative depth ξ, b = h φ c, while the film shrinks (Font, Protas, Richardson, Foster,
/// J. Power Sources 393, 177 (2018)). The particles rest at ξ = z/h. The liquid, L = h φ per area, passes them at ξE, with
/// E = −L′ the speed at which the surface sinks, so that
/// ∂b/∂t = −∂/∂ξ [ ξ (E/L) b − (D/h²) ∂b/∂ξ ], without flux at foil and surface.
/// Finite volumes with exponentially fitted fluxes: second order, positive, and exact to round-off in the total.
/// </summary>
internal sealed class MigrationSystem : IDaeSystem
{
    private const double Largest = 600; // Péclet number of a cell beyond which its diffusion is below round-off

    private readonly DryingCurve _curve;
    private readonly Func<double, double> _diffusivity;
    private readonly double _tolerance;
    private readonly double[] _edges, _widths, _gaps;
    private readonly double[] _below, _above; // a flux is below·b_i + above·b_{i+1}
    private readonly double[] _lower, _diagonal, _upper;

    public MigrationSystem(DryingCurve curve, Func<double, double> diffusivity, double[] edges, double tolerance)
    {
        (_curve, _diffusivity, _edges, _tolerance) = (curve, diffusivity, edges, tolerance);
        Size = edges.Length - 1;
        _widths = new double[Size];
        for (int i = 0; i < Size; i++) _widths[i] = edges[i + 1] - edges[i];
        _gaps = new double[Size - 1];
        for (int i = 0; i < Size - 1; i++) _gaps[i] = (_widths[i] + _widths[i + 1]) / 2;
        (_below, _above) = (new double[Size - 1], new double[Size - 1]);
        (_lower, _diagonal, _upper) = (new double[Size], new double[Size], new double[Size]);
    }

    public int Size { get; }

    public void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        SetCoefficients(time);
        for (int i = 0; i < Size; i++) residual[i] = slope[i];
        for (int i = 0; i < Size - 1; i++)
        {
            double flux = _below[i] * y[i] + _above[i] * y[i + 1];
            residual[i] += flux / _widths[i];
            residual[i + 1] -= flux / _widths[i + 1];
        }
    }

    public bool Factor(double leadingCoefficient)
    {
        for (int i = 0; i < Size; i++)
        {
            (_lower[i], _upper[i], _diagonal[i]) = (0, 0, leadingCoefficient);
            if (i > 0)
            {
                _lower[i] = -_below[i - 1] / _widths[i];
                _diagonal[i] -= _above[i - 1] / _widths[i];
            }
            if (i < Size - 1)
            {
                _upper[i] = _above[i] / _widths[i];
                _diagonal[i] += _below[i] / _widths[i];
            }
            if (i == 0) continue;
            // The matrix is diagonally dominant by columns, so elimination needs no pivots.
            _lower[i] /= _diagonal[i - 1];
            _diagonal[i] -= _lower[i] * _upper[i - 1];
        }
        return true;
    }

    public void Solve(Span<double> rightHandSide)
    {
        for (int i = 1; i < Size; i++) rightHandSide[i] -= _lower[i] * rightHandSide[i - 1];
        rightHandSide[Size - 1] /= _diagonal[Size - 1];
        for (int i = Size - 2; i >= 0; i--) rightHandSide[i] = (rightHandSide[i] - _upper[i] * rightHandSide[i + 1]) / _diagonal[i];
    }

    public double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update) => 1;

    public void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights)
    {
        for (int i = 0; i < Size; i++) weights[i] = 1 / (_tolerance * (1 + Math.Abs(y[i])));
    }

    public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights)
    {
        double largest = 0;
        for (int i = 0; i < Size; i++)
        {
            double scaled = Math.Abs(error[i] * weights[i]);
            if (!(scaled <= largest)) largest = scaled;
        }
        return largest;
    }

    /// <summary>Velocity E/L and diffusivity D/h² in relative depth [1/s].</summary>
    public static (double Velocity, double Diffusion) Coefficients(DryingCurve curve, Func<double, double> diffusivity, double time)
    {
        (double solvent, double slope) = curve.SolventAt(time);
        double density = curve.Film.Solvent.Density.Value;
        double thickness = curve.Film.SolidMass / curve.Film.SolidDensity + solvent / density;
        return (-slope / solvent, diffusivity(curve.TemperatureAt(time)) / (thickness * thickness));
    }

    /// <summary>x/(eˣ − 1).</summary>
    public static double Bernoulli(double x)
    {
        if (Math.Abs(x) < 1e-3) return 1 - x / 2 + x * x / 12;
        // Half arguments keep the difference of exponentials exact near zero.
        return x / 2 * Math.Exp(-x / 2) / Math.Sinh(x / 2);
    }

    private void SetCoefficients(double time)
    {
        (double velocity, double diffusion) = Coefficients(_curve, _diffusivity, time);
        for (int i = 0; i < Size - 1; i++)
        {
            double v = velocity * _edges[i + 1], conductance = diffusion / _gaps[i];
            // Without diffusion the fitted flux is the upwind one.
            double p = conductance > 0 ? v / conductance : v >= 0 ? double.PositiveInfinity : double.NegativeInfinity;
            if (Math.Abs(p) > Largest)
            {
                (_below[i], _above[i]) = (Math.Max(v, 0), Math.Min(v, 0));
                continue;
            }
            double right = Bernoulli(p);
            (_below[i], _above[i]) = (conductance * (right + p), -conductance * right);
        }
    }
}
