using System.Globalization;

namespace Loadstone.Wetting;

/// <summary>Beds of discs as CSV: <c>x_um,y_um,r_um</c>, a row a disc, y upwards from the bottom of the box.</summary>
public static class BedFile
{
    private const double Micrometre = 1e-6;
    private static readonly string[] Header = ["x_um", "y_um", "r_um"];

    /// <summary>Whether a file begins with the header of a bed.</summary>
    /// <param name="path">The file.</param>
    public static bool Recognises(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault() is { } first && first.TrimStart('\uFEFF').StartsWith("x_um", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Reads a bed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width of the box [m].</param>
    /// <param name="height">Height of the box [m].</param>
    /// <exception cref="InputException">It cannot be read, a field is no number, or the discs make no bed in that box.</exception>
    public static DiscBed Load(string path, double width, double height)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the packing cannot be read: {e.Message}", file: path);
        }
        var discs = new List<Disc>();
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            string[] fields = line.Split(',');
            if (fields[0].Trim().Equals(Header[0], StringComparison.OrdinalIgnoreCase)) continue;
            if (fields.Length != 3) throw new InputException($"the row has {fields.Length} fields; expected {string.Join(", ", Header)}.", file: path, line: i + 1);
            double[] numbers = new double[3];
            for (int k = 0; k < 3; k++)
            {
                if (!double.TryParse(fields[k], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[k]) || !double.IsFinite(numbers[k]))
                    throw new InputException($"\"{fields[k].Trim()}\" is no finite number of micrometres.", Header[k], path, i + 1, k + 1);
            }
            discs.Add(new Disc(numbers[0] * Micrometre, numbers[1] * Micrometre, numbers[2] * Micrometre));
        }
        if (discs.Count == 0) throw new InputException($"no disc stands in the file; expected rows of {string.Join(", ", Header)}.", file: path);
        return DiscBed.Of(width, height, discs, path);
    }

    /// <summary>Writes a bed so that reading it gives the same discs.</summary>
    public static void Write(DiscBed bed, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(bed);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Header) + "\n");
        foreach (Disc disc in bed.Discs)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{disc.X / Micrometre:r},{disc.Y / Micrometre:r},{disc.Radius / Micrometre:r}\n"));
    }
}
