using System.Buffers.Binary;

namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>Stored samples as grey values.</summary>
internal static class GreySamples
{
    /// <summary>Bytes of a row.</summary>
    public static long RowBytes(long width, int bits, int channels) => (width * bits * channels + 7) / 8;

    /// <summary>Grey values of one row.</summary>
    /// <param name="raw">The row as stored.</param>
    /// <param name="bits">Bits of a sample: 1, 2 or 4 with one channel, 8, 16, 32.</param>
    /// <param name="isFloat">Whether samples of 32 bits are floating-point numbers.</param>
    /// <param name="isBigEndian">Byte order.</param>
    /// <param name="channels">Samples of a pixel.</param>
    /// <param name="isColor">Whether the first three are red, green and blue; otherwise the first one counts.</param>
    /// <param name="values">Result, one a pixel.</param>
    public static void Decode(ReadOnlySpan<byte> raw, int bits, bool isFloat, bool isBigEndian, int channels, bool isColor, Span<double> values)
    {
        if (bits < 8)
        {
            for (int i = 0; i < values.Length; i++) values[i] = (raw[i * bits / 8] >> (8 - bits - i * bits % 8)) & ((1 << bits) - 1);
            return;
        }
        int size = bits / 8, step = size * channels;
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> pixel = raw.Slice(i * step, step);
            values[i] = isColor
                ? 0.299 * Sample(pixel, size, isFloat, isBigEndian) + 0.587 * Sample(pixel[size..], size, isFloat, isBigEndian) + 0.114 * Sample(pixel[(2 * size)..], size, isFloat, isBigEndian)
                : Sample(pixel, size, isFloat, isBigEndian);
        }
    }

    private static double Sample(ReadOnlySpan<byte> bytes, int size, bool isFloat, bool isBigEndian) => size switch
    {
        1 => bytes[0],
        2 => isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        _ when isFloat => isBigEndian ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };
}
