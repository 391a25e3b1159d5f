using System.Globalization;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Impedance.Reporting;

/// <summary>A fitted circuit as a result.</summary>
public static class CircuitReport
{
    private const int Shown = 12;

    /// <summary>The parameters with their intervals, what they hang together with, the circuits that were compared, and the pictures.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="choice">How its circuit was chosen, or null where it was given.</param>
    /// <param name="test">The Kramers–Kronig test, or null where there were too few points.</param>
    /// <param name="warnings">What reading the spectrum told.</param>
    public static LaboratoryResult Of(string sample, CircuitFit fit, CircuitChoice? choice, KramersKronigTest? test, IReadOnlyList<string> warnings)
    {
        var told = new List<string>(warnings);
        if (test is { IsConsistent: false }) told.Add(test.Verdict);
        told.AddRange(fit.Doubts);
        string deviation = fit.Weighting == SpectrumWeighting.Modulus
            ? string.Create(CultureInfo.InvariantCulture, $"{fit.Deviation * 100:g3} % of |Z|")
            : string.Create(CultureInfo.InvariantCulture, $"{fit.Deviation:g3} Ω");
        var sections = new List<ReportSection>
        {
            new("Circuit", [new Paragraph($"{choice?.Reason ?? fit.Circuit.Text + " was given."} Root mean square deviation {deviation}."), Parameters(fit), Correlations(fit)]),
            new("Spectrum", SpectrumPlots.Of(fit.Spectrum, fit.Impedance, fit.Circuit.Text)),
        };
        if (choice is not null) sections.Add(new ReportSection("Circuits compared", [Compared(choice)]));
        if (test is not null) sections.Add(SpectrumPlots.Of(test));
        return new LaboratoryResult("eis", sample, [.. fit.Circuit.Parameters.Select((p, k) => Named(p, fit.Parameters[k]))], sections, told);
    }

    private static NamedEstimate Named(CircuitParameter parameter, Estimate estimate) =>
        new(parameter.Law.Kind == QuantityKinds.Ratio && parameter.Law.Unit.Length > 0 ? $"{parameter.Name} ({parameter.Law.Unit})" : parameter.Name,
            estimate, parameter.Law.Kind, parameter.Law.Kind == QuantityKinds.Ratio ? null : parameter.Law.Unit);

    private static Table Parameters(CircuitFit fit) => new(
        "Parameters",
        [TableColumn.Words("parameter"), new("value"), new("95 % from"), new("to"), TableColumn.Words("unit"), TableColumn.Words("element")],
        [
            .. fit.Circuit.Parameters.Select((p, k) =>
            {
                (double low, double high) = fit.Parameters[k].Interval();
                return (IReadOnlyList<string>)[p.Name, Number(fit.Parameters[k].Value), Number(low), Number(high), p.Law.Unit, fit.Circuit.Elements.First(e => e.Name == p.Element).Kind.Meaning];
            }),
        ],
        fit.IsIdentified ? "The data determine every parameter." : string.Join(' ', fit.Doubts));

    private static Table Correlations(CircuitFit fit) => new(
        "Correlation of the errors",
        [TableColumn.Words(""), .. fit.Circuit.Parameters.Select(p => new TableColumn(p.Name))],
        [.. fit.Circuit.Parameters.Select((p, i) => (IReadOnlyList<string>)[p.Name, .. fit.Circuit.Parameters.Select((_, j) => fit.Correlation[i, j].ToString("f2", CultureInfo.InvariantCulture))])]);

    private static Table Compared(CircuitChoice choice) => new(
        "Circuits",
        [TableColumn.Words("circuit"), new("parameters"), new("deviation", choice.Best.Weighting == SpectrumWeighting.Modulus ? "%" : "Ω"), new("ΔBIC"), new("ΔAICc"), TableColumn.Words("determined")],
        [
            .. choice.Fits.Take(Shown).Append(choice.Best).Distinct().Select(f => (IReadOnlyList<string>)
            [
                f.Circuit.Text, f.Parameters.Count.ToString(CultureInfo.InvariantCulture), Number(f.Deviation * (f.Weighting == SpectrumWeighting.Modulus ? 100 : 1)),
                (f.Bic - choice.Fits[0].Bic).ToString("f1", CultureInfo.InvariantCulture), (f.Aicc - choice.Fits.Min(g => g.Aicc)).ToString("f1", CultureInfo.InvariantCulture),
                f.IsIdentified ? "yes" : f.Doubts[0],
            ]),
        ],
        choice.Fits.Count > Shown ? $"The closest {Shown} of {choice.Fits.Count}, by BIC." : null);

    private static string Number(double value) => double.IsFinite(value) ? NumberText.Format(value, 4) : "–";
}
