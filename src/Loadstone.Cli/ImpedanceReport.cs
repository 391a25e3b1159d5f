using System.Globalization;
using System.Numerics;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Reports;

namespace Loadstone.Cli;

/// <summary>A spectrum as a table and as a page.</summary>
internal static class ImpedanceReport
{
    private const int RowsOnScreen = 15;
    private const double SquareCentimetres = 1e4;

    /// <summary>A few of the frequencies, evenly taken, or all.</summary>
    public static Table Table(ImpedanceSpectrum spectrum, bool all)
    {
        int count = spectrum.Frequency.Count, rows = all ? count : Math.Min(count, RowsOnScreen);
        int[] shown = [.. Enumerable.Range(0, rows).Select(r => rows == 1 ? 0 : (int)Math.Round((double)r * (count - 1) / (rows - 1)))];
        return new Table(
            "",
            [new("frequency", "Hz"), new("Z′", "Ω"), new("−Z″", "Ω"), new("|Z|", "Ω"), new("phase", "°"), new("Z′", "Ω cm²"), new("−Z″", "Ω cm²")],
            [.. shown.Select(i => Row(spectrum, i))],
            all || rows == count ? null : FormattableString.Invariant($"{rows} of {count} frequencies; --csv and --html give all."));
    }

    /// <summary>Nyquist and Bode plots and all rows.</summary>
    /// <param name="title">Name of the cell.</param>
    /// <param name="subtitle">State and settings.</param>
    /// <param name="spectrum">The spectrum.</param>
    public static Report Page(string title, string subtitle, ImpedanceSpectrum spectrum)
    {
        double[] f = [.. spectrum.Frequency];
        Complex[] z = [.. spectrum.Impedance];
        double[] real = [.. z.Select(v => v.Real)], fall = [.. z.Select(v => -v.Imaginary)];
        var frequency = new Axis("frequency / Hz", Logarithmic: true);
        return new Report(title, subtitle,
        [
            new ReportSection("Spectrum",
            [
                new Plot("nyquist", "Nyquist", new Axis("Z′ / Ω"), new Axis("−Z″ / Ω"), [new Series("impedance", real, fall, SeriesStyle.LineAndPoints)]),
                new Plot("bode-modulus", "Bode: modulus", frequency, new Axis("|Z| / Ω", Logarithmic: true), [new Series("modulus", f, [.. z.Select(v => v.Magnitude)], SeriesStyle.LineAndPoints)]),
                new Plot("bode-phase", "Bode: phase", frequency, new Axis("−phase / °"), [new Series("phase", f, [.. z.Select(v => -Degrees(v))], SeriesStyle.LineAndPoints)]),
            ]),
            new ReportSection("Table", [Table(spectrum, all: true)]),
        ]);
    }

    private static string[] Row(ImpedanceSpectrum spectrum, int i)
    {
        Complex z = spectrum.Impedance[i], areal = z * spectrum.Area * SquareCentimetres;
        return [Number(spectrum.Frequency[i]), Number(z.Real), Number(-z.Imaginary), Number(z.Magnitude), Degrees(z).ToString("F2", CultureInfo.InvariantCulture), Number(areal.Real), Number(-areal.Imaginary)];
    }

    private static double Degrees(Complex z) => z.Phase * 180 / Math.PI;

    private static string Number(double value) => Quantities.QuantityKinds.Ratio.Format(value, 5);
}
