using System.Runtime.CompilerServices;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>The formats of text, those with the surest marks first.</summary>
internal static class TextFormats
{
    private static readonly ConditionalWeakTable<FileHead, string[]> Heads = [];

    /// <summary>Name of the format of tables that no program is known for.</summary>
    public const string Plain = "delimited text";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordFormat> All { get; } =
    [
        Table("BioLogic .mpt", "BioLogic", "EC-Lab 11 and BT-Lab 1.80 text exports with and without their header, impedance columns, times as dates",
            head => Begins(head, "EC-Lab ASCII FILE") || Begins(head, "BT-Lab ASCII FILE") || HasHeaders(head, "Ecell/V") || HasHeaders(head, "Ewe/V") || HasHeaders(head, "freq/Hz", "Re(Z)/Ohm")),
        new("Gamry .DTA", "Framework 6 and 7 impedance, and the curves of other experiments", head => Begins(head, "EXPLAIN"), SectionFormats.OpenGamry),
        new("VersaStudio .par", "VersaStudio 2.52", head => Begins(head, "<Application>") && head.Text.Contains("VersaStudio", StringComparison.Ordinal), SectionFormats.OpenVersaStudio),
        Table("ZPlot .z", "ZPlot", "ZPlot 3.2 with and without comments, ZPlotW", head => Begins(head, "ZPLOT2 ASCII") || Begins(head, "\"ZPlotW Data File")),
        Table("Autolab", "ZPlot", "NOVA and FRA exports in the Z60W layout", head => Begins(head, "\"Z60W Data File")),
        Table("CH Instruments", "CH Instruments", "CHI660E impedance as text", head => head.Text.Contains("Instrument Model:  CHI", StringComparison.Ordinal)),
        Table("Novonix", "Novonix", "UHPC 2.13 exports", head => Begins(head, "[Summary]") && head.Text.Contains("Novonix", StringComparison.OrdinalIgnoreCase)),
        Table("Basytec", "Basytec", "Basytec Battery Test System result files of 2023", head => Begins(head, "~Resultfile from Basytec")),
        Table("Battery Data Format", "Battery Data Format", "CSV with the labels or the machine names of ontology 1.3.0", head => HasHeaders(head, "Test Time / s") || HasHeaders(head, "test_time_second") || HasHeaders(head, "Test Time / ms") || HasHeaders(head, "Voltage / V", "Current / A")),
        new("Neware CSV, layered", "BTSDA 8 export of 2026, cycles, steps and records in one table", head => NewareNested.Find(Lines(head)) is not null, NewareNested.Open),
        Table("LAND", "LAND", "LANHE exports as published with SINTEF's coin cells (2024)", head => HasHeaders(head, "test_time_s", "cycle_index") || HasHeaders(head, "TestTime/Sec", "Voltage/V")),
        Table("Neware CSV", "Neware", "flat exports of BTSDA 7 and 8, English and Chinese headers", head => HasHeaders(head, "Chg. Cap.(Ah)") || HasHeaders(head, "Chg. Cap.(mAh)") || HasHeaders(head, "DataPoint", "Total Time") || HasHeaders(head, "Record ID", "Step ID") || HasHeaders(head, "Capacitance_Chg(mAh)") || HasHeaders(head, "Total Time", "Step Type") || Line(head, "电压", "电流")),
        Table("Arbin CSV", "Arbin", "MITS Pro exports of 2017 to 2024, both spellings", head => HasHeaders(head, "Data_Point", "Test_Time") || HasHeaders(head, "Data Point", "Test Time (s)") || HasHeaders(head, "Data_Point", "Test_Time(s)")),
        Table("Maccor", "Maccor", "text and CSV exports of 2021 and 2023, decimal comma, currents without sign", head => HasHeaders(head, "Rec", "Cycle C") || HasHeaders(head, "Rec#", "Cyc#") || HasHeaders(head, "DPT Time") || Begins(head, "Today's Date")),
        Table("Digatron", "Digatron", "by its column names", head => HasHeaders(head, "Step Duration#s") || HasHeaders(head, "Program Duration#s") || HasHeaders(head, "Prog Time") || HasHeaders(head, "AhAccu")),
        Table("WonATech", "WonATech", "general data report of Smart Interface, by its column names; no file was at hand", head => HasHeaders(head, "Test_Time(s)", "Cycle_No.") || HasHeaders(head, "Cycle No") || HasHeaders(head, "Step No") || head.Text.AsSpan(0, Math.Min(2000, head.Text.Length)).Contains("wonatech", StringComparison.OrdinalIgnoreCase)),
        new("workbook", "Neware and Arbin workbooks (.xlsx, .xls), and any whose sheet has headers of a recording", WorkbookReader.Recognises, path => WorkbookReader.Open(path, [])),
        Table(Plain, "any", "comma, semicolon, tab or bar between the fields, decimal point or comma; Parstat and PowerSuite impedance", head => IsText(head) && HeaderPlace.Find(Lines(head), Vocabulary.Of("any")) is not null),
        new("three columns of an impedance", "frequency, real and imaginary part without headers", head => IsText(head) && BareImpedance.Find(Lines(head)) is not null, BareImpedance.Open),
    ];

