using System.Numerics;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Laboratory.Impedance;

/// <summary>A measured impedance spectrum, from the highest frequency to the lowest. Immutable.</summary>
public sealed class Spectrum
{
    /// <summary>A spectrum.</summary>
    /// <param name="source">File or sample that it is of, for messages.</param>
    /// <param name="frequency">Frequencies [Hz], above 0, all different; in any order.</param>
    /// <param name="impedance">Impedances [Ω], as many, finite; the imaginary part is negative where the cell is capacitive.</param>
    /// <exception cref="InputException">A value cannot be used; the message names the row.</exception>
    public Spectrum(string source, IReadOnlyList<double> frequency, IReadOnlyList<Complex> impedance)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(impedance.Count, frequency.Count);
        Source = source;
        for (int i = 0; i < frequency.Count; i++)
        {
            if (!(frequency[i] > 0 && double.IsFinite(frequency[i])))
                throw new InputException(FormattableString.Invariant($"point {i + 1} has the frequency {frequency[i]:g6} Hz; expected a finite one above 0."), file: source);
            if (!Complex.IsFinite(impedance[i]))
                throw new InputException(FormattableString.Invariant($"the impedance at {frequency[i]:g6} Hz is no finite number."), file: source);
        }
        int[] order = [.. Enumerable.Range(0, frequency.Count).OrderByDescending(i => frequency[i])];
        Frequency = [.. order.Select(i => frequency[i])];
        Impedance = [.. order.Select(i => impedance[i])];
        for (int i = 1; i < Frequency.Count; i++)
        {
            if (Frequency[i] == Frequency[i - 1])
                throw new InputException(FormattableString.Invariant($"{Frequency[i]:g6} Hz occurs twice; expected one spectrum with each frequency once."), file: source);
        }
    }

    /// <summary>File or sample that it is of.</summary>
    public string Source { get; }

    /// <summary>Frequencies f [Hz], falling.</summary>
    public IReadOnlyList<double> Frequency { get; }

    /// <summary>Impedances [Ω].</summary>
    public IReadOnlyList<Complex> Impedance { get; }

    /// <summary>Number of points.</summary>
    public int Count => Frequency.Count;

    /// <summary>The spectrum of a recording; rows without a frequency (of steps of another kind) are passed over.</summary>
    /// <exception cref="InputException">It has no impedance columns or no rows of them.</exception>
    public static Spectrum Of(Recording recording)
    {
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
        return new Spectrum(recording.Source, frequency, impedance);
    }
}
