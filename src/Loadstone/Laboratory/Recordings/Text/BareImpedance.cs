namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>An impedance as three bare columns: frequency, real and imaginary part.</summary>
internal static class BareImpedance
{
    private const int FewestRows = 3;
    private static readonly string[] Headers = ["Frequency(Hz)", "Re(Z)(Ohm)", "Im(Z)(Ohm)"];

    /// <summary>The layout, or null if the lines are anything else.</summary>
    public static HeaderPlace? Find(IReadOnlyList<string> lines)
    {
        string[] rows = [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Take(FewestRows)];
        if (rows.Length < FewestRows) return null;
        foreach (byte delimiter in (byte[])[(byte)'\t', (byte)',', (byte)';', Fields.Blanks])
        {
            string[][] cells = [.. rows.Select(row => Fields.Texts(row, (char)delimiter))];
            if (cells.Any(row => row.Length != Headers.Length || !row.All(HeaderPlace.IsNumeric))) continue;
            double[] first = [.. cells.Select(row => Number(row[0]))];
            bool rises = first[0] < first[1] && first[1] < first[2], falls = first[0] > first[1] && first[1] > first[2];
            if (first.All(f => f > 0) && (rises || falls)) return new HeaderPlace(0, 1, Headers, delimiter);
        }
        return null;
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static RecordReader Open(string path)
    {
        const string name = "three columns of an impedance";
        IReadOnlyList<string> lines = TextHead.Of(path);
        HeaderPlace place = Find(lines) ?? throw new InputException("the file does not begin with rows of three numbers.", name, path);
        return new NotedReader(
            TextTable.Open(path, name, Vocabulary.Of("any"), place, lines),
            "there are no headers; the three columns count as frequency in Hz, real and imaginary part in ohm.");
    }

    private static double Number(string text)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return NumberField.TryParse(bytes, false, out double value) || NumberField.TryParse(bytes, true, out value) ? value : double.NaN;
    }
}
