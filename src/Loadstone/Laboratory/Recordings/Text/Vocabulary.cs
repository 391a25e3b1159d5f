using System.Collections.Concurrent;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>What a header means.</summary>
/// <param name="Column">The column, or null for the word that tells charge from discharge.</param>
/// <param name="Factor">SI value of one of the unit, with the header's own sign but not yet the column's.</param>
/// <param name="Offset">SI value of zero.</param>
/// <param name="UnitIsKnown">Whether header or program say the unit; of a bare "Time" neither does.</param>
/// <param name="IsDate">Whether it holds dates.</param>
internal sealed record HeaderMeaning(RecordColumn? Column, double Factor, double Offset, bool UnitIsKnown, bool IsDate)
{
    /// <summary>A column of states: charge, discharge, rest.</summary>
    public static HeaderMeaning State { get; } = new(null, 1, 0, true, false);
}

/// <summary>The headers that a program writes, and those that any program may write.</summary>
internal sealed class Vocabulary
{
    private const string Resource = "Laboratory/Recordings/Text/columns.csv", Common = "any";

    private sealed record Entry(string Program, string Header, string Column, string Unit, string Sign);

    private static readonly Lazy<ILookup<string, Entry>> Entries = new(Load);

    private static readonly ConcurrentDictionary<string, Vocabulary> Programs = new();

    private readonly Dictionary<string, List<Entry>> _entries = [];

    private Vocabulary(string program, IReadOnlyList<ColumnChoice> choices)
    {
        foreach (RecordColumn column in RecordColumns.All)
        {
            string label = column.Label.Split(" / ")[0], unit = column.Label.Contains(" / ", StringComparison.Ordinal) ? column.Label[(label.Length + 3)..] : "";
            Add(new Entry(program, column.Name, column.Name, unit, ""));
            Add(new Entry(program, label, column.Name, unit, ""));
        }
        foreach (Entry entry in Entries.Value[Common]) Put(entry);
        if (program != Common) foreach (Entry entry in Entries.Value[program].Reverse()) Put(entry);
        foreach (ColumnChoice choice in choices) Put(new Entry(program, choice.Header, choice.Column.Name, UnitOf(choice), ""));
    }

    /// <summary>The words of a program; an unknown one has the common words alone.</summary>
    /// <param name="program">The program, as in the table of columns.</param>
    public static Vocabulary Of(string program) => Programs.GetOrAdd(program, name => new Vocabulary(name, []));

    /// <summary>The common words, and before them those that a person chose.</summary>
    public static Vocabulary Of(IReadOnlyList<ColumnChoice> choices) => choices.Count == 0 ? Of(Common) : new Vocabulary(Common, choices);

    /// <summary>What a header means, or null where it is not known.</summary>
    /// <param name="header">The header as in the file.</param>
    /// <param name="unit">The unit that the header gave where it is not one of the column's; null otherwise.</param>
    public HeaderMeaning? Find(string header, out string? unit)
    {
        unit = null;
        foreach ((string name, string? given) in HeaderText.Readings(header))
        {
            if (!_entries.TryGetValue(HeaderText.Key(name), out List<Entry>? entries)) continue;
            foreach (Entry entry in entries)
            {
                if (Meaning(entry, given) is { } meaning) return meaning;
            }
            unit = given;
        }
        return null;
    }

    private static HeaderMeaning? Meaning(Entry entry, string? given)
    {
        if (entry.Column == "state" || entry.Column == RecordColumns.StepType.Name) return given is null ? HeaderMeaning.State : null;
        double sign = entry.Sign == "-" ? -1 : 1;
        if (RecordColumns.Find(entry.Column) is not { } column) return null;
        if (entry.Unit == "date" && given is null or "s" or "ms" && column == RecordColumns.UnixTime) return new HeaderMeaning(column, 1, 0, true, IsDate: true);
        if (entry.Unit == "date" || entry.Unit == "time" && given is null) return null;
        if (given is "h:min:s" or "h:min:s.ms" or "hh:mm:ss" or "h:m:s") return new HeaderMeaning(column, 1, 0, true, false);
        string unit = given ?? entry.Unit;
        if (unit.Length == 0) return new HeaderMeaning(column, sign, 0, UnitIsKnown: UnitScale.QuantityOf(column) != "second", false);
        return UnitScale.Find(column, unit) is { } scale ? new HeaderMeaning(column, sign * scale.Factor, scale.Offset, true, false) : null;
    }

    private static string UnitOf(ColumnChoice choice)
    {
        if (choice.Column == RecordColumns.UnixTime) return "date";
        return HeaderText.Readings(choice.Header).FirstOrDefault(reading => reading.Unit is { } unit && UnitScale.Find(choice.Column, unit) is not null).Unit ?? "";
    }

    private void Add(Entry entry)
    {
        string key = HeaderText.Key(entry.Header);
        if (!_entries.TryGetValue(key, out List<Entry>? entries)) _entries[key] = entries = [];
        entries.Add(entry);
    }

    // The words of a program go before the common ones, and those before the format's own.
    private void Put(Entry entry)
    {
        string key = HeaderText.Key(entry.Header);
        if (!_entries.TryGetValue(key, out List<Entry>? entries)) _entries[key] = entries = [];
        entries.Insert(0, entry);
    }

    private static ILookup<string, Entry> Load()
    {
        using Stream stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var table = new StreamReader(stream);
        var entries = new List<Entry>();
        table.ReadLine();
        while (table.ReadLine() is { } line)
        {
            if (line.Split(';') is not [var program, var header, var column, var unit, var sign]) throw new InvalidOperationException($"{Resource} has the line \"{line}\".");
            entries.Add(new Entry(program, header, column, unit, sign));
        }
        return entries.ToLookup(entry => entry.Program);
    }
}
