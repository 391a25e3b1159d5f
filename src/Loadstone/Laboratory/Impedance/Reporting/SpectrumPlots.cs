using System.Numerics;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Impedance.Reporting;

/// <summary>Pictures of a spectrum and a model over it.</summary>
internal static class SpectrumPlots
{
    private static readonly Axis Frequency = new("frequency / Hz", Logarithmic: true);

    /// <summary>Nyquist and Bode plots, the model as a line over the measured points.</summary>
    internal static IReadOnlyList<ReportBlock> Of(Spectrum spectrum, IReadOnlyList<Complex> model, string name)
    {
        double[] f = [.. spectrum.Frequency];
        Complex[] z = [.. spectrum.Impedance];
        Plot Of(string file, string title, Axis x, Axis y, Func<Complex, double>? across, Func<Complex, double> up) => new(file, title, x, y,
        [
            new Series("measured", across is null ? f : [.. z.Select(across)], [.. z.Select(up)], SeriesStyle.Points, 0),
            new Series(name, across is null ? f : [.. model.Select(across)], [.. model.Select(up)], SeriesStyle.Line, 1),
        ]);
        return
        [
            Of("nyquist", "Nyquist", new Axis("Z′ / Ω"), new Axis("−Z″ / Ω"), v => v.Real, v => -v.Imaginary) with { IsTrajectory = true },
            Of("bode-modulus", "Bode: modulus", Frequency, new Axis("|Z| / Ω", Logarithmic: true), null, Complex.Abs),
            Of("bode-phase", "Bode: phase", Frequency, new Axis("−phase / °"), null, v => -v.Phase * 180 / Math.PI),
        ];
    }

    /// <summary>Deviations of the Kramers–Kronig test, with the verdict.</summary>
    internal static ReportSection Of(KramersKronigTest test) => new("Kramers–Kronig test",
    [
        new Paragraph(test.Verdict),
        new Plot("kramers-kronig", "Deviations of the linear Kramers–Kronig test", Frequency, new Axis("deviation / % of |Z|"),
        [
            new Series("Z′", test.Frequency, [.. test.Real.Select(r => 100 * r)], SeriesStyle.LineAndPoints),
            new Series("Z″", test.Frequency, [.. test.Imaginary.Select(r => 100 * r)], SeriesStyle.LineAndPoints),
        ]),
    ]);
}
