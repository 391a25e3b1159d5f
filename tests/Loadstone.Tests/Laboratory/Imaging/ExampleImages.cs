using System.Globalization;
using System.Text;
using Loadstone.Tests.Laboratory.Trials;
using MathNet.Numerics;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>Makes the pictures under examples/laboratory, with fixed seeds: <c>-- example-images FOLDER</c> of the benchmarks writes them.</summary>
internal static class ExampleImages
{
    /// <summary>Middles of the edges of the micrograph [pixels of 0.5 µm]: foil, layer L of 80.4, layer S of 79.5 pixels.</summary>
    public static readonly double[] Edges = [30.3, 110.7, 190.2];

    /// <summary>Cracks: left, top, width, height [pixels].</summary>
    public static readonly (int Left, int Top, int Width, int Height)[] Cracks = [(25, 62, 2, 90), (70, 60, 3, 60), (110, 75, 2, 80), (150, 66, 2, 70)];

    private const int Side = 48, Width = 192, Height = 220, Points = 64;

    /// <summary>Writes them.</summary>
    public static int Write(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "spheres.tif"), Spheres());
        File.WriteAllBytes(Path.Combine(folder, "two-layers.png"), TwoLayers());
        File.WriteAllText(Path.Combine(folder, "separator-heights.csv"), Heights());
        return 0;
    }

    /// <summary>Spheres of 3 µm radius, 0.5 µm voxels, some over 40 % of the box left as pores.</summary>
    private static byte[] Spheres()
    {
        byte[] labels = MadeStacks.Packing(Side, 6, 0.42, 11);
        double[][] pages = [.. Enumerable.Range(0, Side).Select(z => Enumerable.Range(0, Side * Side).Select(i => 255.0 * labels[z * Side * Side + i]).ToArray())];
        return TiffWriter.Write(Side, Side, pages, new TiffLayout { Compression = 8, Description = "ImageJ=1.53\nimages=48\nslices=48\nunit=micron\nspacing=0.5\n", Resolution = (2, 1) });
    }

    /// <summary>A foil, two layers with wavy edges between them, and what lies outside; cracks in both layers; noise of the detector.</summary>
    private static byte[] TwoLayers()
    {
        double[] levels = [215, 150, 105, 45], noise = ImagingTrials.Noise(Width * Height, 12), grey = new double[Width * Height];
        for (int i = 0; i < grey.Length; i++)
        {
            (int y, int x) = (i / Width, i % Width);
            double value = levels[0];
            for (int k = 0; k < Edges.Length; k++)
            {
                double edge = Edges[k] + (k == 0 ? 0 : 1.5) * Math.Sin(2 * Math.PI * (x / (double)Width * (k + 1) + 0.2 * k));
                value += (levels[k + 1] - levels[k]) * (1 + SpecialFunctions.Erf((y - edge) / 1.3 / Math.Sqrt(2))) / 2;
            }
            if (Cracks.Any(c => x >= c.Left && x < c.Left + c.Width && y >= c.Top && y < c.Top + c.Height)) value = 25;
            // Detectors' noise grows with the signal; steps of four keep the file small.
            grey[i] = Math.Clamp(4 * Math.Round((value + (3 + 0.02 * value) * noise[i]) / 4), 0, 255);
        }
        return PngWriter.Write(Width, 8, 0, grey);
    }

    /// <summary>Normal heights with a standard deviation of 0.45 µm and a correlation of two points, tilted.</summary>
    private static string Heights()
    {
        double[,] heights = ImagingTrials.SmoothHeights(Points, 0.45, 2, 13);
        var text = new StringBuilder("# Made by Loadstone, seed 13: normal heights with Sq = 0.45 µm and Sa = 0.359 µm, tilted by 1.2 and −0.4 µm over the map.\n# pixel: 0.5 µm\n# unit: µm\n");
        for (int y = 0; y < Points; y++)
        {
            text.AppendJoin(',', Enumerable.Range(0, Points).Select(x => (heights[Points - 1 - y, x] + 1.2 * x / Points - 0.4 * (Points - 1 - y) / Points).ToString("f3", CultureInfo.InvariantCulture))).Append('\n');
        }
        return text.ToString();
    }
}
