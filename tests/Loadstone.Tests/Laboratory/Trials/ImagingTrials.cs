using Loadstone.Laboratory;
using Loadstone.Laboratory.Imaging.Micrographs;
using Loadstone.Laboratory.Imaging.Surfaces;
using Loadstone.Laboratory.Imaging.Voxels;
using Loadstone.Tests.Laboratory.Imaging;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Surfaces, stacks and pictures of known truth.</summary>
internal static class ImagingTrials
{
    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("roughness, Sq of white noise", WhiteSurface),
        ("roughness, Sa of a smooth random surface", SmoothSurface),
        ("stack, pore fraction of strewn spheres", PoreFraction),
        ("micrograph, thickness of a layer", Layer),
        ("micrograph, spacing of a lattice", Lattice),
    ];

    /// <summary>Sq of 64 × 64 independent heights.</summary>
    public static Trial WhiteSurface(int seed)
    {
        const int side = 64;
        const double sigma = 1e-6;
        double[] noise = Noise(side * side, seed);
        double[,] heights = new double[side, side];
        for (int i = 0; i < noise.Length; i++) heights[i / side, i % side] = sigma * noise[i];
        RoughnessResult found = Roughness.Analyse(new HeightMap("trial", heights, 1e-7, 1e-7));
        return new Trial(found.RootMeanSquare, sigma, sigma / Math.Sqrt(2.0 * side * side));
    }

    /// <summary>Sa = σ√(2/π) of normal heights with a correlation of a few points.</summary>
    public static Trial SmoothSurface(int seed) =>
        new(Roughness.Analyse(new HeightMap("trial", SmoothHeights(128, 1e-6, 2, seed), 1e-7, 1e-7)).ArithmeticMean, 1e-6 * Math.Sqrt(2 / Math.PI));

    /// <summary>Normal heights of a standard deviation, correlated as the square of a Gaussian filter.</summary>
    public static double[,] SmoothHeights(int side, double sigma, double width, int seed)
    {
        int reach = (int)Math.Ceiling(3 * width), wide = side + 2 * reach;
        double[] kernel = [.. Enumerable.Range(-reach, 2 * reach + 1).Select(i => Math.Exp(-i * i / (2 * width * width)))], noise = Noise(wide * wide, seed);
        double scale = sigma / kernel.Sum(k => k * k);
        double[] rows = new double[wide * side];
        for (int y = 0; y < wide; y++)
        {
            for (int x = 0; x < side; x++)
            {
                for (int i = 0; i < kernel.Length; i++) rows[y * side + x] += kernel[i] * noise[y * wide + x + i];
            }
        }
        double[,] heights = new double[side, side];
        for (int y = 0; y < side; y++)
        {
            for (int i = 0; i < kernel.Length; i++)
            {
                for (int x = 0; x < side; x++) heights[y, x] += scale * kernel[i] * rows[(y + i) * side + x];
            }
        }
        return heights;
    }

    /// <summary>Fraction outside of strewn spheres.</summary>
    public static Trial PoreFraction(int seed) => new(PhaseShares.Of(MadeStacks.Strewn(48, 2.5, 0.6, seed))[0].Fraction, 0.6);

    /// <summary>A layer of 40.3 pixels between two others, blurred over 1.5 pixels, with noise of a third of the contrast.</summary>
    public static Trial Layer(int seed)
    {
        const int width = 96, height = 100;
        const double noise = 20, pixel = 1e-7;
        double[] p = [150, 90, 160, 30.2, 70.5, 1.5], random = Noise(width * height, seed);
        double[] grey = [.. random.Select((r, i) => Grey(p, i / width) + noise * r)];
        LayerSection found = LayerThickness.Measure(Picture(grey, width, height, pixel), new SectionLine((width - 1) / 2.0, 0, (width - 1) / 2.0, height - 1, width), ["a", "b", "c"]);
        // The layer's far edge as the near one and the thickness.
        double scale = noise / Math.Sqrt(width);
        double[][] derivatives = [.. Enumerable.Range(0, p.Length).Select(k => Derivative(p, k, height, scale))];
        derivatives[3] = [.. derivatives[3].Zip(derivatives[4], (a, b) => a + b)];
        return new Trial(found.Layers[0].Thickness, 40.3 * pixel, pixel * Coverage.Bound(derivatives, 4));
    }

    /// <summary>Planes 4.37 pixels apart at an angle, with noise of 1.5 times their amplitude.</summary>
    public static Trial Lattice(int seed)
    {
        const int side = 64;
        const double spacing = 4.37, angle = 0.4, noise = 1.5, pixel = 1e-10;
        double kx = Math.Cos(angle) / spacing, ky = Math.Sin(angle) / spacing;
        double[] random = Noise(side * side, seed);
        double[] grey = [.. random.Select((r, i) => 100 + Math.Cos(2 * Math.PI * (kx * (i % side) + ky * (i / side)) + 0.7) + noise * r)];
        LatticeSpacingResult found = LatticeSpacing.Measure(Picture(grey, side, side, pixel), new PixelArea(0, 0, side, side));
        // Frequency of a sine in white noise: var(2πk) ≥ 2σ²/(A² Σx²), for each direction the same.
        double moment = side * Enumerable.Range(0, side).Sum(i => Math.Pow(i - (side - 1) / 2.0, 2)), error = Math.Sqrt(2 * noise * noise / moment) / (2 * Math.PI);
        return new Trial(found.Spacing, spacing * pixel, error * spacing * spacing * pixel);
    }

    internal static Micrograph Picture(double[] grey, int width, int height, double pixel) => new("picture", grey, width, height, Estimate.Exact(pixel));

    internal static double[] Noise(int count, int seed)
    {
        double[] values = new double[count];
        new Normal(0, 1, new Random(seed)).Samples(values);
        return values;
    }

    private static double Grey(double[] p, double t) => p[0] + (p[1] - p[0]) * Edge((t - p[3]) / p[5]) + (p[2] - p[1]) * Edge((t - p[4]) / p[5]);

    private static double Edge(double u) => (1 + SpecialFunctions.Erf(u / Math.Sqrt(2))) / 2;

    private static double[] Derivative(double[] p, int k, int count, double scale)
    {
        double[] above = [.. p], below = [.. p];
        above[k] += 1e-4;
        below[k] -= 1e-4;
        return [.. Enumerable.Range(0, count).Select(t => (Grey(above, t) - Grey(below, t)) / 2e-4 / scale)];
    }
}
