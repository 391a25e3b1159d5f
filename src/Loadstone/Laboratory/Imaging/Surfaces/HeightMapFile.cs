using Loadstone.Laboratory.Imaging.Files;

namespace Loadstone.Laboratory.Imaging.Surfaces;

/// <summary>Reads height maps: pictures (TIFF, PNG) whose grey is a height, and text: a matrix, an ESRI grid or points x, y, z.</summary>
public static class HeightMapFile
{
    private const int MostBytes = 1 << 30;

    /// <summary>Reads a file; what it is, is told by its content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">What the file leaves out; it goes before what the file says.</param>
    /// <exception cref="InputException">It cannot be read, or a length that is needed is in neither.</exception>
    public static HeightMap Load(string path, HeightMapSettings settings)
    {
        byte[] start = new byte[8];
        long length;
        try
        {
            using FileStream stream = File.OpenRead(path);
            int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            length = stream.Length;
            start = start[..count];
            // TIFF in either byte order, and PNG.
            if (start.AsSpan().StartsWith("II"u8) || start.AsSpan().StartsWith("MM\0"u8) || start.AsSpan().StartsWith(PngFile.Signature)) return Picture(path, settings);
            if (length > MostBytes) throw new InputException(FormattableString.Invariant($"the text has {length} bytes; expected at most {MostBytes}."), file: path);
            if (start.AsSpan().Contains((byte)0)) throw new InputException("the file is neither text nor a TIFF or PNG picture; expected a height map.", file: path);
            return HeightText.Parse(File.ReadAllText(path), path, settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the height map cannot be read: {e.Message}", file: path);
        }
    }

    private static HeightMap Picture(string path, HeightMapSettings settings)
    {
        using ImageFile file = ImageFile.Open(path);
        if (file.PageCount > 1) throw new InputException(FormattableString.Invariant($"the picture has {file.PageCount} pages; expected one page of heights."), file: path);
        double pixel = settings.Pixel ?? file.PixelSize ?? throw new InputException("the picture does not tell the size of a pixel; expected --pixel, such as --pixel \"0.5 µm\".", file: path);
        double level = settings.Level ?? throw new InputException($"a picture does not tell heights; expected --level, the height of {(file.IsFloat ? "the value 1" : "one grey level")}, such as --level \"1 nm\".", file: path);
        double[] values = new double[file.Width * file.Height];
        file.Read(0, values);
        double[,] heights = new double[file.Height, file.Width];
        // Pictures begin at the top, grids at the bottom.
        for (int i = 0; i < values.Length; i++) heights[file.Height - 1 - i / file.Width, i % file.Width] = level * values[i];
        return new HeightMap(path, heights, pixel, pixel);
    }
}
