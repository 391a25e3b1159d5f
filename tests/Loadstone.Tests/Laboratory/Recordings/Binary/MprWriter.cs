using System.Text;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>Writes files as BioLogic's programs do, of our own numbers.</summary>
internal static class MprWriter
{
    /// <summary>Writes a file of a cycling measurement.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="version">Version of the data module: 0, 2, 3, 10 or 11.</param>
    /// <param name="unknown">Identifiers of 4-byte columns to put between the others.</param>
    /// <param name="hasCurrent">Whether current is among the columns.</param>
    public static void Write(Stream stream, int rows, int version = 3, int[]? unknown = null, bool hasCurrent = true)
    {
        unknown ??= [];
        using var writer = new BinaryWriter(stream, Encoding.Latin1, leaveOpen: true);
        writer.Write("BIO-LOGIC MODULAR FILE\u001a".PadRight(48).ToCharArray());
        writer.Write(0);
        Module(writer, "VMP Set", "VMP settings", version, 64, body => body.Write(new byte[64]));

        int[] ids = [1, 2, 3, 21, 31, 65, 131, 4, 6, .. unknown, .. hasCurrent ? (int[])[8] : [], 13, 24];
        int rowLength = 1 + 2 + 8 + 4 + 4 * unknown.Length + (hasCurrent ? 4 : 0) + 8 + 8;
        int offset = version switch { 0 => 100, 2 => 405, 3 => 406, _ => 1007 };
        Module(writer, "VMP data", "VMP data", version, offset + (long)rows * rowLength, body =>
        {
            long start = body.BaseStream.Position;
            body.Write(rows);
            if (version >= 10) body.Write((ushort)ids.Length);
            else body.Write((byte)ids.Length);
            foreach (int id in ids)
            {
                if (version == 0) body.Write((byte)id);
                else body.Write((ushort)id);
            }
            body.Write(new byte[offset - (body.BaseStream.Position - start)]);
            for (int i = 1; i <= rows; i++)
            {
                var row = new WrittenRow(i);
                body.Write((byte)(0x03 | (row.Milliamperes > 0 ? 0x04 : 0)));
                body.Write((ushort)row.Step);
                body.Write((double)row.TestTime);
                body.Write((float)row.Voltage);
                foreach (int _ in unknown) body.Write((float)i);
                if (hasCurrent) body.Write((float)row.Milliamperes);
                body.Write((row.Charged - row.Discharged) / 3600);
                body.Write((double)row.Cycle);
            }
        });
        Module(writer, "VMP LOG", "VMP LOG", version, 600, body =>
        {
            body.Write(new byte[585]);
            body.Write(45659.5);
            body.Write(new byte[7]);
        });
    }

    private static void Module(BinaryWriter writer, string name, string longName, int version, long length, Action<BinaryWriter> body)
    {
        writer.Write("MODULE".ToCharArray());
        writer.Write(name.PadRight(10).ToCharArray());
        writer.Write(longName.PadRight(25).ToCharArray());
        if (version >= 10) writer.Write(uint.MaxValue);
        writer.Write((uint)length);
        if (version >= 10) writer.Write(0);
        writer.Write(version);
        writer.Write("01/02/25".ToCharArray());
        body(writer);
    }
}
