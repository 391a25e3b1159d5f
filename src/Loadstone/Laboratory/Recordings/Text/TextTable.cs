namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Opens tables of text.</summary>
internal static class TextTable
{
    /// <summary>Opens a file whose headers are found by their words.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="vocabulary">The headers to look for.</param>
    /// <exception cref="InputException">It has no such headers, or no recording below them.</exception>
    public static RecordReader Open(string path, string format, Vocabulary vocabulary)
    {
        IReadOnlyList<string> lines = TextHead.Of(path);
        HeaderPlace place = HeaderPlace.Find(lines, vocabulary) ?? throw NoHeaders(path, format, lines);
        return Open(path, format, vocabulary, place, lines);
    }

    /// <summary>Layout of the table that follows a mark, anywhere in the file; null if no line has the mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="vocabulary">The headers to look for.</param>
    /// <param name="mark">Whether the headers stand on a line or in those after it.</param>
    /// <param name="delimiter">What parts the fields.</param>
    /// <param name="ends">Whether a line stands behind the table.</param>
    /// <param name="rewrite">Takes from the line of headers what is none, or null.</param>
    /// <exception cref="InputException">No row follows the headers, or they are not those of a recording.</exception>
    public static TableLayout? LayoutAfter(
        string path, string format, Vocabulary vocabulary, Func<string, bool> mark, byte delimiter, Func<ReadOnlySpan<byte>, bool> ends, Func<string, string>? rewrite = null)
    {
        IReadOnlyList<string> lines = TextHead.Following(path, mark, out int number);
        if (lines.Count == 0) return null;
        if (rewrite is not null) lines = [rewrite(lines[0]), .. lines.Skip(1)];
        int skipped = rewrite is null ? 1 : 0;
        lines = [.. lines.Skip(skipped)];
        HeaderPlace place = HeaderPlace.At(lines, number + skipped, delimiter)
            ?? throw new InputException("no row of numbers follows these headers.", format, path, number + skipped);
        return LayoutOf(path, format, vocabulary, place, lines, number + skipped, ends);
    }

    /// <summary>Opens a table whose headers are known.</summary>
    /// <exception cref="InputException">The headers are not those of a recording.</exception>
    public static RecordReader Open(
        string path, string format, Vocabulary vocabulary, HeaderPlace place, IReadOnlyList<string> lines) =>
        new DelimitedReader(path, format, LayoutOf(path, format, vocabulary, place, lines, 1, null));

    private static TableLayout LayoutOf(
        string path, string format, Vocabulary vocabulary, HeaderPlace place, IReadOnlyList<string> lines, int firstLine, Func<ReadOnlySpan<byte>, bool>? ends)
    {
        string[] rows = [.. lines.Skip(place.DataLine - firstLine).TakeWhile(line => ends is null || !ends(System.Text.Encoding.UTF8.GetBytes(line)))];
        CheckCommas(path, format, place, rows);
        TableLayout layout = new LayoutBuilder(place, vocabulary, rows).Build(TextHead.Bytes(path, place.Line));
        Check(path, format, place, layout);
        return layout;
    }

    // Decimal commas between commas cannot be told from them: most rows then have fields beyond the headers, and no point stands anywhere.
    private static void CheckCommas(string path, string format, HeaderPlace place, string[] rows)
    {
        if (place.Delimiter != ',') return;
        int longer = 0, others = 0;
        foreach (string row in rows.Where(row => !string.IsNullOrWhiteSpace(row)))
        {
            if (row.Contains('.', StringComparison.Ordinal)) return;
            if (Fields.Texts(row.TrimEnd(',', ' '), ',').Length > place.Headers.Count) longer++;
            else others++;
        }
        if (longer > others)
            throw new InputException($"most rows have more fields than the {place.Headers.Count} headers, and none has a decimal point; the numbers seem to have decimal commas in a table that is parted by commas. Export it with another separator.", format, path, place.DataLine);
    }

    /// <summary>Checks that the columns are those of a recording.</summary>
    /// <exception cref="InputException">Voltage and impedance are both missing, or an impedance has no frequency.</exception>
    public static void Check(string path, string format, HeaderPlace place, TableLayout layout)
    {
        bool Has(RecordColumn column) => layout.Fields.Any(field => field.Column == column);
        string found = string.Join(", ", place.Headers.Where(header => header.Length > 0).Take(40));
        bool impedance = Has(RecordColumns.RealImpedance) || Has(RecordColumns.ImaginaryImpedance);
        if (impedance && !Has(RecordColumns.Frequency))
            throw new InputException($"there is an impedance but no column of its frequency (freq/Hz); the headers are {found}.", format, path, place.Line);
        if (!impedance && !Has(RecordColumns.Voltage))
            throw new InputException($"no column holds a voltage or an impedance; the headers are {found}. A column can be named: --columns \"voltage=HEADER\".", format, path, place.Line);
    }

    private static InputException NoHeaders(string path, string format, IReadOnlyList<string> lines) =>
        new($"no line among the first {lines.Count} has headers of {format} with rows of numbers below it.", file: path);
}
