using Loadstone.Laboratory.Regression;
using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>How two groups of replicates differ, their scatters not taken to be alike (B. L. Welch, Biometrika 34, 28 (1947)).</summary>
/// <param name="Difference">Mean of the first less that of the second.</param>
/// <param name="Ratio">Mean of the first over that of the second, its error to first order.</param>
public sealed record GroupDifference(Estimate Difference, Estimate Ratio)
{
    /// <summary>Probability that groups of one mean differ by this much or more (Welch's t, both sides); NaN where a group has one value alone.</summary>
    public double Chance =>
        !(Difference.DegreesOfFreedom > 0) || double.IsNaN(Difference.StandardError) ? double.NaN
        : Difference.StandardError == 0 ? (Difference.Value == 0 ? 1 : 0)
        : 2 * StudentT.CDF(0, 1, Difference.DegreesOfFreedom, -Math.Abs(Difference.Value / Difference.StandardError));

    /// <summary>The difference of two groups.</summary>
    /// <param name="first">Values of the first; two or more for an error.</param>
    /// <param name="second">Values of the second.</param>
    public static GroupDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        Estimate a = Estimate.MeanOf(first), b = Estimate.MeanOf(second);
        return new GroupDifference(ErrorPropagation.Carry(a.Value - b.Value, (a, 1), (b, -1)), ErrorPropagation.Quotient(a, b));
    }
}
