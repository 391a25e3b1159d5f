using System.Buffers.Binary;
using System.IO.Compression;

namespace Loadstone.Reports;

/// <summary>Writes a small picture of palette colours as a PNG (ISO/IEC 15948, colour type 3).</summary>
internal static class PalettePng
{
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <summary>The file.</summary>
    /// <param name="pixels">Index of each pixel's colour, row after row from the top.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="palette">Red, green and blue of each colour, 256 at most.</param>
    internal static byte[] Encode(ReadOnlySpan<byte> pixels, int width, ReadOnlySpan<byte> palette)
    {
        int height = pixels.Length / width;
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        head[8] = 8;
        head[9] = 3;
        head[10..].Clear();
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "PLTE"u8, palette);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int row = 0; row < height; row++)
            {
                // Each row begins with its filter: none.
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row * width, width));
            }
        }
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
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, name), content));
        file.Write(number);
    }

    // The cyclic redundancy check that each part of the file closes with, polynomial 0xEDB88320.
    private static uint Check(uint sum, ReadOnlySpan<byte> content)
    {
        foreach (byte b in content) sum = Remainders[(byte)(sum ^ b)] ^ (sum >> 8);
        return sum;
    }

    private static uint Remainder(int value)
    {
        uint rest = (uint)value;
        for (int bit = 0; bit < 8; bit++) rest = (rest & 1) == 1 ? 0xEDB88320 ^ (rest >> 1) : rest >> 1;
        return rest;
    }
}
