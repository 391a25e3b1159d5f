using System.Numerics;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Diffusion;

/// <summary>The stretch of a spectrum that semi-infinite diffusion rules: Z′ = R + σ ω^-½ and −Z″ = b + σ ω^-½ side by side, points weighed by 1/|Z|².</summary>
/// <param name="Coefficient">Warburg coefficient σ [Ω s^-½].</param>
/// <param name="Resistance">R, all resistance before diffusion [Ω].</param>
/// <param name="From">Lowest frequency of the stretch [Hz].</param>
/// <param name="To">Highest frequency of the stretch [Hz].</param>
/// <param name="Points">Number of points in it.</param>
public sealed record WarburgLine(Estimate Coefficient, Estimate Resistance, double From, double To, int Points)
{
    private const int Fewest = 4;
    private const double LeastSlope = 0.8, MostSlope = 1.25;

    /// <summary>Finds the stretch: the longest run of points at the low-frequency side whose path in the Nyquist plane climbs at 39° to 51°, or the frequencies that are given.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="from">Lowest frequency [Hz], or null to find it.</param>
    /// <param name="to">Highest frequency [Hz], or null to find it.</param>
    /// <exception cref="InputException">There is no such stretch of four or more points.</exception>
    public static WarburgLine Of(Spectrum spectrum, double? from = null, double? to = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        (int first, int last) = from is null && to is null ? Find(spectrum) : Between(spectrum, from ?? 0, to ?? double.PositiveInfinity);
        if (last - first + 1 < Fewest)
            throw new InputException($"no stretch of {Fewest} or more points climbs at 45° as semi-infinite diffusion does; give its frequencies with --from and --to, or measure lower ones.", file: spectrum.Source);
        return Regress(spectrum, first, last);
    }

    private static (int First, int Last) Between(Spectrum spectrum, double from, double to)
    {
        int[] inside = [.. Enumerable.Range(0, spectrum.Count).Where(i => spectrum.Frequency[i] >= from && spectrum.Frequency[i] <= to)];
        return inside.Length == 0 ? (0, -1) : (inside[0], inside[^1]);
    }

    // Slopes over five points, so that noise of single ones does not end the run.
    private static (int First, int Last) Find(Spectrum spectrum)
    {
        (int First, int Last) best = (0, -1);
        int start = -1;
        for (int i = 0; i <= spectrum.Count; i++)
        {
            bool climbs = i < spectrum.Count && Slope(spectrum, Math.Max(i - 2, 0), Math.Min(i + 2, spectrum.Count - 1)) is >= LeastSlope and <= MostSlope;
            if (climbs && start < 0) start = i;
            if (climbs || start < 0) continue;
            if (i - start >= best.Last - best.First + 1) best = (start, i - 1);
            start = -1;
        }
        return best;
    }

    private static double Slope(Spectrum spectrum, int first, int last)
    {
        double n = last - first + 1, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0;
        for (int i = first; i <= last; i++)
        {
            double x = spectrum.Impedance[i].Real, y = -spectrum.Impedance[i].Imaginary;
            (sx, sy, sxx, sxy, syy) = (sx + x, sy + y, sxx + x * x, sxy + x * y, syy + y * y);
        }
        double xy = n * sxy - sx * sy, xx = n * sxx - sx * sx, yy = n * syy - sy * sy;

        // The path falls back in Z′ or Z″ elsewhere; both must rise together for a slope of diffusion.
        return xy > 0 && spectrum.Impedance[last].Real > spectrum.Impedance[first].Real ? Math.Sqrt(yy / xx) : 0;
    }

    // One slope and two intercepts; noise is taken as a share of |Z|.
    private static WarburgLine Regress(Spectrum spectrum, int first, int last)
    {
        int n = last - first + 1;
        double[] y = new double[2 * n], real = new double[2 * n], imaginary = new double[2 * n], climb = new double[2 * n];
        for (int k = 0; k < n; k++)
        {
            Complex z = spectrum.Impedance[first + k];
            double weight = 1 / Complex.Abs(z);
            (y[k], y[n + k]) = (weight * z.Real, -weight * z.Imaginary);
            real[k] = imaginary[n + k] = weight;
            climb[k] = climb[n + k] = weight / Math.Sqrt(2 * Math.PI * spectrum.Frequency[first + k]);
        }
        LinearLeastSquares fit = LinearLeastSquares.Fit(y, climb, real, imaginary);
        return new WarburgLine(fit[0], fit[1], spectrum.Frequency[last], spectrum.Frequency[first], n);
    }

    /// <summary>Diffusion coefficient D = R²T²/(2 A² n⁴ F⁴ c² σ²) [m²/s] of a species that reacts at an electrode (Bard and Faulkner 2001).</summary>
    /// <param name="area">Area A at which it reacts [m²].</param>
    /// <param name="concentration">Its concentration c [mol/m³].</param>
    /// <param name="temperature">Temperature T [K].</param>
    /// <param name="electrons">Electrons n.</param>
    public Estimate Diffusivity(Estimate area, Estimate concentration, double temperature = 298.15, double electrons = 1)
    {
        Require.Positive(concentration.Value, "mol/m³");
        double nf = PhysicalConstants.Faraday * Require.Positive(electrons, "");
        return HalfSquare(PhysicalConstants.Gas * Require.Positive(temperature, "K") / (nf * nf * concentration.Value), concentration, area);
    }

    /// <summary>
    /// Diffusion coefficient D = ½ [(dE/dc)/(F A σ)]² [m²/s] in an insertion electrode (Weppner and Huggins 1977; Ho, Raistrick and Huggins,
    /// J. Electrochem. Soc. 127, 343 (1980), who write V_m dE/dx for dE/dc).
    /// </summary>
    /// <param name="area">Area A at which lithium enters [m²].</param>
    /// <param name="slope">Slope of the rest potential.</param>
    public Estimate InsertionDiffusivity(Estimate area, PotentialSlope slope) =>
        HalfSquare(Math.Abs(slope.PerConcentration.Value) / PhysicalConstants.Faraday, slope.PerConcentration, area);

    // ½ (numerator/(A σ))², with the errors of the numerator's factor, the area and σ.
    private Estimate HalfSquare(double numerator, Estimate factor, Estimate area)
    {
        double root = numerator / (Require.Positive(area.Value, "m²") * Coefficient.Value), relative = 0;
        foreach (Estimate one in (ReadOnlySpan<Estimate>)[factor, area, Coefficient]) relative += Math.Pow(one.StandardError / one.Value, 2);
        return new Estimate(0.5 * root * root, root * root * Math.Sqrt(relative), Coefficient.DegreesOfFreedom);
    }
}
