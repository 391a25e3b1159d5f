using System.Globalization;
using CsvHelper;
using Loadstone.Electrochemistry;

namespace Loadstone.Formats;

/// <summary>
/// Time series as CSV with the columns of the Battery Data Format (LF Energy, ontology 1.3.0): one header row of the
/// format's labels, their units, invariant numbers that read back to the same value. <b>Current, charge and energy are
/// positive on charge in the file</b> and positive on discharge inside.
/// </summary>
public static class BatteryDataFormat
{
    private const double SecondsPerHour = 3600;

    private static readonly string[] Labels =
    [
        "Test Time / s", "Voltage / V", "Current / A", "Step Count / 1", "Step Time / s", "Net Capacity / Ah", "Net Energy / Wh",
    ];

    private const string TemperatureLabel = "Temperature T1 / degC";
    private const double CelsiusZero = 273.15; // K

    /// <summary>The labels of the columns, in the order in which they are written; the temperature stands there where it is known.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Labels, TemperatureLabel];

    /// <summary>
    /// Writes the rows of a simulated protocol. A step that was passed over has no rows; at the border of two steps both
    /// have one, so that a jump of the current stays a jump.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="steps">The steps.</param>
    public static void Write(TextWriter writer, IReadOnlyList<StepResult> steps)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(steps);
        bool withTemperature = steps.All(step => step.Series.Temperature.Count == step.Series.Time.Count);
        writer.Write(string.Join(',', withTemperature ? Columns : Labels));
        writer.Write('\n');
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].End != StepEnd.MetAtStart) WriteStep(writer, steps[i], i + 1, withTemperature);
        }
    }

    /// <summary>Writes a file: to a temporary name first, then moved into place.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="steps">The steps.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteFile(string path, IReadOnlyList<StepResult> steps) => AtomicFile.Write(path, writer => Write(writer, steps));

    /// <summary>Reads a file with at least the columns that <see cref="Write"/> writes, in any order; the temperature may be missing.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read, a column is missing, or a field is no number; the message says where.</exception>
    public static BatteryData ReadFile(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the time series cannot be read: {e.Message}", file: path);
        }
    }

    /// <summary>Reads the text of such a file.</summary>
    /// <param name="text">The whole content.</param>
    /// <param name="file">Its name for messages.</param>
    /// <exception cref="InputException">A column is missing or a field is no number; the message says where.</exception>
    public static BatteryData Parse(string text, string file)
    {
        using CsvReader rows = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, TrimWhitespace = true });
        if (!rows.Read()) throw new InputException($"the file is empty; expected a header with \"{Labels[0]}\" and further columns.", file: file);
        string[] header = [.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetString(i).Trim('\uFEFF', ' '))];
        int[] columns = [.. Labels.Select(label => Array.IndexOf(header, label))];
        int missing = Array.IndexOf(columns, -1);
        if (missing >= 0) throw new InputException($"the column \"{Labels[missing]}\" is missing; the header is \"{string.Join(", ", header)}\".", file: file, line: 1);

        int temperature = Array.IndexOf(header, TemperatureLabel);

        var kelvin = new List<double>();
        List<double>[] values = [.. Labels.Select(_ => new List<double>())];
        while (rows.Read())
        {
            for (int c = 0; c < columns.Length; c++) values[c].Add(Number(rows, columns[c], Labels[c], file));
            if (temperature >= 0) kelvin.Add(Number(rows, temperature, TemperatureLabel, file) + CelsiusZero);
        }
        var series = new TimeSeries(values[0], values[1], Inside(values[2], 1), Inside(values[5], SecondsPerHour), Inside(values[6], SecondsPerHour)) { Temperature = kelvin };
        return new BatteryData(series, [.. values[3].Select(v => (int)v)], values[4]);
    }

    private static void WriteStep(TextWriter writer, StepResult step, int number, bool withTemperature)
    {
        TimeSeries series = step.Series;
        for (int i = 0; i < series.Time.Count; i++)
        {
            Write(series.Time[i], ',');
            Write(series.Voltage[i], ',');
            Write(Outside(series.Current[i]), ',');
            Write(number, ',');
            Write(series.Time[i] - step.StartTime, ',');
            Write(Outside(series.Charge[i] / SecondsPerHour), ',');
            Write(Outside(series.Energy[i] / SecondsPerHour), withTemperature ? ',' : '\n');
            if (withTemperature) Write(series.Temperature[i] - CelsiusZero, '\n');
        }

        void Write(double value, char end)
        {
            writer.Write(value.ToString("R", CultureInfo.InvariantCulture));
            writer.Write(end);
        }
    }

    // Zero keeps its plain sign: "-0" would make readers wonder.
    private static double Outside(double value) => value == 0 ? 0 : -value;

    private static double[] Inside(List<double> values, double factor) => [.. values.Select(v => v == 0 ? 0 : -v * factor)];

    private static double Number(CsvReader rows, int column, string label, string file)
    {
        string field = column < rows.FieldCount ? rows.GetString(column) : "";
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new InputException($"\"{field}\" is no finite number; expected one in the column \"{label}\".", $"column {column + 1}", file, (int)rows.LineNumber);
    }
}
