using System.Globalization;
using Loadstone.Formats;

namespace Loadstone.Laboratory.Recordings;

/// <summary>Writes recordings in the Battery Data Format (LF Energy), as CSV with labels.</summary>
public static class BatteryDataWriter
{
    private static readonly RecordColumn[] Required = [RecordColumns.TestTime, RecordColumns.Voltage, RecordColumns.Current];

    /// <summary>Writes a recording, a batch at a time; the three required columns come first, empty where there is nothing to fill them with.</summary>
    /// <param name="path">The file; it appears whole or not at all.</param>
    /// <param name="reader">The recording, at its beginning.</param>
    /// <param name="cancellation">Stops writing.</param>
    /// <returns>Number of rows, and labels of required columns that stay empty.</returns>
    /// <exception cref="InputException">The recording cannot be read on.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static (long Rows, IReadOnlyList<string> Empty) WriteFile(string path, RecordReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        long rows = 0;
        AtomicFile.Write(path, writer => rows = Write(writer, reader, cancellation));
        return (rows, [.. Required.Where(column => !reader.Columns.Contains(column)).Select(column => column.Label)]);
    }

    private static long Write(TextWriter writer, RecordReader reader, CancellationToken cancellation)
    {
        List<RecordColumn> found = [.. reader.Columns];
        RecordColumn[] columns = [.. Required, .. found.Except(Required).OrderBy(column => column.IsStandard ? 0 : 1)];
        int[] sources = [.. columns.Select(column => found.IndexOf(column))];
        writer.WriteLine(string.Join(',', columns.Select(column => Quoted(column.Label))));
        RecordBatch batch = reader.NewBatch();
        Span<char> number = stackalloc char[64];
        long rows = 0;
        while (reader.Read(batch))
        {
            cancellation.ThrowIfCancellationRequested();
            for (int row = 0; row < batch.Count; row++)
            {
                for (int c = 0; c < columns.Length; c++)
                {
                    if (c > 0) writer.Write(',');
                    if (sources[c] < 0) continue;
                    double value = columns[c].Outside(batch[sources[c]][row]);
                    if (!double.IsFinite(value)) continue;
                    if (columns[c] == RecordColumns.StepType)
                    {
                        writer.Write(Quoted(reader.StepTypes[(int)value]));
                        continue;
                    }
                    // Where a unit is changed, the last bit would make seventeen digits of a short number.
                    bool isExact = columns[c] is { Scale: 1, Offset: 0 };
                    value.TryFormat(number, out int length, isExact ? "R" : "G15", CultureInfo.InvariantCulture);
                    writer.Write(number[..length]);
                }
                writer.Write('\n');
            }
            rows += batch.Count;
        }
        return rows;
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
