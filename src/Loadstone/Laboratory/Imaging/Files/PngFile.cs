namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>PNG (ISO/IEC 15948): grey, colour and palette pictures without interlacing; transparency is passed over.</summary>
internal sealed class PngFile : ImageFile
{
    private const int HeadLength = 13;

    private readonly int _colorType;
    private readonly byte[] _palette = [];
    private readonly List<(long Offset, int Length)> _data = [];

    /// <summary>The first eight bytes of every file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public PngFile(ImageBytes bytes)
        : base(bytes)
    {
        bytes.IsBigEndian = true;
        (PageCount, long at, long total) = (1, Signature.Length, 0);
        Span<byte> name = stackalloc byte[4];
        for (bool isFirst = true; ; isFirst = false)
        {
            uint length = (uint)bytes.Unsigned(at, 4);
            bytes.Read(at + 4, name);
            if (isFirst && (!name.SequenceEqual("IHDR"u8) || length != HeadLength)) throw bytes.Bad(at, "the first part of the picture is no header (IHDR).");
            if (length > bytes.Length - at - 12) throw bytes.Bad(at, FormattableString.Invariant($"a part of {length} bytes reaches beyond the end at byte {bytes.Length}; the file is cut off or damaged."));
            if (isFirst)
            {
                ulong width = bytes.Unsigned(at + 8, 4), height = bytes.Unsigned(at + 12, 4);
                if (width == 0 || height == 0 || width * height > MostPixels) throw bytes.Bad(at + 8, FormattableString.Invariant($"the picture has {width} × {height} pixels; expected 1 to {MostPixels}."));
                (Width, Height, BitsPerSample, _colorType) = ((int)width, (int)height, (int)bytes.Unsigned(at + 16, 1), (int)bytes.Unsigned(at + 17, 1));
                bool isKnown = _colorType switch { 0 => BitsPerSample is 1 or 2 or 4 or 8 or 16, 3 => BitsPerSample is 1 or 2 or 4 or 8, 2 or 4 or 6 => BitsPerSample is 8 or 16, _ => false };
                if (!isKnown) throw bytes.Bad(at + 16, FormattableString.Invariant($"colour type {_colorType} with {BitsPerSample} bits is none of PNG's."));
                if (bytes.Unsigned(at + 20, 1) != 0) throw bytes.Bad(at + 20, "the picture is interlaced; expected one without interlacing.");
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                if (length > 768) throw bytes.Bad(at, FormattableString.Invariant($"the palette has {length} bytes; expected at most 768."));
                _palette = new byte[768];
                bytes.Read(at + 8, _palette.AsSpan(0, (int)length));
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                _data.Add((at + 8, (int)length));
                total += length;
            }
            else if (name.SequenceEqual("pHYs"u8) && length == 9 && bytes.Unsigned(at + 16, 1) == 1 && bytes.Unsigned(at + 8, 4) is > 0 and ulong perMetre)
            {
                // Fewer than 100 per millimetre are the dots of a screen or a printer, not of a microscope.
                if (perMetre > 100_000) PixelSize = 1.0 / perMetre;
            }
            else if (name.SequenceEqual("IEND"u8)) break;
            at += 12 + length;
        }
        if (_data.Count == 0 || Height * (RowBytes + 1) > total * MostExpansion) throw bytes.Bad(at, FormattableString.Invariant($"{total} bytes of data (IDAT) are too few for {Width} × {Height} pixels."));
        if (_colorType == 3 && _palette.Length == 0) throw bytes.Bad(at, "the picture has no palette (PLTE).");
    }

    private int Channels => _colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private long RowBytes => GreySamples.RowBytes(Width, BitsPerSample, Channels);

    public override void Read(int page, Span<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(page, 0);
        byte[] packed = new byte[_data.Sum(part => (long)part.Length)];
        int filled = 0;
        foreach ((long offset, int length) in _data)
        {
            Bytes.Read(offset, packed.AsSpan(filled, length));
            filled += length;
        }
        int row = (int)RowBytes, step = Math.Max(1, BitsPerSample * Channels / 8);
        byte[] raw = new byte[Height * (row + 1L)];
        int found = Unpacking.Deflate(new MemoryStream(packed), raw);
        if (found < raw.Length) throw Bytes.Bad(_data[0].Offset, FormattableString.Invariant($"the data give {found} bytes before they end or are damaged; expected {raw.Length}."));
        Span<byte> above = new byte[row];
        for (int y = 0; y < Height; y++)
        {
            int filter = raw[y * (row + 1)];
            if (filter > 4) throw Bytes.Bad(_data[0].Offset, FormattableString.Invariant($"row {y + 1} has filter {filter}; expected 0 to 4."));
            Span<byte> line = raw.AsSpan(y * (row + 1) + 1, row);
            Undo(filter, line, above, step);
            above = line;
            Span<double> into = values.Slice(y * Width, Width);
            GreySamples.Decode(line, BitsPerSample, isFloat: false, isBigEndian: true, Channels, _colorType is 2 or 6, into);
            if (_colorType == 3)
            {
                foreach (ref double value in into) GreySamples.Decode(_palette.AsSpan((int)value * 3, 3), 8, isFloat: false, isBigEndian: true, 3, isColor: true, new Span<double>(ref value));
            }
        }
    }

    // Filters predict a byte from the one at the left, the one above and the one at the upper left.
    private static void Undo(int filter, Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int left = i >= step ? line[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            line[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        int a = Math.Abs(estimate - left), b = Math.Abs(estimate - up), c = Math.Abs(estimate - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
