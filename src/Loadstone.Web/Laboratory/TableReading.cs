using System.Globalization;
using Loadstone.Laboratory.Tables;
using Loadstone.Reports;

namespace Loadstone.Web.Laboratory;

/// <summary>What a table is.</summary>
internal static class TableReading
{
    private const int MostCurves = 6;

    /// <summary>The reading of a table: each column of numbers against the first one that is in the same unit as itself alone.</summary>
    public static FileReading Of(MeasuredTable table)
    {
        (string Label, string? Unit, double[] Values)[] columns = [.. table.Names.Select(name => (Label(name, table.UnitOf(name)), table.UnitOf(name), Numbers(table.Texts(name) ?? [])))];
        var numbers = columns.Where(column => column.Values.Any(double.IsFinite)).ToArray();
        return new FileReading(FileSubject.Table, "table of text", [FormattableString.Invariant($"{table.Count:#,0} row{(table.Count == 1 ? "" : "s")}")],
            [.. columns.Select(column => ColumnReading.Of(column.Label, column.Values))], numbers.Length > 1 ? [.. Pictures(numbers)] : [], []);
    }

    // Columns of one unit share a picture.
    private static IEnumerable<Plot> Pictures((string Label, string? Unit, double[] Values)[] columns)
    {
        foreach (var same in columns.Skip(1).GroupBy(column => column.Unit ?? column.Label))
        {
            var drawn = same.Take(MostCurves).ToArray();
            string label = drawn.Length == 1 ? drawn[0].Label : same.Key;
            yield return new Plot("table", drawn.Length == 1 ? drawn[0].Label : $"All in {same.Key}", new Axis(columns[0].Label), new Axis(label),
                [.. drawn.Select(column => new Series(column.Label, columns[0].Values, column.Values, SeriesStyle.LineAndPoints))]);
        }
    }

    private static double[] Numbers(string[] texts) =>
        [.. texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) < 1e100 ? value : double.NaN)];

    private static string Label(string name, string? unit) => string.IsNullOrEmpty(unit) ? name : $"{name} / {unit}";
}
