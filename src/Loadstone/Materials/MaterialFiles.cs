using System.Globalization;
using CsvHelper;
using Loadstone.Numerics;

namespace Loadstone.Materials;

/// <summary>Reads functions that people bring along as files.</summary>
public static class MaterialFiles
{
    /// <summary>
    /// A function from a comma-separated file: a line of headings, then x and y in the first two columns, x increasing. Further
    /// columns and lines that begin with # are remarks.
    /// </summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <exception cref="InputException">The file cannot be read, or a line is not as expected; the message gives file, line and column.</exception>
    public static TableFunction ReadTable(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"The table cannot be read: {problem.Message}", file: path);
        }
        return ParseTable(text, path);
    }

    /// <summary>The function that the text of such a file holds.</summary>
    /// <param name="text">The whole content.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InputException">A line is not as expected; the message gives file, line and column.</exception>
    public static TableFunction ParseTable(string text, string file)
    {
        using CsvReader rows = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false, CommentPrefix = '#', SkipEmptyLines = true, TrackLineNumbers = true, TrimWhitespace = true,
        });
        if (!rows.Read()) throw new InputException("The table is empty; expected a line of headings and rows of x and y.", file: file);
        if (IsNumber(rows.GetString(0))) throw At(rows, "Expected a line of headings such as stoichiometry,ocp_V, found numbers.", null, file);
        var x = new List<double>();
        var y = new List<double>();
        while (rows.Read())
        {
            if (rows.FieldCount < 2) throw At(rows, "Expected two numbers separated by a comma, found one field.", null, file);
            x.Add(Number(rows, 0, file));
            y.Add(Number(rows, 1, file));
            if (x.Count > 1 && x[^1] <= x[^2])
                throw At(rows, $"{rows.GetString(0)} does not lie above the x of the row before; x must increase.", 0, file);
        }
        if (x.Count < 2) throw new InputException($"Expected at least two rows of numbers, found {x.Count}.", file: file);
        return new TableFunction([.. x], [.. y]);
    }

    private static double Number(CsvReader rows, int column, string file)
    {
        string field = rows.GetString(column);
        bool isNumber = double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        return isNumber ? value : throw At(rows, $"\"{field}\" is not a finite number.", column, file);
    }

    private static bool IsNumber(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static InputException At(CsvReader rows, string problem, int? column, string file) =>
        new(problem, column is { } c ? $"column {c + 1}" : null, file, (int)rows.LineNumber);
}
