using Loadstone.Laboratory.Regression;
using MathNet.Numerics;

namespace Loadstone.Laboratory.Imaging.Micrographs;

/// <summary>A profile as regions of even grey between blurred edges.</summary>
/// <param name="Levels">Grey of each region.</param>
/// <param name="Positions">Where the edges lie [pixels], one fewer.</param>
/// <param name="Blur">Standard deviation of the edges [pixels].</param>
internal sealed record GreyEdges(double[] Levels, double[] Positions, double Blur)
{
    private const double SmallestBlur = 0.25;

    /// <summary>The grey value that this tells of a place.</summary>
    public double At(double t)
    {
        double value = Levels[0];
        for (int k = 0; k < Positions.Length; k++) value += (Levels[k + 1] - Levels[k]) * Step((t - Positions[k]) / Blur);
        return value;
    }

    /// <summary>
    /// Where so many regions of even grey leave the least sum of squares, by dynamic programming over all places of the edges
    /// (Bellman, Commun. ACM 4, 284 (1961)).
    /// </summary>
    public static GreyEdges Segment(ReadOnlySpan<double> profile, int regions, int shortest)
    {
        int n = profile.Length;
        double[] sums = new double[n + 1], squares = new double[n + 1];
        for (int i = 0; i < n; i++) (sums[i + 1], squares[i + 1]) = (sums[i] + profile[i], squares[i] + profile[i] * profile[i]);
        double Cost(int from, int to) => squares[to] - squares[from] - (sums[to] - sums[from]) * (sums[to] - sums[from]) / (to - from);

        double[] best = new double[n + 1];
        int[][] starts = new int[regions][];
        for (int i = 0; i <= n; i++) best[i] = i >= shortest ? Cost(0, i) : double.PositiveInfinity;
        for (int r = 1; r < regions; r++)
        {
            double[] next = new double[n + 1];
            starts[r] = new int[n + 1];
            Array.Fill(next, double.PositiveInfinity);
            for (int end = shortest; end <= n; end++)
            {
                for (int start = shortest; start <= end - shortest; start++)
                {
                    double cost = best[start] + Cost(start, end);
                    if (cost < next[end]) (next[end], starts[r][end]) = (cost, start);
                }
            }
            best = next;
        }
        double[] positions = new double[regions - 1], levels = new double[regions];
        for (int r = regions - 1, end = n; r >= 0; r--)
        {
            int start = r > 0 ? starts[r][end] : 0;
            levels[r] = (sums[end] - sums[start]) / (end - start);
            if (r > 0) positions[r - 1] = start - 0.5;
            end = start;
        }
        return new GreyEdges(levels, positions, 1);
    }

    /// <summary>Fits grey levels, edges and blur by least squares, from these; null where the edges do not stay in order.</summary>
    public (GreyEdges Edges, LeastSquaresFit Fit)? Fit(double[] profile)
    {
        int edges = Positions.Length, levels = Levels.Length;
        double[] low = new double[levels + edges + 1], high = new double[low.Length], start = [.. Levels, .. Positions, Blur];
        Array.Fill(low, double.NegativeInfinity);
        Array.Fill(high, double.PositiveInfinity);
        for (int k = 0; k < edges; k++)
        {
            // An edge stays between the middles of the regions beside it.
            low[levels + k] = k == 0 ? 0 : (Positions[k - 1] + Positions[k]) / 2;
            high[levels + k] = k == edges - 1 ? profile.Length - 1 : (Positions[k] + Positions[k + 1]) / 2;
        }
        (low[^1], high[^1]) = (SmallestBlur, profile.Length / 4.0);
        LeastSquaresFit fit = LeastSquares.Minimise((p, _) => Residuals(p, profile, levels), start, low, high);
        for (int k = 0; k < edges; k++)
        {
            if (fit.AtBound[levels + k]) return null;
        }
        double[] found = [.. fit.Parameters];
        return (new GreyEdges(found[..levels], found[levels..^1], found[^1]), fit);
    }

    private static ResidualPoint Residuals(double[] p, double[] profile, int levels)
    {
        int edges = levels - 1, n = profile.Length;
        double blur = p[^1];
        double[] residuals = new double[n];
        double[][] rows = new double[p.Length][];
        for (int i = 0; i < rows.Length; i++) rows[i] = new double[n];
        for (int t = 0; t < n; t++)
        {
            double value = p[0];
            rows[0][t] = 1;
            for (int k = 0; k < edges; k++)
            {
                double u = (t - p[levels + k]) / blur, step = Step(u), jump = p[k + 1] - p[k], density = Math.Exp(-u * u / 2) / Math.Sqrt(2 * Math.PI);
                value += jump * step;
                rows[k][t] -= step;
                rows[k + 1][t] += step;
                rows[levels + k][t] = -jump * density / blur;
                rows[^1][t] -= jump * density * u / blur;
            }
            residuals[t] = value - profile[t];
        }
        return new ResidualPoint(residuals, rows);
    }

    private static double Step(double u) => (1 + SpecialFunctions.Erf(u / Math.Sqrt(2))) / 2;
}
