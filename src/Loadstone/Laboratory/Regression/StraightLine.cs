using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.Regression;

/// <summary>A straight line through points by least squares, y = intercept + slope x. Immutable.</summary>
public sealed class StraightLine
{
    private readonly double _centre, _height, _heightVariance, _slopeVariance;

    private StraightLine(int count, double centre, double height, double slope, double variance, double weight, double spread)
    {
        (_centre, _height) = (centre, height);
        Count = count;
        DegreesOfFreedom = count - 2;
        ResidualDeviation = Math.Sqrt(variance);
        (_heightVariance, _slopeVariance) = (variance / weight, variance / spread);
        Slope = new Estimate(slope, Math.Sqrt(_slopeVariance), DegreesOfFreedom);
        Intercept = At(0);
    }

    /// <summary>Points that it was fitted to.</summary>
    public int Count { get; }

    /// <summary>Points less two.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>y per x.</summary>
    public Estimate Slope { get; }

    /// <summary>y at x = 0.</summary>
    public Estimate Intercept { get; }

    /// <summary>Standard deviation of the points about the line (of one point with the weight 1); NaN of two points.</summary>
    public double ResidualDeviation { get; }

    /// <summary>The line at an abscissa, with the standard error of the mean there.</summary>
    public Estimate At(double x) =>
        new(_height + Slope.Value * (x - _centre), Math.Sqrt(_heightVariance + _slopeVariance * (x - _centre) * (x - _centre)), DegreesOfFreedom);

    /// <summary>The abscissa at which the line has a value, with its standard error to first order.</summary>
    public Estimate Crossing(double y)
    {
        double x = _centre + (y - _height) / Slope.Value;
        return new Estimate(x, At(x).StandardError / Math.Abs(Slope.Value), DegreesOfFreedom);
    }

    /// <summary>Probability that points about a line without slope give a slope of this size or more.</summary>
    public double SlopeChance =>
        DegreesOfFreedom > 0 && Slope.StandardError > 0 ? 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Slope.Value / Slope.StandardError)) : double.NaN;

    /// <summary>Fits a line.</summary>
    /// <param name="x">Abscissae, not all equal; two or more.</param>
    /// <param name="y">Ordinates, as many.</param>
    /// <param name="weights">Weights, inverse to the variances, as many; empty where all are alike.</param>
    /// <exception cref="ArgumentException">There are fewer than two points or all abscissae are equal.</exception>
    public static StraightLine Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(x.Length, 2, nameof(x));
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length, nameof(y));
        double weight = 0, meanX = 0, meanY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double w = weights.IsEmpty ? 1 : weights[i];
            weight += w;
            meanX += w * (x[i] - meanX) / weight;
            meanY += w * (y[i] - meanY) / weight;
        }
        double spread = 0, product = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double w = weights.IsEmpty ? 1 : weights[i];
            spread += w * (x[i] - meanX) * (x[i] - meanX);
            product += w * (x[i] - meanX) * (y[i] - meanY);
        }
        if (!(spread > 0)) throw new ArgumentException("All abscissae are equal.", nameof(x));
        double slope = product / spread, sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double residual = y[i] - meanY - slope * (x[i] - meanX);
            sum += (weights.IsEmpty ? 1 : weights[i]) * residual * residual;
        }
        return new StraightLine(x.Length, meanX, meanY, slope, x.Length > 2 ? sum / (x.Length - 2) : double.NaN, weight, spread);
    }
}
