namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>Size and kind of a page's pixels.</summary>
internal sealed record PixelFormat(int Width, int Height, int Bits, bool IsFloat, int Channels, bool IsColor)
{
    public override string ToString() => FormattableString.Invariant($"{Width} × {Height} pixels of {Bits} bits{(IsFloat ? " (float)" : "")}{(Channels > 1 ? FormattableString.Invariant($" in {Channels} channels") : "")}");
}

/// <summary>One page of a TIFF file.</summary>
internal sealed class TiffPage
{
    private readonly ImageBytes _bytes;
    private readonly TiffDirectory _directory;
    private readonly int _compression, _predictor, _blockWidth, _blockHeight;
    private readonly bool _isTiled;

    /// <summary>Checks what the directory says; nothing of the page's size is allocated yet.</summary>
    public TiffPage(ImageBytes bytes, TiffDirectory directory)
    {
        (_bytes, _directory) = (bytes, directory);
        int width = Side(TiffTag.ImageWidth), height = Side(TiffTag.ImageLength);
        if ((long)width * height > ImageFile.MostPixels) throw directory.Unsupported(TiffTag.ImageWidth, width, FormattableString.Invariant($"at most {ImageFile.MostPixels} pixels a page, not {width} × {height}"));
        int bits = (int)Of(TiffTag.BitsPerSample, 1, "samples of 1, 2, 4, 8, 16 or 32 bits", 1, 2, 4, 8, 16, 32);
        long photometric = Of(TiffTag.PhotometricInterpretation, 1, "grey (0, 1), RGB (2) or palette (3)", 0, 1, 2, 3);
        int channels = (int)directory.Number(TiffTag.SamplesPerPixel, 1);
        bool isColor = photometric == 2;
        if (channels is < 1 or > 4 || (isColor && channels < 3) || (bits < 8 && channels > 1)) throw directory.Unsupported(TiffTag.SamplesPerPixel, channels, isColor ? "3 or 4 samples a pixel in colour" : "1 sample a pixel in grey");
        bool isFloat = Of(TiffTag.SampleFormat, 1, "unsigned integers (1) or 32-bit floating-point numbers (3)", 1, 3, 4) == 3;
        if (isFloat && bits != 32) throw directory.Unsupported(TiffTag.BitsPerSample, bits, "32 bits for floating-point samples");
        if (channels > 1) Of(TiffTag.PlanarConfiguration, 1, "samples of a pixel side by side (1)", 1);
        if (bits < 8) Of(TiffTag.FillOrder, 1, "the highest bit first (1)", 1);
        _compression = (int)Of(TiffTag.Compression, 1, "none (1), LZW (5), Deflate (8, 32946) or PackBits (32773)", 1, 5, 8, 32946, 32773);
        _predictor = (int)Of(TiffTag.Predictor, 1, isFloat ? "no predictor (1) for floating-point samples" : "none (1) or horizontal (2)", isFloat || bits < 8 ? [1] : [1, 2]);
        Format = new PixelFormat(width, height, bits, isFloat, channels, isColor);
        IsWhiteZero = photometric == 0;
        _isTiled = directory.Has(TiffTag.TileWidth);
        _blockWidth = _isTiled ? Side(TiffTag.TileWidth) : width;
        _blockHeight = _isTiled ? Side(TiffTag.TileLength) : (int)Math.Clamp(directory.Number(TiffTag.RowsPerStrip, height), 1, height);
        long most = (long)width * height * 4 + (1 << 20);
        if (BlockBytes > most) throw directory.Unsupported(TiffTag.TileWidth, _blockWidth, FormattableString.Invariant($"tiles not much larger than the page, not {_blockWidth} × {_blockHeight}"));
    }

    public PixelFormat Format { get; }

    public bool IsWhiteZero { get; }

    public double PixelsPerUnit => _directory.Rational(TiffTag.XResolution);

    public long ResolutionUnit => _directory.Number(TiffTag.ResolutionUnit, 2);

    /// <summary>Bytes of the page unpacked.</summary>
    public long RawBytes => Format.Height * GreySamples.RowBytes(Format.Width, Format.Bits, Format.Channels);

    private long RowBytes => GreySamples.RowBytes(_blockWidth, Format.Bits, Format.Channels);

    private long BlockBytes => RowBytes * _blockHeight;

