using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Loadstone.Laboratory.Imaging.Micrographs;

/// <summary>A spacing that repeats over a picture.</summary>
/// <param name="Area">Where it was looked for.</param>
/// <param name="Spacing">Distance d of the planes [m].</param>
/// <param name="Direction">Direction across the planes against the rows [rad], −π/2 to π/2.</param>
/// <param name="Contrast">Power of the peak over what the noise about it leads to.</param>
/// <param name="Power">Logarithm (base 10) of the power by frequency, zero frequency in the middle, rows from the lowest.</param>
/// <param name="Frequencies">Largest frequencies along x and y [1/m], the ends of the picture of the power.</param>
public sealed record LatticeSpacingResult(PixelArea Area, Estimate Spacing, double Direction, double Contrast, double[,] Power, (double X, double Y) Frequencies);

/// <summary>
/// The spacing of a lattice from the Fourier transform of a picture: the frequency that stands out most of others of its length,
/// then the top of the power between the bins, with the error that noise of the power about it gives (to first order).
/// </summary>
public static class LatticeSpacing
{
    private const int MostPixels = 1024, SmallestSide = 16, FewestPeriods = 3;
    private const double Taper = 0.25, LeastContrast = 5, NoiseFrom = 4, NoiseTo = 16;

    /// <summary>Finds it.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="area">Where; of more than 1,024 pixels a side the middle counts.</param>
    /// <param name="shortest">Shortest spacing [m], or null for two pixels.</param>
    /// <param name="longest">Longest spacing [m], or null for a third of the area.</param>
    /// <exception cref="InputException">The area is too small, or no spacing stands out.</exception>
    public static LatticeSpacingResult Measure(Micrograph picture, PixelArea area, double? shortest = null, double? longest = null)
    {
        area = Middle(area.Within(picture));
        if (Math.Min(area.Width, area.Height) < SmallestSide) throw new InputException(FormattableString.Invariant($"the area has {area.Width} × {area.Height} pixels; expected {SmallestSide} or more a side."), file: picture.Source);
        int n = area.Width, m = area.Height;
        double[] wx = Window(n), wy = Window(m);
        double[,] grey = Tapered(picture, area, wx, wy);
        double[,] power = PowerOf(grey);
        double pixel = picture.Pixel.Value, highest = shortest is { } s ? pixel / s : 0.5, lowest = longest is { } l ? pixel / l : FewestPeriods / (double)Math.Min(n, m);
        (int px, int py) = Strongest(power, lowest, highest) ?? throw new InputException(FormattableString.Invariant($"no spacing between {pixel / highest * 1e9:g4} and {pixel / lowest * 1e9:g4} nm has {FewestPeriods} periods and two pixels a period in the area."), file: picture.Source);
        double noise = NoiseAbout(power, px, py), contrast = power[py, px] / noise;
        // The strongest of so many bins of noise has about the logarithm of their number times its mean.
        if (!(contrast > Math.Log(n * (double)m) + LeastContrast)) throw new InputException(FormattableString.Invariant($"no spacing stands out: the strongest frequency has {contrast:g3} times the power about it."), file: picture.Source);

        (double kx, double ky, double top) = Refine(grey, Signed(px, n) / (double)n, Signed(py, m) / (double)m);
        // Noise turns the phase of the peak; the window's moments say by how much its top moves.
        (double sx, double qx, double ax, double bx) = Moments(wx);
        (double sy, double qy, double ay, double by) = Moments(wy);
        double variance = noise / (qx * qy), half = top / (sx * sx * sy * sy);
        double alongX = variance / 2 * bx * qy / (half * ax * sy * ax * sy), alongY = variance / 2 * by * qx / (half * ay * sx * ay * sx);
        double k = Math.Sqrt(kx * kx + ky * ky), error = Math.Sqrt((kx * kx * alongX + ky * ky * alongY) / (k * k)) / (2 * Math.PI);
        var spacing = new Estimate(1 / k, error / (k * k));
        double direction = Math.Atan2(-ky, kx);
        if (direction > Math.PI / 2) direction -= Math.PI;
        if (direction <= -Math.PI / 2) direction += Math.PI;
        return new LatticeSpacingResult(area, picture.Length(spacing), direction, contrast, Shown(power), (0.5 / pixel, 0.5 / pixel));
    }

