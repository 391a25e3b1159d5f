namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Formats whose tables stand in named sections, anywhere in the file.</summary>
internal static class SectionFormats
{
    /// <summary>Opens a Gamry file: its impedance if it has one, its first other curve otherwise.</summary>
    /// <exception cref="InputException">It has no curve.</exception>
    public static RecordReader OpenGamry(string path)
    {
        const string name = "Gamry .DTA";
        Vocabulary words = Vocabulary.Of("Gamry");
        RecordReader reader = TextTable.OpenAfter(path, name, words, line => line.StartsWith("ZCURVE", StringComparison.Ordinal), (byte)'\t', IsOther)
            ?? TextTable.OpenAfter(path, name, words, line => line.Contains("CURVE", StringComparison.Ordinal) && line.Contains("\tTABLE", StringComparison.Ordinal), (byte)'\t', IsOther)
            ?? throw new InputException("the file has no curve (a section such as ZCURVE); the experiment may not have begun.", name, path);
        return TextHead.Following(path, line => line.StartsWith("EXPERIMENTABORTED", StringComparison.Ordinal), out int aborted).Count == 0
            ? reader
            : new NotedReader(reader, $"line {aborted}: EXPERIMENTABORTED: the experiment was stopped before its end; the points up to there are read.");
        static bool IsOther(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] > ' ';
    }

    /// <summary>Opens a VersaStudio file: the points of its first segment.</summary>
    /// <exception cref="InputException">It has none.</exception>
    public static RecordReader OpenVersaStudio(string path)
    {
        const string name = "VersaStudio .par", mark = "Definition=";
        return TextTable.OpenAfter(path, name, Vocabulary.Of("VersaStudio"), line => line.StartsWith(mark + "Segment", StringComparison.Ordinal), (byte)',', IsEnd, line => line[mark.Length..])
            ?? throw new InputException("the file has no segment of data.", name, path);
        static bool IsEnd(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] == '<';
    }
}
