namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>
/// A picture or a stack of pictures of one size, read page by page: TIFF (baseline and its common extensions) and PNG, recognised by content.
/// Not safe for several threads at once.
/// </summary>
public abstract class ImageFile : IDisposable
{
    /// <summary>Most pixels of one page.</summary>
    public const int MostPixels = 1 << 27;

    // No run-length, dictionary or entropy code that is read here makes more bytes out of one.
    private protected const long MostExpansion = 4096;

    /// <summary>The file.</summary>
    public string Source => Bytes.Source;

    /// <summary>Pixels in a row, x.</summary>
    public int Width { get; private protected init; }

    /// <summary>Rows, y, counted downwards.</summary>
    public int Height { get; private protected init; }

    /// <summary>Pages, z.</summary>
    public int PageCount { get; private protected init; }

    /// <summary>Bits of a sample.</summary>
    public int BitsPerSample { get; private protected init; }

    /// <summary>Whether samples are floating-point numbers instead of unsigned integers.</summary>
    public bool IsFloat { get; private protected init; }

    /// <summary>Whether 0 is shown white: what is dark on the screen has large values.</summary>
    public bool IsWhiteZero { get; private protected init; }

    /// <summary>Side of a pixel [m] as the file tells it, or null.</summary>
    public double? PixelSize { get; private protected init; }

    /// <summary>Distance of two pages [m] as the file tells it, or null.</summary>
    public double? PageSpacing { get; private protected init; }

    private protected ImageBytes Bytes { get; }

    private protected ImageFile(ImageBytes bytes) => Bytes = bytes;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read, is neither TIFF nor PNG, or uses a part of them that is not supported.</exception>
    public static ImageFile Open(string path)
    {
        ImageBytes bytes = ImageBytes.Open(path);
        try
        {
            Span<byte> start = stackalloc byte[8];
            start = start[..(int)Math.Min(8, bytes.Length)];
            bytes.Read(0, start);
            if (start.StartsWith("II"u8) || start.StartsWith("MM"u8)) return new TiffFile(bytes);
            if (start.StartsWith(PngFile.Signature)) return new PngFile(bytes);
            throw new InputException($"the file begins with {Convert.ToHexString(start)}; expected a TIFF (II or MM) or PNG picture.", file: path);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Grey values of a page, row after row from the top; colours give their luma (ITU-R BT.601), palettes of TIFF their index.</summary>
    /// <param name="page">Page, from 0.</param>
    /// <param name="values">Result, <see cref="Width"/> · <see cref="Height"/> values as they are stored.</param>
    /// <exception cref="InputException">The page is damaged.</exception>
    public abstract void Read(int page, Span<double> values);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Bytes.Dispose();
        GC.SuppressFinalize(this);
    }
}
