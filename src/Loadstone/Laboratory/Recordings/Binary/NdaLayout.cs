using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>What a stretch of bytes of a Neware file is.</summary>
internal enum NdaRecord
{
    /// <summary>Nothing known.</summary>
    None,

    /// <summary>A row of data.</summary>
    Row,

    /// <summary>Voltage and temperature of an auxiliary channel.</summary>
    Auxiliary,

    /// <summary>Of a known kind without measured values, or an empty row.</summary>
    Other,

    /// <summary>The end of the data.</summary>
    End,
}

/// <summary>The records of one version of Neware's .nda files.</summary>
internal abstract class NdaLayout
{
    /// <summary>Name for people.</summary>
    public abstract string Name { get; }

    /// <summary>Bytes of a record.</summary>
    public abstract int Length { get; }

    /// <summary>Where records may begin.</summary>
    public virtual long Start => 1024;

    /// <summary>Whether the clock of the file has a time zone.</summary>
    public virtual bool HasZone => true;

    /// <summary>Whether rows hold a temperature of their own.</summary>
    public virtual bool HasTemperature => false;

    /// <summary>What a record is.</summary>
    public abstract NdaRecord KindOf(ReadOnlySpan<byte> record);

    /// <summary>Reads a row of data.</summary>
    /// <param name="record">Its bytes.</param>
    /// <param name="row">Where to.</param>
    /// <param name="temperature">Its temperature [K], NaN where it has none.</param>
    public abstract void Read(ReadOnlySpan<byte> record, ref NewareRow row, out double temperature);

    /// <summary>Reads an auxiliary record: channel, index of its row, voltage [V], temperature [K].</summary>
    public virtual (int Channel, long Index, double Voltage, double Temperature) ReadAuxiliary(ReadOnlySpan<byte> record) => default;

    protected static (int, long, double, double) Auxiliary(ReadOnlySpan<byte> record) =>
        (record[1], BinaryPrimitives.ReadUInt32LittleEndian(record[2..]), BinaryPrimitives.ReadInt32LittleEndian(record[22..]) / 1e4,
            BinaryPrimitives.ReadInt16LittleEndian(record[34..]) / 10.0 + 273.15);

    protected static float Single(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
}

/// <summary>Version 29: records of 86 bytes, whole numbers scaled by the range.</summary>
internal sealed class NdaLayout29 : NdaLayout
{
    /// <inheritdoc/>
    public override string Name => "29";

    /// <inheritdoc/>
    public override int Length => 86;

    /// <inheritdoc/>
    public override bool HasZone => false;

    /// <inheritdoc/>
    public override NdaRecord KindOf(ReadOnlySpan<byte> record)
    {
        if (record[0] is not (0x55 or 0x65 or 0xAA) || BinaryPrimitives.ReadUInt32LittleEndian(record[82..]) != 0) return NdaRecord.None;
        if (record[0] == 0xAA) return NdaRecord.Other;
        if (record[0] == 0x65) return NdaRecord.Auxiliary;
        if (record[1] != 0) return NdaRecord.None;
        if (record[12] == 0 || BinaryPrimitives.ReadUInt32LittleEndian(record[2..]) == 0) return NdaRecord.Other;
        return Neware.IsStatus(record[12]) && !double.IsNaN(TimeOf(record)) ? NdaRecord.Row : NdaRecord.None;
    }

    /// <inheritdoc/>
    public override void Read(ReadOnlySpan<byte> record, ref NewareRow row, out double temperature)
    {
        double scale = 1e-3 * Neware.ScaleOf(BinaryPrimitives.ReadInt32LittleEndian(record[78..]));
        row.Index = BinaryPrimitives.ReadUInt32LittleEndian(record[2..]);
        row.Step = row.StepId = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        row.Status = record[12];
        row.StepTime = BinaryPrimitives.ReadUInt64LittleEndian(record[14..]) / 1000.0;
        row.Voltage = BinaryPrimitives.ReadInt32LittleEndian(record[22..]) / 1e4;
        row.ChargingCurrent = BinaryPrimitives.ReadInt32LittleEndian(record[26..]) * scale;
        row.ChargingCapacity = BinaryPrimitives.ReadInt64LittleEndian(record[38..]) * scale;
        row.DischargingCapacity = BinaryPrimitives.ReadInt64LittleEndian(record[46..]) * scale;
        row.ChargingEnergy = BinaryPrimitives.ReadInt64LittleEndian(record[54..]) * scale;
        row.DischargingEnergy = BinaryPrimitives.ReadInt64LittleEndian(record[62..]) * scale;
        row.UnixTime = TimeOf(record);
        temperature = double.NaN;
    }

