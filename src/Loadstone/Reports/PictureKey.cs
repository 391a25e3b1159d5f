using System.Globalization;

namespace Loadstone.Reports;

/// <summary>What pixels of one index show.</summary>
/// <param name="Label">Its name in the key: <c>trapped air</c>.</param>
/// <param name="Color">Its colour as #rrggbb.</param>
/// <param name="StripeColor">Colour of stripes across it, so that it can be told without colours, or null for none.</param>
public sealed record PictureClass(string Label, string Color, string? StripeColor = null);

/// <summary>Colours and meanings of the indices of an <see cref="IndexedImage"/>: a scale for a quantity, classes for what has none, or both.</summary>
public sealed class PictureKey
{
    /// <summary>Most classes that a key can hold.</summary>
    public const int MostClasses = 8;

    // Indices: colours of the scale from the low to the high end, then the classes, then their stripes.
    private const int Levels = 256 - 2 * MostClasses, FirstStripe = Levels + MostClasses;

    /// <summary>A key.</summary>
    /// <param name="classes">The classes; eight at most.</param>
    /// <param name="scale">Quantity of the scale with its unit, and its values at the ends; or null for none.</param>
    /// <exception cref="ArgumentException">There are too many classes, a colour is none, or the scale does not rise.</exception>
    public PictureKey(IReadOnlyList<PictureClass> classes, MapSide? scale = null)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count > MostClasses) throw new ArgumentException(FormattableString.Invariant($"{classes.Count} classes were given; a key holds {MostClasses}."), nameof(classes));
        (Classes, Scale) = (classes, scale?.Range());
        ScaleLabel = scale?.Label ?? "";
        for (int level = 0; level < Levels; level++) ColorScale.At(level / (Levels - 1.0)).CopyTo(Colors.AsSpan(3 * level));
        for (int k = 0; k < classes.Count; k++)
        {
            Write(Levels + k, classes[k].Color);
            Write(FirstStripe + k, classes[k].StripeColor ?? classes[k].Color);
        }
    }

    /// <summary>The classes.</summary>
    public IReadOnlyList<PictureClass> Classes { get; }

    /// <summary>The scale's values, or null.</summary>
    internal AxisScale? Scale { get; }

    /// <summary>The scale's quantity with its unit.</summary>
    internal string ScaleLabel { get; }

    /// <summary>Red, green and blue of each index.</summary>
    internal byte[] Colors { get; } = new byte[3 * 256];

    /// <summary>Indices of the scale's colours from high to low.</summary>
    internal static byte[] Bar => [.. Enumerable.Range(0, Levels).Select(i => (byte)(Levels - 1 - i))];

    /// <summary>Index of pixels of a class.</summary>
    /// <param name="index">Its place in <see cref="Classes"/>.</param>
    public static byte OfClass(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MostClasses);
        return (byte)(Levels + index);
    }

    /// <summary>Index of pixels of a value; values beyond the scale take its ends' colours.</summary>
    /// <param name="value">A value, not NaN.</param>
    /// <exception cref="InvalidOperationException">The key has no scale.</exception>
    public byte OfValue(double value) =>
        (byte)Math.Clamp((Scale ?? throw new InvalidOperationException("This key has no scale.")).Fraction(value) * Levels, 0, Levels - 1);

    /// <summary>Whether a picture shows a class.</summary>
    internal static bool Shows(IndexedImage image, int index) => image.Pixels.Contains(OfClass(index));

    /// <summary>The pixels with the stripes of their classes, each so many pixels wide.</summary>
    internal byte[] Striped(IndexedImage image, int band)
    {
        byte[] pixels = image.Pixels.ToArray();
        for (int i = 0; i < pixels.Length; i++)
        {
            int row = i / image.Width, column = i % image.Width, one = pixels[i] - Levels;
            if (one >= 0 && one < Classes.Count && Classes[one].StripeColor is not null && (row + column) / band % 2 == 1) pixels[i] += MostClasses;
        }
        return pixels;
    }

    private void Write(int index, string color)
    {
        if (color is not ['#', ..] || color.Length != 7 || !int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb))
            throw new ArgumentException($"\"{color}\" is no colour; expected #rrggbb.");
        (Colors[3 * index], Colors[3 * index + 1], Colors[3 * index + 2]) = ((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
    }
}
