using Loadstone.Laboratory.Imaging.Files;

namespace Loadstone.Laboratory.Imaging.Micrographs;

/// <summary>A picture with its scale.</summary>
/// <param name="Source">The file.</param>
/// <param name="Grey">Grey values, larger is brighter, row after row from the top.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixel">Side of a pixel [m].</param>
public sealed record Micrograph(string Source, double[] Grey, int Width, int Height, Estimate Pixel)
{
    /// <summary>Grey values, larger is brighter, row after row from the top.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than pixels.</exception>
    public double[] Grey { get; } = Grey.Length == Width * Height ? Grey : throw new ArgumentException("There must be one grey value for each pixel.", nameof(Grey));

    /// <summary>Reads a file.</summary>
    /// <param name="path">A PNG, or a TIFF of one page.</param>
    /// <param name="pixel">Side of a pixel [m], or null for the file's.</param>
    /// <exception cref="InputException">It cannot be read, has several pages, or its scale is in neither.</exception>
    public static Micrograph Load(string path, Estimate? pixel)
    {
        using ImageFile file = ImageFile.Open(path);
        if (file.PageCount > 1) throw new InputException(FormattableString.Invariant($"the file has {file.PageCount} pages; expected one picture. A stack is for loadstone analyse image."), file: path);
        Estimate scale = pixel ?? (file.PixelSize is { } own ? Estimate.Exact(own) : throw new InputException("the picture does not tell its scale; expected --scale, the side of a pixel, such as --scale \"0.05 µm\".", file: path));
        double[] grey = new double[file.Width * file.Height];
        file.Read(0, grey);
        foreach (ref double value in grey.AsSpan())
        {
            if (!double.IsFinite(value)) throw new InputException("a pixel is no finite number.", file: path);
            if (file.IsWhiteZero) value = -value;
        }
        return new Micrograph(path, grey, file.Width, file.Height, scale);
    }

    /// <summary>Grey value between pixels, linear along both sides; coordinates of the middles of pixels are whole numbers.</summary>
    internal double At(double x, double y)
    {
        int left = Math.Clamp((int)Math.Floor(x), 0, Math.Max(0, Width - 2)), top = Math.Clamp((int)Math.Floor(y), 0, Math.Max(0, Height - 2));
        int right = Math.Min(left + 1, Width - 1), bottom = Math.Min(top + 1, Height - 1);
        double u = Math.Clamp(x - left, 0, 1), v = Math.Clamp(y - top, 0, 1);
        return (1 - v) * ((1 - u) * Grey[top * Width + left] + u * Grey[top * Width + right]) + v * ((1 - u) * Grey[bottom * Width + left] + u * Grey[bottom * Width + right]);
    }

    /// <summary>A length in pixels as one of the thing, with the errors of both.</summary>
    internal Estimate Length(Estimate pixels)
    {
        double value = pixels.Value * Pixel.Value, own = pixels.StandardError * Pixel.Value, scale = pixels.Value * Pixel.StandardError;
        // Effective degrees of freedom of a sum of two variances (Welch and Satterthwaite); the scale's error is taken as known.
        double freedom = own > 0 ? pixels.DegreesOfFreedom * Math.Pow((own * own + scale * scale) / (own * own), 2) : pixels.DegreesOfFreedom;
        return new Estimate(value, Math.Sqrt(own * own + scale * scale), freedom);
    }
}

/// <summary>A rectangle of a picture in pixels.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PixelArea(int Left, int Top, int Width, int Height)
{
    /// <summary>All of a picture.</summary>
    public static PixelArea Of(Micrograph picture) => new(0, 0, picture.Width, picture.Height);

    /// <summary>The area itself if it lies in a picture.</summary>
    /// <exception cref="InputException">It does not.</exception>
    internal PixelArea Within(Micrograph picture) => Left >= 0 && Top >= 0 && Width > 0 && Height > 0 && Left + Width <= picture.Width && Top + Height <= picture.Height ? this
        : throw new InputException(FormattableString.Invariant($"the area from ({Left}, {Top}) to ({Left + Width}, {Top + Height}) does not lie in the picture of {picture.Width} × {picture.Height} pixels."), file: picture.Source);
}
