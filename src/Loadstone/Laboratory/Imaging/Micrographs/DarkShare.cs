using Loadstone.Laboratory.Imaging.Voxels;

namespace Loadstone.Laboratory.Imaging.Micrographs;

/// <summary>Share of an area that is dark.</summary>
/// <param name="Area">The area.</param>
/// <param name="Threshold">Grey up to which a pixel is dark.</param>
/// <param name="IsOtsu">Whether the threshold is Otsu's.</param>
/// <param name="Share">Share of dark pixels; its error is that of the mean over sub-areas.</param>
/// <param name="Separation">Share of the variance of the grey that lies between dark and bright, 0 to 1.</param>
public sealed record DarkShareResult(PixelArea Area, double Threshold, bool IsOtsu, Estimate Share, double Separation);

/// <summary>Cracks, pores or gaps as the share of pixels darker than a threshold.</summary>
public static class DarkShare
{
    private const int SubAreas = 4;

    /// <summary>Measures it.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="area">Where, within the electrode.</param>
    /// <param name="threshold">Grey up to which a pixel is dark, or NaN for Otsu's.</param>
    /// <exception cref="InputException">The area does not lie in the picture, or is all of one grey.</exception>
    public static DarkShareResult Measure(Micrograph picture, PixelArea area, double threshold)
    {
        area.Within(picture);
        double[] grey = new double[area.Width * area.Height];
        for (int y = 0; y < area.Height; y++) picture.Grey.AsSpan((area.Top + y) * picture.Width + area.Left, area.Width).CopyTo(grey.AsSpan(y * area.Width));
        double mean = grey.Average(), variance = grey.Average(g => (g - mean) * (g - mean));
        if (!(variance > 0)) throw new InputException("the area is all of one grey; there is nothing dark in it.", file: picture.Source);
        double limit = double.IsNaN(threshold) ? GreyHistogram.Of(grey).OtsuThreshold() : threshold;
        double dark = grey.Count(g => g <= limit) / (double)grey.Length;
        double between = 0;
        if (dark is > 0 and < 1)
        {
            double difference = grey.Where(g => g <= limit).Average() - grey.Where(g => g > limit).Average();
            between = dark * (1 - dark) * difference * difference;
        }
        var shares = new List<double>();
        for (int i = 0; i < SubAreas * SubAreas; i++)
        {
            int left = area.Width * (i % SubAreas) / SubAreas, right = area.Width * (i % SubAreas + 1) / SubAreas, top = area.Height * (i / SubAreas) / SubAreas, bottom = area.Height * (i / SubAreas + 1) / SubAreas;
            int count = 0;
            for (int y = top; y < bottom; y++)
            {
                for (int x = left; x < right; x++) count += grey[y * area.Width + x] <= limit ? 1 : 0;
            }
            if (right > left && bottom > top) shares.Add(count / (double)((right - left) * (bottom - top)));
        }
        return new DarkShareResult(area, limit, double.IsNaN(threshold), Estimate.MeanOf(shares) with { Value = dark }, between / variance);
    }
}
