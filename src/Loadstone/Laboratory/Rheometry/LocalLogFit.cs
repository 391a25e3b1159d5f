using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>A short polynomial through ln y over ln x about one place: value and slope there with their errors, free of any law.</summary>
internal static class LocalLogFit
{
    private const double Tolerance = 1.001;

    /// <summary>The fit about a place, or null where x has fewer than three points on the way or does not reach the place.</summary>
    /// <param name="x">Abscissae above 0, in any order.</param>
    /// <param name="y">Values whose logarithm is fitted, or the logarithms themselves.</param>
    /// <param name="at">The place.</param>
    /// <param name="factor">Points from at/factor to at × factor count.</param>
    /// <param name="isLog">Whether <paramref name="y"/> is logarithmic already.</param>
    internal static LinearLeastSquares? Of(IReadOnlyList<double> x, IReadOnlyList<double> y, double at, double factor, bool isLog = false)
    {
        if (at < x.Min() / Tolerance || at > x.Max() * Tolerance) return null;
        int[] near = [.. Enumerable.Range(0, x.Count).Where(i => x[i] >= at / (factor * Tolerance) && x[i] <= at * factor * Tolerance)];
        int places = near.Select(i => x[i]).Distinct().Count();
        if (places < 3) return null;
        double[] u = [.. near.Select(i => Math.Log(x[i] / at))], v = [.. near.Select(i => isLog ? y[i] : Math.Log(y[i]))];
        int degree = Math.Min(places - 2, 2);
        return LinearLeastSquares.Fit(v, [.. Enumerable.Range(0, degree + 1).Select(k => (double[])[.. u.Select(w => Math.Pow(w, k))])]);
    }
}
