using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>How a TIFF is laid out.</summary>
internal sealed record TiffLayout
{
    public int Bits { get; init; } = 8;
    public bool IsFloat { get; init; }
    public bool IsBigEndian { get; init; }
    public bool IsBig { get; init; }
    public int Compression { get; init; } = 1;
    public int Predictor { get; init; } = 1;
    public int RowsPerStrip { get; init; }
    public int Tile { get; init; }
    public int Channels { get; init; } = 1;
    public int Photometric { get; init; } = 1;
    public string? Description { get; init; }
    public (uint Pixels, uint Per)? Resolution { get; init; }
}

/// <summary>Writes TIFF files of every kind that is read: the tests' counterpart of the reader, and the maker of examples.</summary>
internal sealed class TiffWriter(TiffLayout layout) : IDisposable
{
    private readonly MemoryStream _file = new();

    public static byte[] Write(int width, int height, IReadOnlyList<double[]> pages, TiffLayout layout)
    {
        using var writer = new TiffWriter(layout);
        return writer.Write(width, height, pages);
    }

    public void Dispose() => _file.Dispose();

    private byte[] Write(int width, int height, IReadOnlyList<double[]> pages)
    {
        _file.Write(layout.IsBigEndian ? "MM"u8 : "II"u8);
        Number(layout.IsBig ? 43u : 42u, 2);
        if (layout.IsBig) Number(0x0008_0000UL, 4, isPair: true);
        long link = _file.Position;
        Number(0, layout.IsBig ? 8 : 4);
        foreach (double[] page in pages)
        {
            (long[] offsets, long[] counts) = Blocks(width, height, page);
            var fields = new SortedDictionary<int, (int Type, long[] Values)>
            {
                [256] = (4, [width]),
                [257] = (4, [height]),
                [258] = (3, [.. Enumerable.Repeat((long)layout.Bits, layout.Channels)]),
                [259] = (3, [layout.Compression]),
                [262] = (3, [layout.Photometric]),
                [277] = (3, [layout.Channels]),
                [339] = (3, [layout.IsFloat ? 3 : 1]),
            };
            int wide = layout.IsBig ? 16 : 4;
            if (layout.Tile > 0)
            {
                (fields[322], fields[323]) = ((3, [layout.Tile]), (3, [layout.Tile]));
                (fields[324], fields[325]) = ((wide, offsets), (wide, counts));
            }
            else
            {
                fields[278] = (4, [layout.RowsPerStrip > 0 ? layout.RowsPerStrip : height]);
                (fields[273], fields[279]) = ((wide, offsets), (wide, counts));
            }
            if (layout.Predictor != 1) fields[317] = (3, [layout.Predictor]);
            if (layout.Resolution is { } resolution) (fields[282], fields[296]) = ((5, [resolution.Pixels, resolution.Per]), (3, [layout.Description is null ? 3 : 1]));
            if (layout.Description is { } text) fields[270] = (2, [.. Encoding.UTF8.GetBytes(text + "\0").Select(b => (long)b)]);
            link = Directory(fields, link);
        }
        return _file.ToArray();
    }

    private long Directory(SortedDictionary<int, (int Type, long[] Values)> fields, long link)
    {
        int word = layout.IsBig ? 8 : 4;
        var places = new Dictionary<int, long>();
        foreach ((int tag, (int type, long[] values)) in fields)
        {
            if (values.Length * Size(type) <= word) continue;
            places[tag] = _file.Position;
            foreach (long value in values) Number((ulong)value, Size(type));
        }
        long start = _file.Position;
        _file.Position = link;
        Number((ulong)start, word);
        _file.Position = start;
        Number((ulong)fields.Count, layout.IsBig ? 8 : 2);
        foreach ((int tag, (int type, long[] values)) in fields)
        {
            Number((ulong)tag, 2);
            Number((ulong)type, 2);
            Number((ulong)(type == 5 ? values.Length / 2 : values.Length), word);
            long end = _file.Position + word;
            if (places.TryGetValue(tag, out long place)) Number((ulong)place, word);
            else
            {
                foreach (long value in values) Number((ulong)value, Size(type));
            }
            while (_file.Position < end) _file.WriteByte(0);
        }
        long next = _file.Position;
        Number(0, word);
        return next;
    }

