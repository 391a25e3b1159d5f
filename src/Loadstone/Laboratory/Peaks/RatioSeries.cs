using Loadstone.Laboratory.Regression;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Peaks;

/// <summary>A number of each sample over something that a person knows of it: depth, time, temperature.</summary>
/// <param name="Name">The number: <c>Eg/A1g by area</c>.</param>
/// <param name="Unit">Its unit; empty for none.</param>
/// <param name="Against">What it is set over, in its unit: <c>depth</c>, <c>µm</c>.</param>
/// <param name="Points">Samples by rising abscissa.</param>
/// <param name="Line">Straight line through them, weighed by their errors; null for fewer than three.</param>
public sealed record RatioSeries(string Name, string Unit, TraceAxis Against, IReadOnlyList<SeriesPoint> Points, StraightLine? Line)
{
    /// <summary>A series of samples.</summary>
    /// <param name="name">The number.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="against">What it is set over.</param>
    /// <param name="points">The samples.</param>
    public static RatioSeries Of(string name, string unit, TraceAxis against, IEnumerable<SeriesPoint> points)
    {
        SeriesPoint[] sorted = [.. points.OrderBy(p => p.Place)];
        bool hasLine = sorted.Length >= 3 && sorted[^1].Place > sorted[0].Place;
        double[] weights = [.. sorted.Select(p => 1 / (p.Value.StandardError * p.Value.StandardError))];
        return new RatioSeries(name, unit, against, sorted, hasLine
            ? StraightLine.Fit([.. sorted.Select(p => p.Place)], [.. sorted.Select(p => p.Value.Value)], weights.All(w => w > 0 && double.IsFinite(w)) ? weights : [])
            : null);
    }

    /// <summary>Places of samples as a person writes them, all of one kind: <c>12 µm</c>, <c>20 h</c>.</summary>
    /// <param name="name">What they are: <c>depth</c>.</param>
    /// <param name="texts">One text a sample.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">A text is no quantity, or of another kind than the first.</exception>
    public static (TraceAxis Axis, double[] Values) Places(string name, IReadOnlyList<string> texts, string place)
    {
        ArgumentNullException.ThrowIfNull(texts);
        string unit = UnitOf(Require.NotEmpty(texts)[0]);
        QuantityKind kind = unit.Length == 0 ? QuantityKinds.Ratio : QuantityKinds.OfUnit(unit) ?? throw new InputException($"\"{texts[0]}\" has the unit \"{unit}\", which is not known; expected a number with a unit such as \"12 µm\" or \"20 h\".", file: place);
        return (new TraceAxis(name, unit), [.. texts.Select(text => kind.ToUnit(UncertainQuantity.Parse(text, kind, place).Value, unit))]);
    }

    /// <summary>Places of samples from a table with a column of samples and one of places.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Name of the column of places.</param>
    /// <param name="samples">The samples.</param>
    /// <exception cref="InputException">A column or a sample is missing.</exception>
    public static (TraceAxis Axis, double[] Values) Places(MeasuredTable table, string name, IReadOnlyList<string> samples)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(samples);
        ColumnHeading column = table.Heading(name);
        double[] values = table.Column(WrittenUnit.Kind(column.Name, column.Unit ?? ""), column.Name);
        string[] known = table.Texts("sample", "name", "file") ?? throw new InputException($"no column is named \"sample\"; expected the columns sample and {name}.", file: table.Source, line: 1);
        return (new TraceAxis(column.Name, column.Unit ?? ""), [.. samples.Select(sample =>
        {
            int row = Array.FindIndex(known, k => k == sample || Path.GetFileNameWithoutExtension(k) == sample);
            return row >= 0 ? values[row] : throw new InputException($"no row is of the sample \"{sample}\"; the table has {string.Join(", ", known.Select(k => $"\"{k}\""))}.", file: table.Source);
        })]);
    }

    private static string UnitOf(string text)
    {
        int letters = text.AsSpan().Trim().IndexOf(' ');
        return letters < 0 ? "" : text.Trim()[(letters + 1)..].Split('±', 2)[0].Trim();
    }
}

/// <summary>A number of one sample.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Place">Where it belongs on the abscissa, in that one's unit.</param>
/// <param name="Value">The number.</param>
public sealed record SeriesPoint(string Sample, double Place, Estimate Value);
