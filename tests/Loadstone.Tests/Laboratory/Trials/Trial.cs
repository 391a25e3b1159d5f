using Loadstone.Laboratory;
using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>One noisy measurement of a known truth.</summary>
/// <param name="Estimate">What the analysis made of it.</param>
/// <param name="Truth">What is true.</param>
/// <param name="Bound">Smallest standard error that any unbiased estimate can have (Cramér and Rao); NaN where there is none.</param>
internal sealed record Trial(Estimate Estimate, double Truth, double Bound = double.NaN)
{
    /// <summary>Whether the 95 % interval holds the truth.</summary>
    public bool Holds
    {
        get
        {
            (double low, double high) = Estimate.Interval();
            return low <= Truth && Truth <= high;
        }
    }
}

/// <summary>Many trials together.</summary>
/// <param name="Count">Trials.</param>
/// <param name="Share">Share of the 95 % intervals that hold the truth.</param>
/// <param name="Width">Median standard error over the bound; NaN where there is none.</param>
/// <param name="Bias">Mean error over the scatter of a single estimate.</param>
internal sealed record Coverage(int Count, double Share, double Width, double Bias)
{
    /// <summary>Runs trials with the seeds 1 to so many.</summary>
    public static Coverage Of(Func<int, Trial> trial, int count)
    {
        Trial[] all = new Trial[count];
        Parallel.For(0, count, i => all[i] = trial(i + 1));
        return Of(all);
    }

    /// <summary>Runs trials that give several estimates each, with the seeds 1 to so many.</summary>
    public static IReadOnlyList<(string Name, Coverage Coverage)> OfEach(Func<int, IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)>> trial, int count)
    {
        var all = Enumerable.Range(1, count).AsParallel().AsOrdered().SelectMany(trial).ToList();
        return [.. all.GroupBy(t => t.Name).Select(group => (group.Key, Of([.. group.Select(t => new Trial(t.Estimate, t.Truth, t.Bound))])))];
    }

    private static Coverage Of(Trial[] all)
    {
        double[] widths = [.. all.Select(t => t.Estimate.StandardError / t.Bound).Order()], errors = [.. all.Select(t => t.Estimate.Value - t.Truth)];
        double mean = errors.Average(), scatter = Math.Sqrt(errors.Sum(e => (e - mean) * (e - mean)) / (all.Length - 1));
        return new Coverage(all.Length, all.Count(t => t.Holds) / (double)all.Length, widths[all.Length / 2], mean / scatter);
    }

    /// <summary>
    /// Smallest standard error of one parameter from independent data (Cramér and Rao).
    /// </summary>
    /// <param name="derivatives">One row a parameter: derivative of each datum by it, over the standard deviation of that datum.</param>
    /// <param name="parameter">Index of the parameter.</param>
    public static double Bound(double[][] derivatives, int parameter)
    {
        var j = Matrix<double>.Build.DenseOfRowArrays(derivatives);
        return Math.Sqrt((j * j.Transpose()).Inverse()[parameter, parameter]);
    }
}
