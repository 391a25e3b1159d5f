using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Tables;

/// <summary>
/// A small table that a person keeps: CSV (comma, semicolon or tab) with one header row, whose names carry their units as the field writes
/// them, <c>Temperature / °C</c>, <c>Conductivity (mS/cm)</c> or <c>Loading [mg/cm²]</c>. Columns are found by words of their names.
/// </summary>
public sealed partial class MeasuredTable
{
    private readonly Header[] _headers;
    private readonly List<string[]> _rows;
    private readonly List<int> _lines;

    private MeasuredTable(string source, Header[] headers, List<string[]> rows, List<int> lines) => (Source, _headers, _rows, _lines) = (source, headers, rows, lines);

    /// <summary>The file.</summary>
    public string Source { get; }

    /// <summary>Number of rows below the header.</summary>
    public int Count => _rows.Count;

    /// <summary>The names of the columns, without their units.</summary>
    public IReadOnlyList<string> Names => [.. _headers.Select(h => h.Name)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read, or has no rows below a header.</exception>
    public static MeasuredTable Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the table cannot be read: {e.Message}", file: path);
        }
    }

    /// <summary>Reads the text of a file; lines that begin with # are passed over.</summary>
    /// <exception cref="InputException">It has no rows below a header, or a row of another length.</exception>
    public static MeasuredTable Parse(string text, string source)
    {
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        int head = Array.FindIndex(lines, l => !IsPassedOver(l));
        if (head < 0) throw new InputException("the file is empty; expected a header row and rows of numbers.", file: source);
        char separator = new[] { '\t', ';', ',' }.FirstOrDefault(c => lines[head].Contains(c, StringComparison.Ordinal), ',');
        Header[] headers = [.. Fields(lines[head], separator).Select(Header.Read)];
        var rows = new List<string[]>();
        var numbers = new List<int>();
        for (int i = head + 1; i < lines.Length; i++)
        {
            if (IsPassedOver(lines[i])) continue;
            string[] fields = Fields(lines[i], separator);
            if (fields.Length != headers.Length)
                throw new InputException($"the row has {fields.Length} fields; expected {headers.Length} as in the header.", file: source, line: i + 1);
            rows.Add(fields);
            numbers.Add(i + 1);
        }
        if (rows.Count == 0) throw new InputException("no row stands below the header.", file: source);
        return new MeasuredTable(source, headers, rows, numbers);
    }

    /// <summary>Whether a file is text whose header names a column by one of some words.</summary>
    public static bool Recognises(string path, params ReadOnlySpan<string> words)
    {
        try
        {
            string head = File.ReadLines(path).FirstOrDefault(line => !IsPassedOver(line), "");
            foreach (string word in words)
            {
                if (head.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
            }
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the file cannot be read: {e.Message}", file: path);
        }
    }

    /// <summary>Whether a column is named by one of some words.</summary>
    public bool Has(params ReadOnlySpan<string> words) => IndexOf(words) >= 0;

    /// <summary>Name and unit of a column.</summary>
    /// <param name="words">Words that its name may hold, the surest first.</param>
    /// <exception cref="InputException">There is no such column.</exception>
    public ColumnHeading Heading(params ReadOnlySpan<string> words)
    {
        Header header = _headers[Known(words)];
        return new ColumnHeading(header.Name, string.IsNullOrEmpty(header.Unit) ? null : header.Unit);
    }

    /// <summary>SI values of a column; NaN where a field is empty.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="words">Words that its name may hold, the surest first.</param>
    /// <exception cref="InputException">There is no such column, its unit is of another kind, or a field is no number.</exception>
    public double[] Column(QuantityKind kind, params ReadOnlySpan<string> words) => Values(Known(words), kind);

    /// <summary>The unit in the header of a column, as written there; null where the column or its unit is missing.</summary>
    public string? UnitOf(params ReadOnlySpan<string> words) => IndexOf(words) is >= 0 and int index ? _headers[index].Unit : null;

    /// <summary>The text of a column, or null where there is none.</summary>
    public string[]? Texts(params ReadOnlySpan<string> words) => IndexOf(words) is >= 0 and int index ? [.. _rows.Select(row => row[index])] : null;

    private int Known(ReadOnlySpan<string> words)
    {
        int index = IndexOf(words);
        return index >= 0 ? index : throw new InputException(
            $"no column is named {string.Join(" or ", words.ToArray().Select(w => $"\"{w}\""))}; the file has {string.Join(", ", _headers.Select(h => $"\"{h.Name}\""))}.", file: Source, line: 1);
    }

    private int IndexOf(ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            int exact = Array.FindIndex(_headers, h => h.Name.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (exact >= 0) return exact;
        }
        foreach (string word in words)
        {
            int part = word.Length < 2 ? -1 : Array.FindIndex(_headers, h => h.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
            if (part >= 0) return part;
        }
        return -1;
    }

    private double[] Values(int column, QuantityKind kind)
    {
        Header header = _headers[column];
        double[] values = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            string field = _rows[i][column];
            values[i] = double.NaN;
            if (field.Length == 0) continue;
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
                throw new InputException($"\"{field}\" is no finite number.", header.Name, Source, _lines[i], column + 1);
            values[i] = Inside(number, header, kind);
        }
        return values;
    }

    private double Inside(double number, Header header, QuantityKind kind)
    {
        bool isPlain = kind == QuantityKinds.Ratio;
        string unit = header.Unit ?? (isPlain ? "" : throw new InputException(
            $"the column \"{header.Name}\" names no unit; expected {header.Name} / {kind.Units[0].Symbol}, or another unit of {kind.Name}.", file: Source, line: 1));
        if (isPlain) return unit == "%" ? number / 100 : number;
        try
        {
            return kind.FromUnit(number, unit);
        }
        catch (ArgumentException)
        {
            throw new InputException($"the column \"{header.Name}\" is in {unit}, which is no unit of {kind.Name}; expected one such as {string.Join(", ", kind.Units.Take(4).Select(u => u.Symbol))}.", file: Source, line: 1);
        }
    }

    private static bool IsPassedOver(string line) => line.AsSpan().Trim() is var bare && (bare.IsEmpty || bare[0] == '#');

    private static string[] Fields(string line, char separator)
    {
        using CsvReader reader = CsvReader.FromText(line.TrimEnd('\r'), new CsvReaderOptions { HasHeader = false, TrimWhitespace = true, Separator = separator });
        return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))] : [];
    }

    private sealed partial record Header(string Name, string? Unit)
    {
        public static Header Read(string text)
        {
            Match match = Pattern().Match(text);
            if (!match.Success) return new Header(text.Trim(), null);
            string unit = match.Groups["unit"].Value.Trim();
            return new Header(match.Groups["name"].Value.Trim(), unit switch { "degC" or "C" or "oC" => "°C", "1" or "-" => "", _ => unit });
        }

        [GeneratedRegex(@"^(?<name>.+?)\s*(?:\s/\s*(?<unit>.+)|\((?<unit>[^()]+(?:\([^()]*\)[^()]*)?)\)|\[(?<unit>[^\[\]]+)\])\s*$", RegexOptions.ExplicitCapture)]
        private static partial Regex Pattern();
    }
}