    private static PixelArea Middle(PixelArea area)
    {
        int width = Math.Min(area.Width, MostPixels), height = Math.Min(area.Height, MostPixels);
        return new PixelArea(area.Left + (area.Width - width) / 2, area.Top + (area.Height - height) / 2, width, height);
    }

    // An eighth of each side falls off at both ends as a cosine: little power of other frequencies leaks, little of the picture is lost (Tukey's window).
    private static double[] Window(int n)
    {
        double[] w = new double[n];
        for (int i = 0; i < n; i++)
        {
            double edge = Math.Min(i + 0.5, n - i - 0.5) / n;
            w[i] = edge >= Taper / 2 ? 1 : 0.5 - 0.5 * Math.Cos(2 * Math.PI * edge / Taper);
        }
        return w;
    }

    // Σw, Σw², Σw x² and Σw² x² about the middle.
    private static (double, double, double, double) Moments(double[] w)
    {
        double sum = 0, square = 0, a = 0, b = 0;
        for (int i = 0; i < w.Length; i++)
        {
            double x = i - (w.Length - 1) / 2.0;
            (sum, square, a, b) = (sum + w[i], square + w[i] * w[i], a + w[i] * x * x, b + w[i] * w[i] * x * x);
        }
        return (sum, square, a, b);
    }

    private static double[,] Tapered(Micrograph picture, PixelArea area, double[] wx, double[] wy)
    {
        double[,] grey = new double[area.Height, area.Width];
        double sum = 0, weights = 0;
        for (int y = 0; y < area.Height; y++)
        {
            for (int x = 0; x < area.Width; x++)
            {
                grey[y, x] = picture.Grey[(area.Top + y) * picture.Width + area.Left + x];
                sum += wx[x] * wy[y] * grey[y, x];
                weights += wx[x] * wy[y];
            }
        }
        for (int y = 0; y < area.Height; y++)
        {
            for (int x = 0; x < area.Width; x++) grey[y, x] = wx[x] * wy[y] * (grey[y, x] - sum / weights);
        }
        return grey;
    }

    private static double[,] PowerOf(double[,] grey)
    {
        int m = grey.GetLength(0), n = grey.GetLength(1);
        var rows = new Complex[m][];
        Parallel.For(0, m, y =>
        {
            rows[y] = new Complex[n];
            for (int x = 0; x < n; x++) rows[y][x] = grey[y, x];
            Fourier.Forward(rows[y], FourierOptions.NoScaling);
        });
        double[,] power = new double[m, n];
        Parallel.For(0, n, x =>
        {
            var column = new Complex[m];
            for (int y = 0; y < m; y++) column[y] = rows[y][x];
            Fourier.Forward(column, FourierOptions.NoScaling);
            for (int y = 0; y < m; y++) power[y, x] = column[y].Real * column[y].Real + column[y].Imaginary * column[y].Imaginary;
        });
        return power;
    }

    // The bin that rises most above the geometric mean of the bins at its distance from zero.
    private static (int X, int Y)? Strongest(double[,] power, double lowest, double highest)
    {
        int m = power.GetLength(0), n = power.GetLength(1), rings = Math.Max(n, m);
        double[] logs = new double[rings];
        int[] counts = new int[rings];
        double floor = double.Epsilon;
        int Ring(double k) => (int)Math.Round(k * Math.Min(n, m));
        for (int y = 0; y < m; y++)
        {
            for (int x = 0; x < n; x++)
            {
                int ring = Ring(Radius(x, y, n, m));
                logs[ring] += Math.Log(power[y, x] + floor);
                counts[ring]++;
            }
        }
        (int, int)? best = null;
        double score = double.NegativeInfinity;
        for (int y = 0; y <= m / 2; y++)
        {
            for (int x = 0; x < n; x++)
            {
                double k = Radius(x, y, n, m);
                if (!(k >= lowest && k <= highest)) continue;
                int ring = Ring(k);
                double above = Math.Log(power[y, x] + floor) - logs[ring] / counts[ring];
                if (above > score) (score, best) = (above, (x, y));
            }
        }
        return best;
    }

