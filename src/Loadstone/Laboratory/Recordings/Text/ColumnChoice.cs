namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>What a person says a column of a file is.</summary>
/// <param name="Column">What it is.</param>
/// <param name="Header">Its header in the file, with its unit: <c>E(V)</c>.</param>
public sealed record ColumnChoice(RecordColumn Column, string Header)
{
    private static readonly (string Word, RecordColumn Column)[] Words =
    [
        ("time", RecordColumns.TestTime), ("voltage", RecordColumns.Voltage), ("current", RecordColumns.Current),
        ("date", RecordColumns.UnixTime), ("cycle", RecordColumns.CycleCount), ("step", RecordColumns.StepId),
        ("steptime", RecordColumns.StepTime), ("charge", RecordColumns.ScheduleChargingCapacity), ("discharge", RecordColumns.ScheduleDischargingCapacity),
        ("capacity", RecordColumns.NetCapacity), ("temperature", RecordColumns.Temperature1),
        ("frequency", RecordColumns.Frequency), ("real", RecordColumns.RealImpedance), ("imaginary", RecordColumns.ImaginaryImpedance),
    ];

    /// <summary>Reads choices: <c>time=t(s), voltage=E(V), current=I(mA)</c>; besides these words every machine name of the Battery Data Format is known.</summary>
    /// <param name="text">The choices.</param>
    /// <exception cref="InputException">A choice is not written like that, or names no known quantity.</exception>
    public static IReadOnlyList<ColumnChoice> Parse(string text)
    {
        var choices = new List<ColumnChoice>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == part.Length - 1)
                throw new InputException($"\"{part}\" is no choice of a column; expected a quantity and a header, as in time=t(s).", "columns");
            string word = part[..equals].Trim().ToLowerInvariant();
            RecordColumn column = Array.Find(Words, w => w.Word == word).Column ?? RecordColumns.Find(word)
                ?? throw new InputException($"\"{word}\" is no known quantity; expected one of {string.Join(", ", Words.Select(w => w.Word))} or a machine name of the Battery Data Format.", "columns");
            if (choices.Any(choice => choice.Column == column)) throw new InputException($"\"{word}\" is chosen twice; expected one column each.", "columns");
            choices.Add(new ColumnChoice(column, part[(equals + 1)..].Trim()));
        }
        return choices;
    }
}
