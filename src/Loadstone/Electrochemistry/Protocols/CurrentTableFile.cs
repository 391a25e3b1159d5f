using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>
/// Reads a current that varies with time (a drive cycle, a pulse pattern) from a CSV file with a header row:
/// either two columns, time [s] and current [A] with discharge positive, or a Battery Data Format file, known by
/// its columns <c>Test Time / s</c> and <c>Current / A</c>, where discharge is negative. Times start at 0.
/// </summary>
public static partial class CurrentTableFile
{
    private static readonly string[] FormatTimes = ["Test Time / s", "test_time_second"];
    private static readonly string[] FormatCurrents = ["Current / A", "current_ampere"];

    /// <summary>The table, with discharge positive.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read or is no such table; the message names file, line and column.</exception>
    public static Control.CurrentTable Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the current table cannot be read: {e.Message}", file: path);
        }
        return Parse(text, path);
    }

    /// <summary>The table that a text holds, with discharge positive.</summary>
    /// <param name="text">The whole content of the file.</param>
    /// <param name="file">Its name, for the table and for messages.</param>
    /// <exception cref="InputException">It is no such table; the message names file, line and column.</exception>
    public static Control.CurrentTable Parse(string text, string file)
    {
        using CsvReader rows = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
        });
        if (!rows.Read()) throw new InputException("the file is empty; expected a header row, then time [s] and current [A].", file: file);
        (int timeColumn, int currentColumn, double sign) = ReadHeader(rows, file);

        var times = new List<double>();
        var amperes = new List<double>();
        while (rows.Read())
        {
            double time = Number(rows, timeColumn, "a time in s", file);
            if (times.Count == 0 && time != 0)
                throw At(rows, timeColumn, file, Invariant($"the table starts at {time:g6} s; times start at 0 s."));
            if (times.Count > 0 && time <= times[^1])
                throw At(rows, timeColumn, file, Invariant($"time {time:g9} s follows {times[^1]:g9} s; times increase from row to row."));
            times.Add(time);
            amperes.Add(sign * Number(rows, currentColumn, "a current in A", file));
        }
        return times.Count >= 2
            ? new Control.CurrentTable(times, amperes, Path.GetFileName(file))
            : throw new InputException($"the table has {times.Count} rows of numbers; a current between two times needs two at least.", file: file);
    }

    private static (int Time, int Current, double Sign) ReadHeader(CsvReader rows, string file)
    {
        string[] header = [.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetString(i).Trim('\uFEFF', ' '))];
        int time = Array.FindIndex(header, h => FormatTimes.Contains(h, StringComparer.OrdinalIgnoreCase));
        int current = Array.FindIndex(header, h => FormatCurrents.Contains(h, StringComparer.OrdinalIgnoreCase));
        if (time >= 0 && current >= 0) return (time, current, -1);
        if (header.Length != 2)
        {
            throw At(rows, null, file, $"the header has {header.Length} columns; expected two (time [s], current [A], discharge positive) "
                + "or the Battery Data Format's \"Test Time / s\" and \"Current / A\".");
        }
        if (double.TryParse(header[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            throw At(rows, 0, file, "the first row holds numbers; expected a header that names the columns, such as \"Time / s,Current / A\".");
        if (OtherTimeUnit().Match(header[0]) is { Success: true } timeUnit)
            throw At(rows, 0, file, $"the header \"{header[0]}\" names {timeUnit.Value}; expected times in s.");
        if (OtherCurrentUnit().Match(header[1]) is { Success: true } currentUnit)
            throw At(rows, 1, file, $"the header \"{header[1]}\" names {currentUnit.Value}; expected currents in A.");
        return (0, 1, ChargeIsPositive().IsMatch(header[1]) ? -1 : 1);
    }

    private static double Number(CsvReader rows, int column, string what, string file)
    {
        string field = rows.GetString(column);
        bool isNumber = double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        return isNumber ? value : throw At(rows, column, file, $"\"{field}\" is not {what}; expected a finite number.");
    }

    private static InputException At(CsvReader rows, int? column, string file, string problem) =>
        new(problem, column is { } c ? $"column {c + 1}" : null, file, (int)rows.LineNumber);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\p{L}])(ms|min|minutes?|h|hr|hours?|d|days?)(?![\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex OtherTimeUnit();

    [GeneratedRegex(@"(?<![\p{L}])([mµμuk]A|A/m2|A/m²|C-rate)(?![\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex OtherCurrentUnit();

    [GeneratedRegex(@"positive\W+charge|(?<!dis)charge\W+(is\W+)?positive|discharge\W+(is\W+)?negative|negative\W+discharge", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ChargeIsPositive();
}
