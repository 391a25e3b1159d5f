namespace Loadstone.Laboratory.Regression;

/// <summary>A polynomial of low degree through points by least squares, about their middle. Immutable.</summary>
public sealed class PolynomialFit
{
    private const int MostSteps = 50;

    private readonly LinearLeastSquares _fit;
    private readonly double _centre, _scale;

    private PolynomialFit(LinearLeastSquares fit, double centre, double scale) => (_fit, _centre, _scale) = (fit, centre, scale);

    /// <summary>Fits a polynomial.</summary>
    /// <param name="x">Abscissae, at more different places than the degree.</param>
    /// <param name="y">Ordinates, as many.</param>
    /// <param name="degree">Degree, 0 or more.</param>
    /// <exception cref="ArgumentException">There are too few places.</exception>
    public static PolynomialFit Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length, nameof(y));
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double v in x) (low, high) = (Math.Min(low, v), Math.Max(high, v));
        double centre = (low + high) / 2, scale = high > low ? (high - low) / 2 : 1;
        double[][] columns = new double[degree + 1][];
        for (int k = 0; k <= degree; k++)
        {
            columns[k] = new double[x.Length];
            for (int i = 0; i < x.Length; i++) columns[k][i] = k == 0 ? 1 : columns[k - 1][i] * (x[i] - centre) / scale;
        }
        return new PolynomialFit(LinearLeastSquares.Fit(y.ToArray(), columns), centre, scale);
    }

    /// <summary>Standard deviation of the points about it.</summary>
    public double Scatter => _fit.Scatter;

    /// <summary>Its value at an abscissa, with the standard error of the mean there.</summary>
    public Estimate At(double x) => _fit.Combination(Powers(x));

    /// <summary>Its derivative at an abscissa, with its standard error.</summary>
    public Estimate SlopeAt(double x) => _fit.Combination(Slopes(x));

    /// <summary>The abscissa at which it has a value, nearest to a place, with its standard error to first order; NaN where there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="near">The place.</param>
    public Estimate Crossing(double value, double near)
    {
        double x = near;
        for (int step = 0; step < MostSteps; step++)
        {
            double move = (At(x).Value - value) / SlopeAt(x).Value;
            if (!double.IsFinite(move)) break;
            x -= Math.Clamp(move, -2 * _scale, 2 * _scale);
            if (Math.Abs(move) <= 1e-12 * (Math.Abs(x) + _scale)) return new Estimate(x, At(x).StandardError / Math.Abs(SlopeAt(x).Value), _fit.DegreesOfFreedom);
        }
        return new Estimate(double.NaN, double.NaN, _fit.DegreesOfFreedom);
    }

    private double[] Powers(double x)
    {
        double u = (x - _centre) / _scale;
        double[] powers = new double[_fit.Coefficients.Count];
        for (int k = 0; k < powers.Length; k++) powers[k] = k == 0 ? 1 : powers[k - 1] * u;
        return powers;
    }

    private double[] Slopes(double x)
    {
        double[] slopes = Powers(x);
        for (int k = slopes.Length - 1; k > 0; k--) slopes[k] = k * slopes[k - 1] / _scale;
        slopes[0] = 0;
        return slopes;
    }
}