    /// <inheritdoc/>
    public override (int Channel, long Index, double Voltage, double Temperature) ReadAuxiliary(ReadOnlySpan<byte> record) => Auxiliary(record);

    private static double TimeOf(ReadOnlySpan<byte> record) =>
        Neware.UnixTimeOf(BinaryPrimitives.ReadUInt16LittleEndian(record[70..]), record[72], record[73], record[74], record[75], record[76]);
}

/// <summary>Version 130 as BTS 9.0 writes it: records of 88 bytes, the first four of them zero.</summary>
internal sealed class NdaLayout90(byte kind) : NdaLayout
{
    /// <inheritdoc/>
    public override string Name => "130, BTS 9.0";

    /// <inheritdoc/>
    public override int Length => 88;

    /// <inheritdoc/>
    public override NdaRecord KindOf(ReadOnlySpan<byte> record)
    {
        if (record[0] == 0x81) return NdaRecord.End;
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) != 0) return NdaRecord.None;
        if (record[4] == 0x65) return NdaRecord.Auxiliary;
        if (record[4] != 0x55 || record[5] != kind) return NdaRecord.None;
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[16..]) == 0) return NdaRecord.Other;
        return Neware.IsStatus(record[10]) ? NdaRecord.Row : NdaRecord.None;
    }

    /// <inheritdoc/>
    public override void Read(ReadOnlySpan<byte> record, ref NewareRow row, out double temperature)
    {
        row.Step = row.StepId = record[9];
        row.Status = record[10];
        row.Index = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        row.StepTime = BinaryPrimitives.ReadUInt64LittleEndian(record[28..]) / 1e6;
        row.Voltage = Single(record, 36);
        row.ChargingCurrent = 1e-3 * Single(record, 40);
        row.ChargingCapacity = 1e-3 * Single(record, 52);
        row.ChargingEnergy = 1e-3 * Single(record, 56);
        row.DischargingCapacity = 1e-3 * Single(record, 60);
        row.DischargingEnergy = 1e-3 * Single(record, 64);
        row.UnixTime = BinaryPrimitives.ReadUInt64LittleEndian(record[68..]) / 1e6;
        temperature = double.NaN;
    }

    /// <inheritdoc/>
    public override (int Channel, long Index, double Voltage, double Temperature) ReadAuxiliary(ReadOnlySpan<byte> record) => Auxiliary(record[4..]);
}

/// <summary>Version 130 as BTS 9.1 writes it: records of 52 bytes, or of 56 with a temperature.</summary>
internal sealed class NdaLayout91(byte kind, int length) : NdaLayout
{
    /// <inheritdoc/>
    public override string Name => "130, BTS 9.1";

    /// <inheritdoc/>
    public override int Length => length;

    /// <inheritdoc/>
    public override bool HasTemperature => length >= 56;

    /// <inheritdoc/>
    public override NdaRecord KindOf(ReadOnlySpan<byte> record)
    {
        if (record[0] == 0x81) return NdaRecord.End;
        if (record[0] != 0x55 || record[1] != kind) return NdaRecord.None;
        if (BinaryPrimitives.ReadUInt32LittleEndian(record[8..]) == 0) return NdaRecord.Other;
        return Neware.IsStatus(record[3]) ? NdaRecord.Row : NdaRecord.None;
    }

    /// <inheritdoc/>
    public override void Read(ReadOnlySpan<byte> record, ref NewareRow row, out double temperature)
    {
        row.Step = row.StepId = record[2];
        row.Status = record[3];
        row.Index = BinaryPrimitives.ReadUInt32LittleEndian(record[8..]);
        row.StepTime = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]) + 1e-9 * BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        row.ChargingCurrent = 1e-3 * Single(record, 20);
        row.Voltage = Single(record, 24);
        // One charge and one energy, which carry the sign of the current.
        double charge = 1e-3 * Single(record, 28), energy = 1e-3 * Single(record, 32);
        row.ChargingCapacity = Math.Max(0, charge);
        row.DischargingCapacity = Math.Max(0, -charge);
        row.ChargingEnergy = Math.Max(0, energy);
        row.DischargingEnergy = Math.Max(0, -energy);
        row.UnixTime = BinaryPrimitives.ReadUInt32LittleEndian(record[44..]) + 1e-9 * BinaryPrimitives.ReadUInt32LittleEndian(record[48..]);
        temperature = HasTemperature ? Single(record, 52) + 273.15 : double.NaN;
    }
}