    /// <summary>Opens a table whose columns a person named.</summary>
    /// <param name="path">The file.</param>
    /// <param name="choices">The columns.</param>
    /// <exception cref="InputException">A header is not there, or the file cannot be read.</exception>
    public static RecordReader Open(string path, IReadOnlyList<ColumnChoice> choices)
    {
        if (WorkbookReader.IsWorkbook(path)) return WorkbookReader.Open(path, choices);
        Vocabulary vocabulary = Vocabulary.Of(choices);
        IReadOnlyList<string> lines = TextHead.Of(path);
        HeaderPlace? place = ColumnNumbers.Find(lines, choices) ?? HeaderPlace.Find(lines, vocabulary);
        foreach (ColumnChoice choice in choices)
        {
            if (place is null || !place.Headers.Any(header => HeaderText.Key(header) == HeaderText.Key(choice.Header))) throw Missing(choice, path);
        }
        RecordReader reader = TextTable.Open(path, Plain, vocabulary, place!, lines);
        CheckChoices(reader, path, choices);
        return reader;
    }

    /// <summary>Number of the first line that has headers of a recording with no row of numbers below it, or null.</summary>
    public static int? HeadersWithoutRows(FileHead head)
    {
        string[] lines = Lines(head);
        int line = Array.FindIndex(lines, text => HeaderPlace.IsHeader(text, Vocabulary.Of("any")));
        return line < 0 ? null : line + 1;
    }

    /// <summary>Checks that every chosen column was found.</summary>
    /// <exception cref="InputException">One was not.</exception>
    public static void CheckChoices(RecordReader reader, string path, IReadOnlyList<ColumnChoice> choices)
    {
        foreach (ColumnChoice choice in choices)
        {
            if (reader.Columns.Contains(choice.Column)) continue;
            reader.Dispose();
            throw Missing(choice, path);
        }
    }

    private static InputException Missing(ColumnChoice choice, string path) =>
        new($"no column with the header \"{choice.Header}\" was found for {choice.Column.Label}.", "columns", path);

    private static RecordFormat Table(string name, string program, string covers, Func<FileHead, bool> recognises) =>
        new(name, covers, head => IsText(head) && recognises(head), path => TextTable.Open(path, name, Vocabulary.Of(program)));

    private static bool IsText(FileHead head) => !head.Text.Contains('\0', StringComparison.Ordinal);

    private static bool Begins(FileHead head, string mark) => head.Text.AsSpan().TrimStart().StartsWith(mark, StringComparison.Ordinal);

    // All the headers stand as fields on one line.
    private static bool HasHeaders(FileHead head, params string[] headers)
    {
        foreach (string line in Lines(head))
        {
            if (!headers.All(header => line.Contains(header, StringComparison.OrdinalIgnoreCase))) continue;
            foreach (char delimiter in (char[])['\t', ',', ';', '|'])
            {
                string[] fields = Fields.Texts(line, delimiter);
                if (fields.Length > 1 && headers.All(header => fields.Contains(header, StringComparer.OrdinalIgnoreCase))) return true;
            }
        }
        return false;
    }

    private static bool Line(FileHead head, params string[] words) => Lines(head).Any(line => words.All(word => line.Contains(word, StringComparison.Ordinal)));

    private static string[] Lines(FileHead head) => Heads.GetValue(head, h => h.Text.ReplaceLineEndings("\n").Split('\n'));
}