    public void Read(Span<double> values)
    {
        int across = (Format.Width + _blockWidth - 1) / _blockWidth, down = (Format.Height + _blockHeight - 1) / _blockHeight;
        long[] offsets = _directory.Numbers(_isTiled ? TiffTag.TileOffsets : TiffTag.StripOffsets, across * down);
        long[] counts = _directory.Has(TiffTag.StripByteCounts) || _isTiled ? _directory.Numbers(_isTiled ? TiffTag.TileByteCounts : TiffTag.StripByteCounts, across * down)
            : _compression == 1 ? [.. offsets.Select(_ => BlockBytes)] : throw _directory.Unsupported(TiffTag.Compression, _compression, "a tag 279 StripByteCounts beside it");
        byte[] block = new byte[BlockBytes];
        byte[] packed = [];
        for (int k = 0; k < offsets.Length; k++)
        {
            int top = k / across * _blockHeight, left = k % across * _blockWidth;
            int rows = Math.Min(_blockHeight, Format.Height - top), columns = Math.Min(_blockWidth, Format.Width - left);
            // The last strip ends with the picture, the last tiles do not.
            Span<byte> raw = block.AsSpan(0, (int)(RowBytes * (_isTiled ? _blockHeight : rows)));
            if (_compression == 1)
            {
                if (counts[k] < raw.Length) throw _bytes.Bad(offsets[k], FormattableString.Invariant($"a block holds {counts[k]} bytes; expected {raw.Length} for {_blockWidth} × {rows} pixels."));
                _bytes.Read(offsets[k], raw);
            }
            else
            {
                // No packing makes data twice as long: what stands behind does not belong to the block.
                int length = (int)Math.Min(counts[k], 2L * raw.Length + 1024);
                if (length > _bytes.Length) throw _bytes.Bad(offsets[k], FormattableString.Invariant($"a block of {counts[k]} bytes cannot lie in a file of {_bytes.Length} bytes."));
                if (packed.Length < length) packed = new byte[length];
                _bytes.Read(offsets[k], packed.AsSpan(0, length));
                Unpack(packed, length, raw, offsets[k]);
            }
            for (int row = 0; row < rows; row++)
            {
                Span<byte> line = raw.Slice((int)(row * RowBytes), (int)RowBytes);
                if (_predictor == 2) Undo(line);
                GreySamples.Decode(line, Format.Bits, Format.IsFloat, _bytes.IsBigEndian, Format.Channels, Format.IsColor, values.Slice((top + row) * Format.Width + left, columns));
            }
        }
    }

    private void Unpack(byte[] packed, int length, Span<byte> raw, long offset)
    {
        int found = _compression switch
        {
            5 => Unpacking.Lzw(packed.AsSpan(0, length), raw),
            32773 => Unpacking.PackBits(packed.AsSpan(0, length), raw),
            _ => Unpacking.Deflate(new MemoryStream(packed, 0, length), raw),
        };
        if (found < raw.Length) throw _bytes.Bad(offset, FormattableString.Invariant($"a packed block (tag 259 Compression is {_compression}) gives {Math.Max(found, 0)} bytes before it ends or is damaged; expected {raw.Length}."));
    }

    // Horizontal differences back to values, sample by sample.
    private void Undo(Span<byte> line)
    {
        int size = Format.Bits / 8, step = size * Format.Channels;
        for (int i = step; i + size <= line.Length; i += size)
        {
            ulong sum = _bytes.Unsigned(line.Slice(i, size)) + _bytes.Unsigned(line.Slice(i - step, size));
            for (int b = 0; b < size; b++) line[i + b] = (byte)(sum >> (8 * (_bytes.IsBigEndian ? size - 1 - b : b)));
        }
    }

    private int Side(TiffTag tag) => _directory.Number(tag) is > 0 and <= ImageFile.MostPixels and long side ? (int)side : throw _directory.Unsupported(tag, _directory.Number(tag), FormattableString.Invariant($"1 to {ImageFile.MostPixels} pixels"));

    private long Of(TiffTag tag, long standard, string expected, params ReadOnlySpan<long> allowed)
    {
        long value = _directory.Number(tag, standard);
        return allowed.Contains(value) ? value : throw _directory.Unsupported(tag, value, expected);
    }
}
