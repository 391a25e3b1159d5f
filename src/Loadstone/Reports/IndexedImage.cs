namespace Loadstone.Reports;

/// <summary>A picture of indices, whose colours and meanings a <see cref="PictureKey"/> holds.</summary>
public sealed record IndexedImage
{
    /// <summary>A picture.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="pixels">Index of each pixel, row after row from the top.</param>
    /// <exception cref="ArgumentException">There is no pixel, or the last row is not full.</exception>
    public IndexedImage(int width, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length == 0 || pixels.Length % width != 0)
            throw new ArgumentException(FormattableString.Invariant($"{pixels.Length} pixels make no picture of {width} pixels a row."), nameof(pixels));
        (Width, Height, Content) = (width, pixels.Length / width, pixels);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Index of each pixel, row after row from the top.</summary>
    public ReadOnlySpan<byte> Pixels => Content;

    private byte[] Content { get; }
}
