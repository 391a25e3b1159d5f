using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory;

/// <summary>A number that data gave, with its uncertainty.</summary>
/// <param name="Value">The number [SI].</param>
/// <param name="StandardError">Its standard error, in the same unit; NaN where the data cannot say.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of that error; infinite where it is known.</param>
public readonly record struct Estimate(double Value, double StandardError, double DegreesOfFreedom = double.PositiveInfinity)
{
    // Beyond these Student's t is the normal distribution to seven digits.
    private const double ManyDegrees = 1e7;

    /// <summary>An exact number.</summary>
    public static Estimate Exact(double value) => new(value, 0);

    /// <summary>Half of the confidence interval about the value, by Student's t.</summary>
    /// <param name="confidence">Probability that the interval holds the truth.</param>
    public double HalfWidth(double confidence = 0.95)
    {
        if (double.IsNaN(StandardError) || DegreesOfFreedom <= 0) return double.NaN;
        double upper = (1 + confidence) / 2;
        double quantile = DegreesOfFreedom > ManyDegrees ? Normal.InvCDF(0, 1, upper) : StudentT.InvCDF(0, 1, DegreesOfFreedom, upper);
        return quantile * StandardError;
    }

    /// <summary>The confidence interval about the value.</summary>
    /// <param name="confidence">Probability that the interval holds the truth.</param>
    public (double Low, double High) Interval(double confidence = 0.95) => (Value - HalfWidth(confidence), Value + HalfWidth(confidence));

    /// <summary>The same estimate of a quantity that is a factor times this one.</summary>
    public Estimate Times(double factor) => new(Value * factor, StandardError * Math.Abs(factor), DegreesOfFreedom);

    /// <summary>An estimate of f of this one, to first order.</summary>
    /// <param name="value">f at the value.</param>
    /// <param name="derivative">Its derivative there.</param>
    public Estimate Through(double value, double derivative) => new(value, StandardError * Math.Abs(derivative), DegreesOfFreedom);

    /// <summary>Mean of replicates, with the standard error of the mean.</summary>
    /// <param name="values">One or more values; from one alone the error cannot be said.</param>
    public static Estimate MeanOf(IReadOnlyList<double> values)
    {
        int n = Require.NotEmpty(values).Count;
        // About the first value, so that equal values have no error from rounding.
        double first = values[0], mean = first + values.Average(v => v - first);
        return n == 1 ? new(mean, double.NaN, 0) : new(mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (n - 1) / n), n - 1);
    }
}
