using System.IO.Compression;

namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>The lossless packings of pictures. Each fills what it is given and no more, and returns how many bytes it could write.</summary>
internal static class Unpacking
{
    private const int Clear = 256, End = 257, MostCodes = 4096;

    /// <summary>Deflate with a zlib header (RFC 1950).</summary>
    public static int Deflate(Stream packed, Span<byte> raw)
    {
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
        int done = 0;
        try
        {
            while (done < raw.Length && zlib.Read(raw[done..]) is > 0 and int count) done += count;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // What came out before the damage says how far it went.
        }
        return done;
    }

    /// <summary>Runs of bytes (TIFF 6.0, section 9).</summary>
    public static int PackBits(ReadOnlySpan<byte> packed, Span<byte> raw)
    {
        int at = 0, done = 0;
        while (done < raw.Length && at < packed.Length)
        {
            int head = (sbyte)packed[at++];
            if (head >= 0)
            {
                int count = Math.Min(Math.Min(head + 1, raw.Length - done), packed.Length - at);
                packed.Slice(at, count).CopyTo(raw[done..]);
                at += head + 1;
                done += count;
            }
            else if (head != -128 && at < packed.Length)
            {
                int count = Math.Min(1 - head, raw.Length - done);
                raw.Slice(done, count).Fill(packed[at++]);
                done += count;
            }
        }
        return done;
    }

    /// <summary>LZW with codes of 9 to 12 bits, highest bit first, the width growing one code early (TIFF 6.0, section 13).</summary>
    public static int Lzw(ReadOnlySpan<byte> packed, Span<byte> raw)
    {
        // A code stands for a piece of what was written already: where it begins and how long it is.
        Span<int> starts = stackalloc int[MostCodes], lengths = stackalloc int[MostCodes];
        int next = End + 1, width = 9, done = 0, previous = -1, previousStart = 0;
        uint held = 0;
        int heldBits = 0, at = 0;
        while (done < raw.Length)
        {
            while (heldBits < width)
            {
                if (at == packed.Length) return done;
                held = (held << 8) | packed[at++];
                heldBits += 8;
            }
            int code = (int)(held >> (heldBits - width)) & ((1 << width) - 1);
            heldBits -= width;
            if (code == End) return done;
            if (code == Clear)
            {
                (next, width, previous) = (End + 1, 9, -1);
                continue;
            }
            if (code > next || (code == next && previous < 0)) return done;
            // The new entry is the piece before and the first byte of this one, which stand side by side in the result.
            int previousLength = previous < 0 ? 0 : previous < Clear ? 1 : lengths[previous];
            if (previous >= 0 && next < MostCodes) (starts[next], lengths[next]) = (previousStart, previousLength + 1);
            else if (code == next) return done;
            int here = done;
            if (code < Clear) raw[done++] = (byte)code;
            else
            {
                // Byte by byte: an entry may reach into what it is just writing.
                int count = Math.Min(lengths[code], raw.Length - done);
                for (int i = 0, from = starts[code]; i < count; i++) raw[done++] = raw[from + i];
            }
            if (previous >= 0 && next < MostCodes) next++;
            if (next == (1 << width) - 1 && width < 12) width++;
            (previous, previousStart) = (code, here);
        }
        return done;
    }
}
