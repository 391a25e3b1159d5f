namespace Loadstone.Laboratory.Peaks;

/// <summary>A bump that may be a peak.</summary>
/// <param name="Index">Index of its top.</param>
/// <param name="Width">Full width at half of the height, in points.</param>
/// <param name="Significance">Response of the filter over its standard deviation.</param>
internal readonly record struct PeakCandidate(int Index, double Width, double Significance);

/// <summary>
/// Bumps above the noise: the trace against wavelets of many widths that are blind to straight baselines, −d²/dt² exp(−t²/2), each response over the noise
/// that it lets through (Du, Kibbe and Lin, Bioinformatics 22, 2059 (2006)).
/// </summary>
internal static class PeakFinder
{
    // A Gauss curve of standard deviation σ answers most to a wavelet of √5 σ; its full width is 2.355 σ.
    private const double Reach = 4, Ladder = 1.25, LeastScale = 1.5, WidthPerScale = 2.3548 / 2.2361;

    // The 50 % point of |normal| times the factor by which second differences magnify white noise.
    private const double SecondDifferences = 0.67449 * 2.44949;

    /// <summary>Standard deviation of white noise on a smooth curve, from the middle size of its second differences.</summary>
    internal static double Noise(ReadOnlySpan<double> y)
    {
        var sizes = new double[y.Length - 2];
        for (int i = 0; i < sizes.Length; i++) sizes[i] = Math.Abs(y[i] - 2 * y[i + 1] + y[i + 2]);
        Array.Sort(sizes);
        return (sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2 / SecondDifferences;
    }

    /// <summary>All bumps between two indices, the surest first, none within half a width of a surer one.</summary>
    /// <param name="y">The signal, peaks upwards.</param>
    /// <param name="noise">Standard deviation of each point.</param>
    /// <param name="from">First index of a top.</param>
    /// <param name="to">Last index of a top.</param>
    /// <param name="least">Least significance.</param>
    internal static List<PeakCandidate> Find(ReadOnlySpan<double> y, ReadOnlySpan<double> noise, int from, int to, double least)
    {
        var all = new List<PeakCandidate>();
        var response = new double[y.Length];
        for (double scale = LeastScale; 2 * Reach * scale < y.Length; scale *= Ladder)
        {
            Respond(y, noise, scale, response);
            for (int i = Math.Max(from, 1); i <= Math.Min(to, y.Length - 2); i++)
            {
                if (response[i] >= least && response[i] >= response[i - 1] && response[i] > response[i + 1]) all.Add(new PeakCandidate(i, scale * WidthPerScale, response[i]));
            }
        }
        all.Sort((a, b) => b.Significance.CompareTo(a.Significance));
        var kept = new List<PeakCandidate>();
        foreach (PeakCandidate candidate in all)
        {
            if (!kept.Exists(k => Math.Abs(k.Index - candidate.Index) < 0.75 * Math.Max(k.Width, candidate.Width))) kept.Add(candidate);
        }
        return kept;
    }

    private static void Respond(ReadOnlySpan<double> y, ReadOnlySpan<double> noise, double scale, double[] response)
    {
        int reach = (int)Math.Ceiling(Reach * scale);
        var wavelet = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) wavelet[k + reach] = (1 - k * k / (scale * scale)) * Math.Exp(-k * k / (2 * scale * scale));
        double mean = wavelet.Average();
        for (int k = 0; k < wavelet.Length; k++) wavelet[k] -= mean;
        Array.Clear(response);
        for (int i = reach; i < y.Length - reach; i++)
        {
            double sum = 0, variance = 0;
            for (int k = -reach; k <= reach; k++)
            {
                double w = wavelet[k + reach];
                sum += w * y[i + k];
                variance += w * w * noise[i + k] * noise[i + k];
            }
            response[i] = variance > 0 ? sum / Math.Sqrt(variance) : 0;
        }
    }
}