    private (long[] Offsets, long[] Counts) Blocks(int width, int height, double[] page)
    {
        int across = layout.Tile > 0 ? layout.Tile : width, down = layout.Tile > 0 ? layout.Tile : layout.RowsPerStrip > 0 ? layout.RowsPerStrip : height;
        var offsets = new List<long>();
        var counts = new List<long>();
        for (int top = 0; top < height; top += down)
        {
            for (int left = 0; left < width; left += across)
            {
                int rows = layout.Tile > 0 ? down : Math.Min(down, height - top), size = layout.Bits / 8, step = size * layout.Channels;
                byte[] raw = new byte[(int)((long)rows * ((across * layout.Bits * layout.Channels + 7) / 8))];
                int rowBytes = raw.Length / rows;
                for (int y = 0; y < Math.Min(rows, height - top); y++)
                {
                    Span<byte> row = raw.AsSpan(y * rowBytes, rowBytes);
                    for (int x = 0; x < Math.Min(across, width - left) * layout.Channels; x++)
                    {
                        double value = page[((top + y) * width + left) * layout.Channels + x];
                        if (layout.Bits < 8) row[x * layout.Bits / 8] |= (byte)((int)value << (8 - layout.Bits - x * layout.Bits % 8));
                        else Put(row.Slice(x * size, size), layout.IsFloat ? BitConverter.SingleToUInt32Bits((float)value) : (ulong)value);
                    }
                    if (layout.Predictor == 2)
                    {
                        for (int i = rowBytes - size; i >= step; i -= size) Put(row.Slice(i, size), Get(row.Slice(i, size)) - Get(row.Slice(i - step, size)));
                    }
                }
                byte[] packed = layout.Compression switch { 5 => Lzw(raw), 8 or 32946 => Deflate(raw), 32773 => PackBits(raw), _ => raw };
                offsets.Add(_file.Position);
                counts.Add(packed.Length);
                _file.Write(packed);
                if (packed.Length % 2 == 1) _file.WriteByte(0);
            }
        }
        return ([.. offsets], [.. counts]);
    }

    private static byte[] Deflate(byte[] raw)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(raw);
        return packed.ToArray();
    }

    private static byte[] PackBits(byte[] raw)
    {
        var packed = new List<byte>();
        for (int i = 0; i < raw.Length;)
        {
            int run = 1;
            while (run < 128 && i + run < raw.Length && raw[i + run] == raw[i]) run++;
            if (run > 1)
            {
                packed.Add((byte)(1 - run));
                packed.Add(raw[i]);
                i += run;
                continue;
            }
            int count = 1;
            while (count < 128 && i + count < raw.Length && (i + count + 1 >= raw.Length || raw[i + count] != raw[i + count + 1])) count++;
            packed.Add((byte)(count - 1));
            packed.AddRange(raw.AsSpan(i, count));
            i += count;
        }
        return [.. packed];
    }

    private static byte[] Lzw(byte[] raw)
    {
        var packed = new List<byte>();
        uint held = 0;
        int bits = 0, width = 9, next = 258;
        var codes = new Dictionary<(int Prefix, byte Last), int>();
        void Code(int code)
        {
            held = (held << width) | (uint)code;
            for (bits += width; bits >= 8; bits -= 8) packed.Add((byte)(held >> (bits - 8)));
        }
        Code(256);
        int prefix = -1;
        foreach (byte b in raw)
        {
            if (prefix < 0)
            {
                prefix = b;
                continue;
            }
            if (codes.TryGetValue((prefix, b), out int longer))
            {
                prefix = longer;
                continue;
            }
            Code(prefix);
            codes[(prefix, b)] = next++;
            // One code early, as the format has it.
            if (next == (1 << width)) width++;
            if (next == 4094)
            {
                Code(256);
                codes.Clear();
                (next, width) = (258, 9);
            }
            prefix = b;
        }
        if (prefix >= 0) Code(prefix);
        Code(257);
        if (bits > 0) packed.Add((byte)(held << (8 - bits)));
        return [.. packed];
    }

    private static int Size(int type) => type switch { 2 => 1, 3 => 2, 16 => 8, _ => 4 };

    private void Number(ulong value, int size, bool isPair = false)
    {
        if (isPair)
        {
            // Two short numbers: the size of offsets and a zero.
            Number(value >> 16, 2);
            Number(value & 0xFFFF, 2);
            return;
        }
        Span<byte> bytes = stackalloc byte[8];
        Put(bytes[..size], value);
        _file.Write(bytes[..size]);
    }

    private void Put(Span<byte> into, ulong value)
    {
        Span<byte> all = stackalloc byte[8];
        if (layout.IsBigEndian)
        {
            BinaryPrimitives.WriteUInt64BigEndian(all, value);
            all[^into.Length..].CopyTo(into);
        }
        else
        {
            BinaryPrimitives.WriteUInt64LittleEndian(all, value);
            all[..into.Length].CopyTo(into);
        }
    }

    private ulong Get(ReadOnlySpan<byte> from)
    {
        ulong value = 0;
        for (int i = 0; i < from.Length; i++) value |= (ulong)from[i] << (8 * (layout.IsBigEndian ? from.Length - 1 - i : i));
        return value;
    }
}
