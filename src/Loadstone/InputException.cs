namespace Loadstone;

/// <summary>
/// Something that a person wrote (a design document, a protocol, a file, an argument) cannot be used.
/// The message is one complete sentence or two for that person: where it stands, the value with its unit,
/// and what was expected. The command line prints it and exits with code 2.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Bad input at a place.</summary>
    /// <param name="problem">What is wrong and what was expected, with value, unit and range.</param>
    /// <param name="place">Where: a JSON path (<c>positive.layers[0].porosity</c>), a column, a word of a protocol; null if none.</param>
    /// <param name="file">The file or document, or null when there is none.</param>
    /// <param name="line">Line in the file, counted from 1, or null.</param>
    /// <param name="column">Column in the line, counted from 1, or null.</param>
    public InputException(string problem, string? place = null, string? file = null, int? line = null, int? column = null)
        : base(Compose(problem, place, file, line, column))
    {
        Problem = problem;
        Place = place;
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>What is wrong and what was expected.</summary>
    public string Problem { get; }

    /// <summary>Where in the document, or null.</summary>
    public string? Place { get; }

    /// <summary>The file, or null.</summary>
    public string? File { get; }

    /// <summary>Line in the file, counted from 1, or null.</summary>
    public int? Line { get; }

    /// <summary>Column in the line, counted from 1, or null.</summary>
    public int? Column { get; }

    /// <summary>The same problem, told of a file and place that the thrower did not know; what was known stays.</summary>
    public InputException At(string? place, string? file = null, int? line = null, int? column = null) =>
        new(Problem, Place ?? place, File ?? file, Line ?? line, Column ?? column);

    private static string Compose(string problem, string? place, string? file, int? line, int? column)
    {
        string position = file ?? "";
        if (line is not null) position += file is null ? $"line {line}" : $":{line}";
        if (line is not null && column is not null) position += file is null ? $", column {column}" : $":{column}";
        string where = (position, place) switch
        {
            ("", null or "") => "",
            ("", _) => place + ": ",
            (_, null or "") => position + ": ",
            _ => $"{position}: {place}: ",
        };
        return where + problem;
    }
}