    // Mean power in a ring of bins about the peak, beyond its foot.
    private static double NoiseAbout(double[,] power, int px, int py)
    {
        int m = power.GetLength(0), n = power.GetLength(1), reach = (int)Math.Min(NoiseTo, Math.Min(n, m) / 4.0);
        double sum = 0;
        int count = 0;
        for (int dy = -reach; dy <= reach; dy++)
        {
            for (int dx = -reach; dx <= reach; dx++)
            {
                int x = ((px + dx) % n + n) % n, y = ((py + dy) % m + m) % m;
                if (dx * dx + dy * dy < NoiseFrom * NoiseFrom || Radius(x, y, n, m) * Math.Min(n, m) < FewestPeriods) continue;
                sum += power[y, x];
                count++;
            }
        }
        return sum / count;
    }

    // Climbs to the top of the power between bins: parabolas through three by three frequencies, each time closer.
    private static (double X, double Y, double Power) Refine(double[,] grey, double kx, double ky)
    {
        int m = grey.GetLength(0), n = grey.GetLength(1);
        double hx = 0.5 / n, hy = 0.5 / m, top = 0;
        double[,] values = new double[3, 3];
        for (int pass = 0; pass < 5; pass++)
        {
            for (int i = 0; i < 3; i++) Column(grey, kx + (i - 1) * hx, ky, hy, values, i);
            double Log(int j, int i) => Math.Log(values[j, i]);
            double gx = (Log(1, 2) - Log(1, 0)) / 2, gy = (Log(2, 1) - Log(0, 1)) / 2;
            double cx = Log(1, 2) - 2 * Log(1, 1) + Log(1, 0), cy = Log(2, 1) - 2 * Log(1, 1) + Log(0, 1), cxy = (Log(2, 2) - Log(2, 0) - Log(0, 2) + Log(0, 0)) / 4;
            double determinant = cx * cy - cxy * cxy;
            bool isTop = cx < 0 && cy < 0 && determinant > 0;
            kx += hx * (isTop ? Math.Clamp((-gx * cy + gy * cxy) / determinant, -1, 1) : Math.Sign(gx));
            ky += hy * (isTop ? Math.Clamp((-gy * cx + gx * cxy) / determinant, -1, 1) : Math.Sign(gy));
            top = values[1, 1];
            if (isTop) (hx, hy) = (hx / 4, hy / 4);
        }
        return (kx, ky, top);
    }

    // Power at one frequency along x and three along y.
    private static void Column(double[,] grey, double kx, double ky, double step, double[,] values, int column)
    {
        int m = grey.GetLength(0), n = grey.GetLength(1);
        double[] cos = new double[n], sin = new double[n], real = new double[m], imaginary = new double[m];
        for (int x = 0; x < n; x++) (sin[x], cos[x]) = Math.SinCos(-2 * Math.PI * kx * x);
        Parallel.For(0, m, y =>
        {
            double a = 0, b = 0;
            for (int x = 0; x < n; x++)
            {
                a += grey[y, x] * cos[x];
                b += grey[y, x] * sin[x];
            }
            (real[y], imaginary[y]) = (a, b);
        });
        for (int j = 0; j < 3; j++)
        {
            Complex sum = 0;
            for (int y = 0; y < m; y++) sum += new Complex(real[y], imaginary[y]) * Complex.FromPolarCoordinates(1, -2 * Math.PI * (ky + (j - 1) * step) * y);
            values[j, column] = sum.Real * sum.Real + sum.Imaginary * sum.Imaginary;
        }
    }

    private static double Radius(int x, int y, int n, int m)
    {
        double kx = Signed(x, n) / (double)n, ky = Signed(y, m) / (double)m;
        return Math.Sqrt(kx * kx + ky * ky);
    }

    private static int Signed(int i, int n) => i <= n / 2 ? i : i - n;

    private static double[,] Shown(double[,] power)
    {
        int m = power.GetLength(0), n = power.GetLength(1);
        double[,] shown = new double[m, n];
        double floor = double.MaxValue;
        foreach (double p in power) floor = p > 0 ? Math.Min(floor, p) : floor;
        for (int y = 0; y < m; y++)
        {
            // Rows of a picture run down, those of a map up.
            for (int x = 0; x < n; x++) shown[m - 1 - (y + m / 2) % m, (x + n / 2) % n] = Math.Log10(Math.Max(power[y, x], floor));
        }
        return shown;
    }
}
