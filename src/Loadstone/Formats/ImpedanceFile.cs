using System.Globalization;
using Loadstone.Electrochemistry.Analysis;

namespace Loadstone.Formats;

/// <summary>Impedance spectra as CSV with the columns of the Battery Data Format: invariant numbers that read back to the same value.</summary>
public static class ImpedanceFile
{
    private static readonly string[] Labels = ["Frequency / Hz", "Real Impedance / ohm", "Imaginary Impedance / ohm"];

    /// <summary>The labels of the columns, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Columns => Labels;

    /// <summary>Writes a spectrum, one row a frequency.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="spectrum">The spectrum.</param>
    public static void Write(TextWriter writer, ImpedanceSpectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(spectrum);
        writer.Write(string.Join(',', Labels));
        writer.Write('\n');
        for (int i = 0; i < spectrum.Frequency.Count; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{spectrum.Frequency[i]:R},{spectrum.Impedance[i].Real:R},{spectrum.Impedance[i].Imaginary:R}\n"));
        }
    }

    /// <summary>Writes a file: to a temporary name first, then moved into place.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteFile(string path, ImpedanceSpectrum spectrum) => AtomicFile.Write(path, writer => Write(writer, spectrum));
}
