namespace Loadstone.Reports;

/// <summary>Draws an <see cref="IndexedImage"/> over a plane, with its key beside it.</summary>
public static class Picture
{
    /// <summary>The drawing.</summary>
    /// <param name="name">File name without extension.</param>
    /// <param name="title">Heading of the drawing.</param>
    /// <param name="image">The picture.</param>
    /// <param name="key">What its indices mean; classes that it does not show are left out.</param>
    /// <param name="x">The side along a row.</param>
    /// <param name="y">The side along a column, upwards.</param>
    /// <param name="toScale">Whether both sides are lengths in one unit, drawn to one scale.</param>
    /// <param name="caption">A sentence or two below the drawing, or null.</param>
    /// <exception cref="ArgumentException">A side does not rise.</exception>
    public static Drawing Draw(string name, string title, IndexedImage image, PictureKey key, MapSide x, MapSide y, bool toScale = true, string? caption = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(key);
        var layout = new PictureLayout(key, [.. Enumerable.Range(0, key.Classes.Count).Where(k => PictureKey.Shows(image, k))], x, y, toScale);
        return new Drawing(name, title, layout.Render(title, image), caption);
    }
}
