using Loadstone.Laboratory.Imaging.Files;

namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>How often grey values occur: one bin a value for integers of up to 16 bits, else 4,096 bins between the ends.</summary>
/// <param name="Low">Value of the first bin.</param>
/// <param name="Step">Distance of bins.</param>
/// <param name="Counts">Pixels in each bin.</param>
public sealed record GreyHistogram(double Low, double Step, long[] Counts)
{
    private const int Bins = 4096;

    /// <summary>The histogram of all pages of a file.</summary>
    /// <exception cref="InputException">A page is damaged or holds what is no number.</exception>
    public static GreyHistogram Of(ImageFile file)
    {
        double[] page = new double[file.Width * file.Height];
        double low = 0, step = 1;
        int bins = file is { IsFloat: false, BitsPerSample: <= 16 } ? 1 << file.BitsPerSample : Bins;
        if (file.IsFloat || file.BitsPerSample > 16)
        {
            double high = double.NegativeInfinity;
            low = double.PositiveInfinity;
            for (int z = 0; z < file.PageCount; z++)
            {
                file.Read(z, page);
                foreach (double value in page)
                {
                    if (!double.IsFinite(value)) throw new InputException(FormattableString.Invariant($"a pixel of page {z + 1} is {value}; expected finite grey values."), file: file.Source);
                    (low, high) = (Math.Min(low, value), Math.Max(high, value));
                }
            }
            step = high > low ? (high - low) / (Bins - 1) : 1;
        }
        long[] counts = new long[bins];
        for (int z = 0; z < file.PageCount; z++)
        {
            file.Read(z, page);
            foreach (double value in page) counts[(int)Math.Clamp(Math.Round((value - low) / step), 0, bins - 1)]++;
        }
        return new GreyHistogram(low, step, counts);
    }

    /// <summary>The histogram of values between 0 and an end.</summary>
    public static GreyHistogram Of(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        double step = high > low ? (high - low) / (Bins - 1) : 1;
        long[] counts = new long[Bins];
        foreach (double value in values) counts[(int)Math.Round((value - low) / step)]++;
        return new GreyHistogram(low, step, counts);
    }

    /// <summary>Values that occur, from the lowest.</summary>
    public IEnumerable<double> Occupied => Enumerable.Range(0, Counts.Length).Where(i => Counts[i] > 0).Select(i => Low + Step * i);

    /// <summary>
    /// The threshold that leaves the least variance within both classes (Otsu, IEEE Trans. Syst. Man Cybern. 9, 62 (1979)): values up to it are the dark class.
    /// </summary>
    public double OtsuThreshold()
    {
        double total = 0, sum = 0;
        for (int i = 0; i < Counts.Length; i++) (total, sum) = (total + Counts[i], sum + (double)i * Counts[i]);
        double below = 0, belowSum = 0, best = -1, first = 0, last = 0;
        for (int i = 0; i < Counts.Length - 1; i++)
        {
            below += Counts[i];
            belowSum += (double)i * Counts[i];
            if (below == 0 || below == total) continue;
            double difference = belowSum / below - (sum - belowSum) / (total - below), between = below * (total - below) * difference * difference;
            if (between > best * (1 + 1e-12)) (best, first, last) = (between, i, i);
            else if (between >= best * (1 - 1e-12)) last = i;
        }
        // Between two separate peaks all thresholds are as good; the middle is the fairest.
        return Low + Step * Math.Floor((first + last) / 2);
    }
}
