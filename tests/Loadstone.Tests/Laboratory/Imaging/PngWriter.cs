using System.Buffers.Binary;
using System.IO.Compression;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>Writes PNG files with each of the filters in turn.</summary>
internal static class PngWriter
{
    /// <summary>The file.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="bits">Bits of a sample.</param>
    /// <param name="colorType">PNG's colour type.</param>
    /// <param name="samples">Samples row after row.</param>
    /// <param name="palette">Red, green and blue of each colour, for colour type 3.</param>
    public static byte[] Write(int width, int bits, int colorType, double[] samples, byte[]? palette = null)
    {
        int channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }, height = samples.Length / width / channels;
        int row = (width * bits * channels + 7) / 8, step = Math.Max(1, bits * channels / 8);
        byte[] raw = new byte[height * (row + 1)], above = new byte[row];
        for (int y = 0; y < height; y++)
        {
            byte[] line = new byte[row];
            for (int i = 0; i < width * channels; i++)
            {
                int value = (int)samples[y * width * channels + i];
                if (bits == 16) BinaryPrimitives.WriteUInt16BigEndian(line.AsSpan(2 * i), (ushort)value);
                else line[i * bits / 8] |= (byte)(value << (8 - bits - i * bits % 8));
            }
            int filter = y % 5;
            raw[y * (row + 1)] = (byte)filter;
            for (int i = 0; i < row; i++)
            {
                int left = i >= step ? line[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
                int guess = filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                raw[y * (row + 1) + 1 + i] = (byte)(line[i] - guess);
            }
            above = line;
        }
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = ((byte)bits, (byte)colorType);
        Chunk(file, "IHDR"u8, head);
        if (palette is not null) Chunk(file, "PLTE"u8, palette);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(raw);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        uint sum = uint.MaxValue;
        foreach (byte b in name) sum = Check(sum, b);
        foreach (byte b in content) sum = Check(sum, b);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~sum);
        file.Write(number);
    }

    // The cyclic redundancy check, polynomial 0xEDB88320, so that viewers show the examples too.
    private static uint Check(uint sum, byte value)
    {
        sum ^= value;
        for (int bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        return sum;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int a = Math.Abs(up - corner), b = Math.Abs(left - corner), c = Math.Abs(left + up - 2 * corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
