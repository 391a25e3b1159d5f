namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>How a field is written.</summary>
internal enum FieldKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A duration as h:min:s.</summary>
    Clock,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Name of a step.</summary>
    Word,
}

/// <summary>One field of a table's rows and the column that it fills: SI value = scale · number + offset.</summary>
/// <param name="Field">Its place in the row, from 0.</param>
/// <param name="Column">The column.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Scale">SI value of one of its unit, with the signs of header and column.</param>
/// <param name="Offset">SI value of zero.</param>
internal sealed record FieldMap(int Field, RecordColumn Column, FieldKind Kind, double Scale, double Offset);

/// <summary>How a table of text is laid out.</summary>
/// <param name="DataLine">Line of its first row, counted from 1.</param>
/// <param name="Header">The line of headers as in the file, which repeats where files were joined.</param>
/// <param name="Delimiter">What parts the fields; 0 for any blanks.</param>
/// <param name="DecimalComma">Whether a comma stands for the decimal point.</param>
/// <param name="DayFirst">Whether of 06/05/2021 the day is 6.</param>
/// <param name="FieldCount">Fields that a whole row has.</param>
/// <param name="StateField">Field that tells charge from discharge, or −1.</param>
/// <param name="Fields">The fields that are read.</param>
/// <param name="Notes">What was noticed.</param>
internal sealed record TableLayout(
    int DataLine,
    ReadOnlyMemory<byte> Header,
    byte Delimiter,
    bool DecimalComma,
    bool DayFirst,
    int FieldCount,
    int StateField,
    IReadOnlyList<FieldMap> Fields,
    IReadOnlyList<string> Notes)
{
    /// <summary>More fields than this no row is asked for.</summary>
    public const int MostFields = 1024;
}
