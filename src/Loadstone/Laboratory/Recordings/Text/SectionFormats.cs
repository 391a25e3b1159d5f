using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Formats whose tables stand in named sections, anywhere in the file.</summary>
internal static class SectionFormats
{
    /// <summary>Opens a Gamry file: its impedance if it has one, otherwise all of its curves (a voltammogram has one a cycle).</summary>
    /// <exception cref="InputException">It has no curve.</exception>
    public static RecordReader OpenGamry(string path)
    {
        const string name = "Gamry .DTA";
        List<(string Name, int Line)> tables = GamryTables(path, out int aborted);
        string[] prefixes = ["ZCURVE", "CURVE", ""];
        string prefix = prefixes.First(p => tables.Any(table => table.Name.StartsWith(p, StringComparison.Ordinal)) || p.Length == 0);
        List<(string Name, int Line)> wanted = [.. tables.Where(table => table.Name.StartsWith(prefix, StringComparison.Ordinal))];
        if (wanted.Count == 0) throw new InputException("the file has no curve (a section such as ZCURVE); the experiment may not have begun.", name, path);
        int line = 0;
        TableLayout layout = TextTable.LayoutAfter(path, name, Vocabulary.Of("Gamry"), _ => ++line == wanted[0].Line, (byte)'\t', bytes => KindOf(bytes, "") != SectionLine.Within)!;
        RecordColumn? numbered = wanted.Count == 1 ? null : layout.Fields.Any(field => field.Column == RecordColumns.CycleCount) ? RecordColumns.StepCount : RecordColumns.CycleCount;
        RecordReader reader = new SectionReader(path, name, layout, bytes => KindOf(bytes, prefix), below: 2, numbered);
        if (numbered is not null) reader = new NotedReader(reader, $"the file holds {wanted.Count} curves, {wanted[0].Name} to {wanted[^1].Name}; {numbered.Label} counts them.");
        List<(string Name, int Line)> others = [.. tables.Except(wanted)];
        if (others.Count > 0) reader = new NotedReader(reader, $"line {others[0].Line}: {string.Join(", ", others.Select(table => table.Name).Distinct())} left out; {prefix} is read.");
        return aborted == 0 ? reader : new NotedReader(reader, $"line {aborted}: EXPERIMENTABORTED: the experiment was stopped before its end; the points up to there are read.");
    }

    /// <summary>Opens a VersaStudio file: the points of all of its segments.</summary>
    /// <exception cref="InputException">It has none.</exception>
    public static RecordReader OpenVersaStudio(string path)
    {
        const string name = "VersaStudio .par", mark = "Definition=";
        TableLayout layout = TextTable.LayoutAfter(
            path, name, Vocabulary.Of("VersaStudio"), line => line.StartsWith(mark + "Segment", StringComparison.Ordinal), (byte)',', bytes => Kind(bytes) != SectionLine.Within, line => line[mark.Length..])
            ?? throw new InputException("the file has no segment of data.", name, path);
        return new SectionReader(path, name, layout, Kind, below: 0, numbered: null);
        static SectionLine Kind(ReadOnlySpan<byte> line) =>
            line.StartsWith("Definition=Segment"u8) ? SectionLine.Begins : line.Length > 0 && line[0] == '<' ? SectionLine.Ends : SectionLine.Within;
    }

    // The lines of a table begin with a tab, those that begin sections with a word.
    private static SectionLine KindOf(ReadOnlySpan<byte> line, string prefix)
    {
        if (line.Length == 0 || line[0] <= ' ') return SectionLine.Within;
        return IsTable(line) && line.StartsWith(Encoding.ASCII.GetBytes(prefix)) ? SectionLine.Begins : SectionLine.Ends;
    }

    private static bool IsTable(ReadOnlySpan<byte> line)
    {
        int tab = line.IndexOf((byte)'\t');
        return tab > 0 && line[..tab].IndexOf("CURVE"u8) >= 0 && line[tab..].StartsWith("\tTABLE"u8);
    }

    private static List<(string Name, int Line)> GamryTables(string path, out int aborted)
    {
        using var source = new LineSource(path);
        var tables = new List<(string, int)>();
        aborted = 0;
        while (source.TryRead(out ReadOnlySpan<byte> line))
        {
            if (IsTable(line)) tables.Add((Encoding.ASCII.GetString(line[..line.IndexOf((byte)'\t')]), source.Number));
            else if (aborted == 0 && line.StartsWith("EXPERIMENTABORTED"u8)) aborted = source.Number;
        }
        return tables;
    }
}
