namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>The columns of Neware's auxiliary channels.</summary>
internal static class NewareAuxiliary
{
    /// <summary>A thermometer; the first three have columns of the Battery Data Format.</summary>
    public static RecordColumn Temperature(int channel) => channel switch
    {
        1 => RecordColumns.Temperature1,
        2 => RecordColumns.Temperature2,
        3 => RecordColumns.Temperature3,
        _ => new RecordColumn(FormattableString.Invariant($"T{channel}"), FormattableString.Invariant($"Temperature T{channel} / degC"), 1, 273.15),
    };

    /// <summary>An auxiliary voltage [V].</summary>
    public static RecordColumn Voltage(int channel) => RecordColumn.Other(FormattableString.Invariant($"V{channel}"));

    /// <summary>What a channel of single numbers measures, by its type in TestInfo.xml, and the inside value of its zero.</summary>
    public static (RecordColumn Column, double Zero)? OfType(int type, int channel) => type switch
    {
        103 => (Temperature(channel), 273.15),
        335 => (RecordColumn.Other(FormattableString.Invariant($"t{channel}")), 0),
        345 => (RecordColumn.Other(FormattableString.Invariant($"H{channel}")), 0),
        _ => null,
    };
}
