using System.Globalization;
using System.Numerics;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Laboratory.Impedance;

/// <summary>A spectrum as it can be analysed, and what had to be done to it.</summary>
/// <param name="Spectrum">The spectrum; capacitive arcs have negative imaginary parts.</param>
/// <param name="Warnings">What was done, in words.</param>
public sealed record SpectrumReading(Spectrum Spectrum, IReadOnlyList<string> Warnings)
{
    private const double SameSweep = 0.1;

    /// <summary>The spectrum of a recording; rows of steps of another kind are passed over.</summary>
    /// <exception cref="InputException">It has no impedance columns, no rows of them, or several spectra.</exception>
    public static SpectrumReading Of(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ReadOnlySpan<double> f = recording[RecordColumns.Frequency], real = recording[RecordColumns.RealImpedance], imaginary = recording[RecordColumns.ImaginaryImpedance];
        var frequency = new List<double>();
        var impedance = new List<Complex>();
        for (int i = 0; i < f.Length; i++)
        {
            if (!(f[i] > 0)) continue;
            frequency.Add(f[i]);
            impedance.Add(new Complex(real[i], imaginary[i]));
        }
        if (frequency.Count == 0) throw new InputException("the file holds no point of an impedance spectrum.", file: recording.Source);
        return Of(recording.Source, frequency, impedance);
    }

    /// <summary>The spectrum of points in any order: empty ones left out, repeated frequencies averaged, a sign the other way round turned.</summary>
    /// <param name="source">File or sample, for messages.</param>
    /// <param name="frequency">Frequencies [Hz].</param>
    /// <param name="impedance">Impedances [Ω].</param>
    /// <exception cref="InputException">No point can be used, or a frequency has values that differ by more than 10 %.</exception>
    public static SpectrumReading Of(string source, IReadOnlyList<double> frequency, IReadOnlyList<Complex> impedance)
    {
        var warnings = new List<string>();
        (double F, Complex Z)[] points = [.. frequency.Zip(impedance).Where(p => p.First > 0 && double.IsFinite(p.First) && Complex.IsFinite(p.Second))];
        if (points.Length == 0) throw new InputException("no point of the spectrum has a frequency and an impedance.", file: source);
        if (points.Length < frequency.Count) warnings.Add($"{frequency.Count - points.Length} points without a number were left out.");
        var merged = points.GroupBy(p => p.F).Select(group => (F: group.Key, Z: Mean(group.Select(p => p.Z)), Spread: group.Max(p => Complex.Abs(p.Z - Mean(group.Select(q => q.Z)))))).ToList();
        if (merged.Count < points.Length)
        {
            (double f, Complex z, double spread) = merged.MaxBy(m => m.Spread / Complex.Abs(m.Z));
            if (spread > SameSweep * Complex.Abs(z))
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{f:g6} Hz occurs more than once with impedances {spread / Complex.Abs(z) * 100:g2} % from their mean; expected one spectrum a file."), file: source);
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{points.Length - merged.Count} repeated frequencies were averaged; they differ by up to {spread / Complex.Abs(z) * 100:g2} %."));
        }
        var spectrum = new Spectrum(source, [.. merged.Select(m => m.F)], [.. merged.Select(m => m.Z)]);
        if (!IsTurned(spectrum)) return new SpectrumReading(spectrum, warnings);
        warnings.Add("The imaginary part rises where a cell's falls: −Z″ was stored as Z″, and its sign was turned.");
        return new SpectrumReading(new Spectrum(source, spectrum.Frequency, [.. spectrum.Impedance.Select(Complex.Conjugate)]), warnings);
    }

    // A real part that falls with frequency belongs to a negative imaginary one; inductance alone leaves the real part alone.
    private static bool IsTurned(Spectrum spectrum)
    {
        int positive = spectrum.Impedance.Count(z => z.Imaginary > 0);
        double fall = spectrum.Impedance[^1].Real - spectrum.Impedance[0].Real, height = spectrum.Impedance.Max(z => z.Imaginary);
        return positive > 0.6 * spectrum.Count && (fall > 0.2 * height || spectrum.Impedance[^1].Imaginary > spectrum.Impedance[0].Imaginary);
    }

    private static Complex Mean(IEnumerable<Complex> values) => values.Aggregate(Complex.Zero, (a, b) => a + b) / values.Count();
}
