using System.IO.Compression;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>Writes .ndax archives as Neware's programs do, of our own numbers.</summary>
internal static class NdaxWriter
{
    /// <summary>Writes an archive with one thermometer.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="version">Version of its files: 2, 5, 11, 14, 16 or 17.</param>
    /// <param name="every">Each how many rows time and charge are written, besides the first and last of a step.</param>
    /// <param name="compression">How its files are packed.</param>
    public static void Write(Stream stream, int rows, int version, int every = 1, CompressionLevel compression = CompressionLevel.Fastest)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Entry(archive, compression, "TestInfo.xml", file => file.Write("""<?xml version="1.0" encoding="GB2312"?><root><config><TestInfo AuxCount="1"><Aux1 AuxID="1" RealChlID="9" ChlType="103" /></TestInfo></config></root>"""u8));
        IEnumerable<int> all = Enumerable.Range(1, rows);
        if (version == 2)
        {
            Entry(archive, compression, "data.ndc", file => Records(file, 1, 0x55, all, Record));
            Entry(archive, compression, "data_AUX_9_1_1.ndc", file => Records(file, 5, 0x65, all, Thermometer));
            return;
        }
        if (version == 5)
        {
            Entry(archive, compression, "data.ndc", file => Pages(file, 1, version, 87, all, (slot, i) => Whole(slot, 0x55, i, Record)));
            Entry(archive, compression, "data_AUX_9_1_1.ndc", file => Pages(file, 5, version, 87, all, (slot, i) => Whole(slot, 0x65, i, Thermometer)));
            return;
        }
        bool isAbsolute = version is 14 or 17;
        double volts = isAbsolute ? 1 : 1e4, amperes = isAbsolute ? 1e-3 : 1, charge = isAbsolute ? 1e-3 / 3600 : 1;
        Entry(archive, compression, "data.ndc", file => Pages(file, 1, version, 8, all, (slot, i) =>
        {
            var row = new WrittenRow(i);
            BitConverter.TryWriteBytes(slot, (float)(volts * row.Voltage));
            BitConverter.TryWriteBytes(slot[4..], (float)(amperes * row.Milliamperes));
        }));
        int steps = new WrittenRow(rows).Step;
        IEnumerable<int> told = all.Where(i => new WrittenRow(i).StepTime % every == 0 || i == rows || new WrittenRow(i + 1).StepTime == 0);
        Entry(archive, compression, "data_runInfo.ndc", file => Pages(file, 18, version, version switch { 11 => 47, 14 => 55, _ => 100 }, told, (slot, i) => RunInfo(slot, new WrittenRow(i), charge)));
        Entry(archive, compression, "data_step.ndc", file => Pages(file, 7, version, version < 16 ? 37 : 100, Enumerable.Range(1, steps), (slot, i) =>
        {
            var row = new WrittenRow(500 * (i - 1) + 1);
            BitConverter.TryWriteBytes(slot, row.Cycle - 1);
            BitConverter.TryWriteBytes(slot[4..], row.Step);
            slot[24] = (byte)row.Status;
            BitConverter.TryWriteBytes(slot[33..], row.Step);
        }));
        Entry(archive, compression, "data_AUX_9_1_1.ndc", file => Pages(file, 5, version, isAbsolute ? 4 : 7, all, (slot, i) =>
        {
            double celsius = new WrittenRow(i).Celsius;
            if (isAbsolute)
            {
                BitConverter.TryWriteBytes(slot, (float)celsius);
                return;
            }
            slot[0] = 0x65;
            BitConverter.TryWriteBytes(slot[1..], 12_000f);
            BitConverter.TryWriteBytes(slot[5..], (short)Math.Round(10 * celsius));
        }));
    }

    private delegate void Fill(Span<byte> slot, int index);

    private static void Entry(ZipArchive archive, CompressionLevel compression, string name, Action<Stream> write)
    {
        using Stream file = archive.CreateEntry(name, compression).Open();
        write(file);
    }

    private static void Pages(Stream file, int type, int version, int slotLength, IEnumerable<int> indices, Fill fill)
    {
        byte[] page = new byte[4096];
        (page[0], page[2], page[4]) = ((byte)type, (byte)version, 1);
        file.Write(page);
        int slots = (4096 - 132 - 1) / slotLength;
        foreach (int[] part in indices.Chunk(slots))
        {
            Array.Clear(page);
            page[0] = (byte)(type + 1);
            BitConverter.TryWriteBytes(page.AsSpan(2), (ushort)part.Length);
            for (int s = 0; s < part.Length; s++)
            {
                page[4 + (s >> 3)] |= (byte)(1 << (s & 7));
                fill(page.AsSpan(132 + s * slotLength, slotLength), part[s]);
            }
            file.Write(page);
        }
    }

    private static void Records(Stream file, int type, byte kind, IEnumerable<int> indices, Fill fill)
    {
        byte[] head = new byte[517];
        (head[0], head[2]) = ((byte)type, 2);
        file.Write(head);
        byte[] record = new byte[94];
        foreach (int i in indices)
        {
            Array.Clear(record);
            "\u0000\u0009\u0011\u0022\u0033\u0044\u0077\u0077"u8.CopyTo(record);
            record[0] = kind;
            fill(record.AsSpan(8), i);
            file.Write(record);
        }
    }

    private static void Whole(Span<byte> slot, byte kind, int index, Fill fill)
    {
        slot[0] = kind;
        fill(slot[1..], index);
    }

    private static void Record(Span<byte> record, int index)
    {
        var row = new WrittenRow(index);
        DateTime time = DateTime.UnixEpoch.AddSeconds(WrittenRow.Began + row.TestTime);
        BitConverter.TryWriteBytes(record, index);
        BitConverter.TryWriteBytes(record[4..], row.Cycle - 1);
        record[8] = (byte)row.Step;
        record[9] = (byte)row.Status;
        BitConverter.TryWriteBytes(record[15..], 1000L * row.StepTime);
        BitConverter.TryWriteBytes(record[23..], (int)Math.Round(1e4 * row.Voltage));
        BitConverter.TryWriteBytes(record[27..], (int)(10 * row.Milliamperes));
        long[] sums = [(long)(10 * row.Charged), (long)(10 * row.Discharged), (long)(37 * row.Charged), (long)(37 * row.Discharged)];
        for (int k = 0; k < sums.Length; k++) BitConverter.TryWriteBytes(record[(35 + 8 * k)..], sums[k]);
        BitConverter.TryWriteBytes(record[67..], (ushort)time.Year);
        ((ReadOnlySpan<byte>)[(byte)time.Month, (byte)time.Day, (byte)time.Hour, (byte)time.Minute, (byte)time.Second]).CopyTo(record[69..]);
        BitConverter.TryWriteBytes(record[74..], 6000);
    }

    private static void Thermometer(Span<byte> record, int index)
    {
        BitConverter.TryWriteBytes(record, index);
        BitConverter.TryWriteBytes(record[23..], 12_000);
        BitConverter.TryWriteBytes(record[33..], (short)Math.Round(10 * new WrittenRow(index).Celsius));
    }

    private static void RunInfo(Span<byte> slot, WrittenRow row, double charge)
    {
        BitConverter.TryWriteBytes(slot, 1000 * row.StepTime);
        double[] sums = [row.Charged, row.Discharged, 3.7 * row.Charged, 3.7 * row.Discharged];
        for (int k = 0; k < sums.Length; k++) BitConverter.TryWriteBytes(slot[(5 + 4 * k)..], (float)(charge * sums[k]));
        BitConverter.TryWriteBytes(slot[29..], row.StepTime == 0 ? 0 : 1000);
        BitConverter.TryWriteBytes(slot[33..], (uint)(WrittenRow.Began + row.TestTime));
        BitConverter.TryWriteBytes(slot[37..], row.Step);
        BitConverter.TryWriteBytes(slot[41..], row.Index);
        BitConverter.TryWriteBytes(slot[45..], (short)0);
    }
}
