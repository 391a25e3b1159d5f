using System.Globalization;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>A map as rows of numbers without a header, as microprobes export one element each.</summary>
/// <param name="Source">The file.</param>
/// <param name="Values">Numbers by row and column, none negative.</param>
public sealed record MatrixFile(string Source, double[,] Values)
{
    private static readonly char[] Separators = [',', ';', '\t', ' '];

    /// <summary>Whether all numbers are whole and some are above 1: counts.</summary>
    public bool IsCounted
    {
        get
        {
            double largest = 0;
            foreach (double value in Values)
            {
                if (value != Math.Floor(value)) return false;
                largest = Math.Max(largest, value);
            }
            return largest > 1;
        }
    }

    /// <summary>Whether a file begins with a row of numbers.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static bool Recognises(string path)
    {
        string? first = Lines(path).Select(l => l.Text).FirstOrDefault();
        return first is not null && Fields(first) is { Length: > 1 } fields && fields.All(f => Number(f) is not null);
    }

    /// <summary>Reads a file; lines that begin with # are passed over.</summary>
    /// <exception cref="InputException">It cannot be read, a row has another length, or a field is no number of 0 or more.</exception>
    public static MatrixFile Load(string path)
    {
        (string Text, int Line)[] lines = [.. Lines(path)];
        if (lines.Length == 0) throw new InputException("the file is empty; expected rows of numbers.", file: path);
        string[][] rows = [.. lines.Select(l => Fields(l.Text))];
        double[,] values = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != rows[0].Length) throw new InputException($"the row has {rows[i].Length} numbers; expected {rows[0].Length} as in the first.", file: path, line: lines[i].Line);
            for (int j = 0; j < rows[i].Length; j++)
            {
                values[i, j] = Number(rows[i][j]) is >= 0 and double value ? value
                    : throw new InputException($"\"{rows[i][j]}\" is no number of 0 or more.", file: path, line: lines[i].Line, column: j + 1);
            }
        }
        return new MatrixFile(path, values);
    }

    private static IEnumerable<(string Text, int Line)> Lines(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the map cannot be read: {e.Message}", file: path);
        }
        return lines.Select((text, i) => (Text: text.Trim(), Line: i + 1)).Where(l => l.Text.Length > 0 && l.Text[0] != '#');
    }

    private static string[] Fields(string line) => line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
