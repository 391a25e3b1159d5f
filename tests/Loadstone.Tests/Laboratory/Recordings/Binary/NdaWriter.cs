using System.Text;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>Writes .nda files as Neware's programs do, of our own numbers.</summary>
internal static class NdaWriter
{
    /// <summary>Version 29, with a thermometer where wanted.</summary>
    public static void Write29(Stream stream, int rows, bool hasThermometer = false)
    {
        using var writer = new BinaryWriter(stream, Encoding.Latin1, leaveOpen: true);
        Head(writer, 29, 5000);
        for (int i = 1; i <= rows; i++)
        {
            var row = new WrittenRow(i);
            DateTime time = DateTime.UnixEpoch.AddSeconds(WrittenRow.Began + row.TestTime);
            writer.Write((ushort)0x55);
            writer.Write(i);
            writer.Write(0);
            writer.Write((ushort)row.Step);
            writer.Write((byte)row.Status);
            writer.Write((byte)0);
            writer.Write(1000L * row.StepTime);
            writer.Write((int)Math.Round(1e4 * row.Voltage));
            writer.Write((int)(10 * row.Milliamperes));
            writer.Write(0L);
            writer.Write((long)(10 * row.Charged));
            writer.Write((long)(10 * row.Discharged));
            writer.Write((long)(37 * row.Charged));
            writer.Write((long)(37 * row.Discharged));
            writer.Write((ushort)time.Year);
            writer.Write([(byte)time.Month, (byte)time.Day, (byte)time.Hour, (byte)time.Minute, (byte)time.Second, 0]);
            writer.Write(6000); // 0.1 mA a count
            writer.Write(0);
            if (hasThermometer) Auxiliary(writer, row, 86);
        }
    }

    /// <summary>Version 130 of BTS 9.0.</summary>
    public static void Write90(Stream stream, int rows, bool hasThermometer = false)
    {
        using var writer = new BinaryWriter(stream, Encoding.Latin1, leaveOpen: true);
        Head(writer, 130, 1024);
        for (int i = 1; i <= rows; i++)
        {
            var row = new WrittenRow(i);
            writer.Write(0);
            writer.Write([0x55, 0x07, 0, 0, 0, (byte)row.Step, (byte)row.Status, 0, 0, 0, 0, 0]);
            writer.Write(i);
            writer.Write(0L);
            writer.Write(1_000_000L * row.StepTime);
            writer.Write((float)row.Voltage);
            writer.Write((float)row.Milliamperes);
            writer.Write(0L);
            foreach (double value in (double[])[row.Charged, 3.7 * row.Charged, row.Discharged, 3.7 * row.Discharged]) writer.Write((float)value);
            writer.Write(1_000_000L * (WrittenRow.Began + row.TestTime));
            writer.Write(new byte[12]);
            if (!hasThermometer) continue;
            writer.Write(0);
            Auxiliary(writer, row, 84);
        }
    }

    /// <summary>Version 130 of BTS 9.1.</summary>
    public static void Write91(Stream stream, int rows, bool hasThermometer = true)
    {
        using var writer = new BinaryWriter(stream, Encoding.Latin1, leaveOpen: true);
        Head(writer, 130, 1024);
        for (int i = 1; i <= rows; i++)
        {
            var row = new WrittenRow(i);
            writer.Write([0x55, 0x06, (byte)row.Step, (byte)row.Status, 0x2b, 0, 0, 0]);
            writer.Write(i);
            writer.Write(row.StepTime);
            writer.Write(0);
            writer.Write((float)row.Milliamperes);
            writer.Write((float)row.Voltage);
            writer.Write((float)(row.Charged - row.Discharged));
            writer.Write((float)(3.7 * (row.Charged - row.Discharged)));
            writer.Write(0L);
            writer.Write((uint)(WrittenRow.Began + row.TestTime));
            writer.Write(0);
            if (hasThermometer) writer.Write((float)row.Celsius);
        }
        writer.Write(new byte[] { 0x81 });
        writer.Write(new byte[499]);
    }

    private static void Head(BinaryWriter writer, byte version, int length)
    {
        byte[] head = new byte[length];
        "NEWARE"u8.CopyTo(head);
        head[14] = version;
        writer.Write(head);
    }

    private static void Auxiliary(BinaryWriter writer, WrittenRow row, int length)
    {
        byte[] record = new byte[length];
        record[0] = 0x65;
        record[1] = 1;
        BitConverter.TryWriteBytes(record.AsSpan(2), row.Index);
        BitConverter.TryWriteBytes(record.AsSpan(22), 12_000);
        BitConverter.TryWriteBytes(record.AsSpan(34), (short)Math.Round(10 * row.Celsius));
        writer.Write(record);
    }
}
