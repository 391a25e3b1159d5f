using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>Time, charge and energy of some rows of an archive, as data_runInfo.ndc tells them [SI]; elapsed is the time since the row before.</summary>
internal readonly record struct NdcRunInfo(long Index, long RawStep, double StepTime, double Elapsed, double UnixTime, double ChargingCapacity, double DischargingCapacity, double ChargingEnergy, double DischargingEnergy);

/// <summary>A step of an archive, as data_step.ndc tells it.</summary>
internal readonly record struct NdcStep(double Cycle, double StepId, double Status);

/// <summary>Where the numbers stand in the slots of .ndc files, by version.</summary>
/// <param name="Version">The version.</param>
/// <param name="RunInfoLength">Bytes of a slot of times.</param>
/// <param name="StepLength">Bytes of a slot of steps.</param>
/// <param name="VoltageScale">Volts per unit.</param>
/// <param name="CurrentScale">Amperes per unit.</param>
/// <param name="ChargeScale">Coulombs (joules) per unit.</param>
internal sealed record NdcLayout(int Version, int RunInfoLength, int StepLength, double VoltageScale, double CurrentScale, double ChargeScale)
{
    /// <summary>Bytes of a slot of voltage and current.</summary>
    public const int DataLength = 8;

    private static readonly NdcLayout[] Known =
    [
        new(11, 47, 37, 1e-4, 1e-3, 1e-3),
        new(14, 55, 37, 1, 1, 3600),
        new(16, 100, 100, 1e-4, 1e-3, 1e-3),
        new(17, 100, 100, 1, 1, 3600),
    ];

    /// <summary>Whether the steps of a run are counted by the slots of data_step.ndc themselves.</summary>
    public bool NumbersSteps => Version >= 16;

    /// <summary>The layout of a version; null if it is not known.</summary>
    public static NdcLayout? Of(int version) => Array.Find(Known, layout => layout.Version == version);

    /// <summary>Reads a slot of times.</summary>
    public NdcRunInfo RunInfo(ReadOnlySpan<byte> slot) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(slot[41..]),
        BinaryPrimitives.ReadUInt32LittleEndian(slot[37..]),
        BinaryPrimitives.ReadUInt32LittleEndian(slot) / 1000.0,
        BinaryPrimitives.ReadUInt32LittleEndian(slot[29..]) / 1000.0,
        BinaryPrimitives.ReadUInt32LittleEndian(slot[33..]) + BinaryPrimitives.ReadUInt16LittleEndian(slot[45..]) / 1000.0,
        ChargeScale * BinaryPrimitives.ReadSingleLittleEndian(slot[5..]),
        ChargeScale * BinaryPrimitives.ReadSingleLittleEndian(slot[9..]),
        ChargeScale * BinaryPrimitives.ReadSingleLittleEndian(slot[13..]),
        ChargeScale * BinaryPrimitives.ReadSingleLittleEndian(slot[17..]));

    /// <summary>Reads a slot of steps.</summary>
    public static NdcStep Step(ReadOnlySpan<byte> slot) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(slot) + 1.0, BinaryPrimitives.ReadUInt32LittleEndian(slot[4..]), slot[24]);

    /// <summary>Reads a whole record of versions 2 and 5, from its index on.</summary>
    public static void Record(ReadOnlySpan<byte> record, ref NewareRow row)
    {
        double scale = 1e-3 * Neware.ScaleOf(BinaryPrimitives.ReadInt32LittleEndian(record[74..]));
        row.Index = BinaryPrimitives.ReadUInt32LittleEndian(record);
        row.Cycle = BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) + 1.0;
        row.Step = row.StepId = record[8];
        row.Status = record[9];
        row.StepTime = BinaryPrimitives.ReadUInt64LittleEndian(record[15..]) / 1000.0;
        row.Voltage = BinaryPrimitives.ReadInt32LittleEndian(record[23..]) / 1e4;
        row.ChargingCurrent = BinaryPrimitives.ReadInt32LittleEndian(record[27..]) * scale;
        row.ChargingCapacity = BinaryPrimitives.ReadInt64LittleEndian(record[35..]) * scale;
        row.DischargingCapacity = BinaryPrimitives.ReadInt64LittleEndian(record[43..]) * scale;
        row.ChargingEnergy = BinaryPrimitives.ReadInt64LittleEndian(record[51..]) * scale;
        row.DischargingEnergy = BinaryPrimitives.ReadInt64LittleEndian(record[59..]) * scale;
        row.UnixTime = Neware.UnixTimeOf(BinaryPrimitives.ReadUInt16LittleEndian(record[67..]), record[69], record[70], record[71], record[72], record[73]);
    }
}
