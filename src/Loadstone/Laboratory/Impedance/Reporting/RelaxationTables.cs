using System.Globalization;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Impedance.Reporting;

/// <summary>Which shapes were fitted to a spectrum, and why which were taken, in words.</summary>
internal static class RelaxationTables
{
    private const int Shown = 6;

    /// <summary>A shape's name.</summary>
    internal static string Name(RelaxationShape shape) => shape switch
    {
        RelaxationShape.Debye => "RC",
        RelaxationShape.ColeCole => "ZARC",
        RelaxationShape.Gerischer => "Gerischer",
        _ => "density",
    };

    /// <summary>What was taken and why.</summary>
    internal static string Reason(RelaxationFit? fit)
    {
        if (fit is null) return "The peaks are those of the density: no set of shapes can be determined.";
        string shapes = string.Join(" + ", fit.Peaks.Select(p => Name(p.Shape)));
        return fit.IsAdequate
            ? string.Create(CultureInfo.InvariantCulture, $"The peaks are those of {shapes}: of {fit.Compared.Count} sets of shapes the best by BIC with strong evidence for each, and as close to the data as the density.")
            : string.Create(CultureInfo.InvariantCulture, $"The peaks are those of the density: the best of {fit.Compared.Count} sets of shapes, {shapes}, does not come as close to the data.");
    }

    /// <summary>The best sets of shapes, each once.</summary>
    internal static Table Candidates(RelaxationFit fit)
    {
        var best = fit.Compared.GroupBy(Text).Select(group => (Text: group.Key, Best: group.MinBy(c => c.Bic)!)).OrderBy(c => c.Best.Bic).Take(Shown).ToList();
        return new Table("Sets of shapes", [TableColumn.Words("shapes"), new("parameters"), new("deviation", "%"), new("BIC − least")],
        [
            .. best.Select(c => (IReadOnlyList<string>)
            [
                c.Text, c.Best.Parameters.ToString(CultureInfo.InvariantCulture), NumberText.Format(100 * c.Best.Deviation, 3), (c.Best.Bic - best[0].Best.Bic).ToString("f1", CultureInfo.InvariantCulture),
            ]),
        ], "Deviation: root mean square of the weighted deviations over that of the weighted data. One that lies within 6 of another with fewer shapes is not preferred to it.");
    }

    private static string Text(RelaxationCandidate candidate) =>
        string.Join(" + ", candidate.Shapes.Order().Select(Name)) + (candidate.HasInductance ? " + L" : "") + (candidate.HasTail ? " + tail" : "");
}
