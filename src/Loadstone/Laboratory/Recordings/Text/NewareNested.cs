namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Neware's layered export: three lines of headers, each one field further in.</summary>
internal static class NewareNested
{
    private static readonly char[] Delimiters = [',', '\t', ';'];

    /// <summary>Line of the headers of cycles, from 0, and the delimiter; null if a file is not laid out so.</summary>
    public static (int Line, char Delimiter)? Find(IReadOnlyList<string> lines)
    {
        for (int i = 0; i + 2 < Math.Min(lines.Count, 50); i++)
        {
            foreach (char d in Delimiters)
            {
                if (IsStep(lines[i + 1], d) && lines[i + 2].StartsWith($"{d}{d}", StringComparison.Ordinal) && Holds(lines[i + 2], "Voltage")) return (i, d);
            }
        }
        return null;
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static RecordReader Open(string path)
    {
        const string name = "Neware CSV, layered";
        IReadOnlyList<string> lines = TextHead.Of(path);
        (int line, char d) = Find(lines) ?? throw new InputException("the three lines of headers are missing.", name, path);
        var place = new HeaderPlace(line + 3, line + 4, Fields.Texts(lines[line + 2], d), (byte)d);
        string[] records = [.. lines.Skip(line + 3).Where(row => row.StartsWith($"{d}{d}", StringComparison.Ordinal))];
        TableLayout layout = new LayoutBuilder(place, Vocabulary.Of("Neware"), records).Build(TextHead.Bytes(path, place.Line));
        TextTable.Check(path, name, place, layout);
        return new NewareNestedReader(path, name, layout, Fields.Texts(lines[line], d), Fields.Texts(lines[line + 1], d));
    }

    private static bool IsStep(string line, char delimiter) =>
        line.Length > 1 && line[0] == delimiter && line[1] != delimiter && Holds(line, "Step");

    private static bool Holds(string line, string word) => line.Contains(word, StringComparison.OrdinalIgnoreCase);
}
