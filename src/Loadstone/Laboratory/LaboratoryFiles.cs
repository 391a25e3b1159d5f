using System.Globalization;
using System.Text.Json.Nodes;
using Loadstone.Formats;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory;

/// <summary>Shows and writes results of any analysis: the numbers of all samples in one table, then each sample's own sections.</summary>
public static class LaboratoryFiles
{
    private const int Digits = 5, MostDigits = 10;

    /// <summary>The numbers of all samples, one row a sample, each with half of its 95 % interval where the data tell it.</summary>
    /// <param name="results">Results of one analysis.</param>
    public static Table Summary(IReadOnlyList<LaboratoryResult> results)
    {
        NamedEstimate[] columns = Columns(results);
        return new Table(
            "Summary",
            [TableColumn.Words("sample"), .. columns.Select(c => new TableColumn(c.Name, UnitOf(c)))],
            [.. results.Select(result => (IReadOnlyList<string>)[result.Sample, .. columns.Select(c => Cell(Find(result, c.Name)))])],
            "± is half of the 95 % confidence interval.");
    }

    /// <summary>A report of all samples.</summary>
    /// <param name="results">Results of one analysis.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    /// <param name="overview">What the results say together, or null.</param>
    public static Report Compose(IReadOnlyList<LaboratoryResult> results, string? command = null, LaboratoryOverview? overview = null)
    {
        var sections = new List<ReportSection> { new("Summary", [Summary(results)]) };
        if (overview is not null) sections.AddRange(overview.Sections);
        string[] warnings = [.. results.SelectMany(result => result.Warnings.Select(warning => $"{result.Sample}: {warning}"))];
        if (warnings.Length > 0) sections.Add(new ReportSection("Warnings", [new BulletList(warnings)]));
        foreach (LaboratoryResult result in results)
        {
            sections.AddRange(results.Count == 1
                ? result.Sections
                : result.Sections.Select(section => new ReportSection($"{result.Sample}: {section.Heading}", section.Blocks)));
        }
        return new Report($"Analysis: {Require.NotEmpty(results)[0].Analysis}", command, sections);
    }

    /// <summary>Writes report.html, results.json, summary.csv and the pictures; older files of the same names are replaced.</summary>
    /// <param name="results">Results of one analysis.</param>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    /// <param name="overview">What the results say together, or null.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static ReportFilesWritten Write(IReadOnlyList<LaboratoryResult> results, string folder, string? command = null, LaboratoryOverview? overview = null)
    {
        JsonObject data = ToJson(results, command);
        if (overview is not null) data[overview.Name] = overview.Data.DeepClone();
        ReportFilesWritten written = ReportFiles.Write(Compose(results, command, overview), data, folder);
        AtomicFile.Write(Path.Combine(folder, "summary.csv"), writer => WriteSummary(writer, results));
        return written;
    }

    /// <summary>The numbers as JSON, each with value, standard error, interval and SI unit, its kind and the unit in which it is shown.</summary>
    public static JsonObject ToJson(IReadOnlyList<LaboratoryResult> results, string? command = null)
    {
        var samples = new JsonArray();
        foreach (LaboratoryResult result in results)
        {
            var numbers = new JsonObject();
            foreach (NamedEstimate number in result.Numbers) numbers[number.Name] = ToJson(number);
            var sample = new JsonObject
            {
                ["sample"] = result.Sample,
                ["numbers"] = numbers,
                ["warnings"] = new JsonArray([.. result.Warnings.Select(warning => (JsonNode)warning)]),
            };
            if (result.Details is { } details) sample["details"] = details.DeepClone();
            samples.Add(sample);
        }
        return new JsonObject { ["analysis"] = results[0].Analysis, ["command"] = command, ["samples"] = samples };
    }

    /// <summary>A number as results.json holds it.</summary>
    public static JsonObject ToJson(NamedEstimate number)
    {
        (double low, double high) = number.Estimate.Interval();
        return new JsonObject
        {
            ["value"] = Finite(number.Estimate.Value),
            ["standardError"] = Finite(number.Estimate.StandardError),
            ["low95"] = Finite(low),
            ["high95"] = Finite(high),
            ["unit"] = number.Kind.SiUnit,
            ["kind"] = number.Kind.Name,
            ["shownIn"] = UnitOf(number),
        };
    }

    private static JsonValue? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>Writes the numbers of all samples as CSV, each with half of its 95 % interval. SI values would hide the units; the columns are those of <see cref="Summary"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="results">Results of one analysis.</param>
    public static void WriteSummary(TextWriter writer, IReadOnlyList<LaboratoryResult> results)
    {
        ArgumentNullException.ThrowIfNull(writer);
        NamedEstimate[] columns = Columns(results);
        writer.WriteLine(string.Join(',', (string[])["sample", .. columns.SelectMany(c => (string[])[Quoted(Header(c.Name, UnitOf(c))), Quoted(Header(c.Name + " ± 95 %", UnitOf(c)))])]));
        foreach (LaboratoryResult result in results)
        {
            IEnumerable<string> cells = columns.SelectMany(c => Find(result, c.Name) is { } n
                ? (string[])[Plain(n, n.Estimate.Value), Plain(n, n.Estimate.HalfWidth())]
                : ["", ""]);
            writer.WriteLine(string.Join(',', cells.Prepend(Quoted(result.Sample))));
        }
    }

    /// <summary>A number as text: value, half of its 95 % interval, unit.</summary>
    public static string Text(NamedEstimate number) => UnitOf(number) is { } unit ? $"{Cell(number)} {unit}" : Cell(number);

    private static NamedEstimate[] Columns(IReadOnlyList<LaboratoryResult> results) => [.. results.SelectMany(result => result.Numbers).DistinctBy(n => n.Name)];

    private static NamedEstimate? Find(LaboratoryResult result, string name) => result.Numbers.FirstOrDefault(n => n.Name == name);

    private static string? UnitOf(NamedEstimate number)
    {
        string unit = number.Unit ?? number.Kind.Units[0].Symbol;
        return unit.Length == 0 ? null : unit;
    }

    private static string Header(string name, string? unit) => unit is null ? name : $"{name} / {unit}";

    private static string Cell(NamedEstimate? number)
    {
        if (number is null || double.IsNaN(number.Estimate.Value)) return "–";
        double half = number.Estimate.HalfWidth();
        double value = Shown(number, number.Estimate.Value);
        if (!(half > 0) || !double.IsFinite(half)) return NumberText.Format(value, Digits);
        double width = ShownWidth(number, half);
        return $"{NumberText.Format(value, DigitsBeside(value, width))} ± {NumberText.Format(width, 2)}";
    }

    // Digits of a value that end where the two digits of its uncertainty do.
    private static int DigitsBeside(double value, double width) =>
        Math.Abs(value) > 0 ? Math.Clamp((int)Math.Floor(Math.Log10(Math.Abs(value))) - (int)Math.Floor(Math.Log10(width)) + 2, 2, MostDigits) : 2;

    private static string Plain(NamedEstimate number, double si) => double.IsFinite(si) ? Shown(number, si).ToString("R", CultureInfo.InvariantCulture) : "";

    private static double Shown(NamedEstimate number, double si) => number.Kind.ToUnit(si, number.Unit ?? number.Kind.Units[0].Symbol);

    // A width has no zero point: of 25 ± 2 °C the 2 stays 2.
    private static double ShownWidth(NamedEstimate number, double half) => Shown(number, number.Estimate.Value + half) - Shown(number, number.Estimate.Value);

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
