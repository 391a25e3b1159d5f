using Loadstone.Laboratory.Imaging.Files;

namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>How a stack's grey values are read as phases.</summary>
/// <param name="Phases">Phases by their values; empty where a threshold tells them, or every value is a phase.</param>
/// <param name="Threshold">Values up to it are the phase <c>dark</c>, others <c>bright</c>; NaN for Otsu's; null for none.</param>
/// <param name="Voxel">Size of a voxel along x, y, z [m], or null for the file's.</param>
public sealed record StackSettings(IReadOnlyList<Phase> Phases, double? Threshold = null, (double X, double Y, double Z)? Voxel = null);

/// <summary>Reads segmented stacks.</summary>
public static class StackFile
{
    private const int MostPhases = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="path">A TIFF of two pages or more.</param>
    /// <param name="settings">How its values are read.</param>
    /// <exception cref="InputException">It cannot be read, has one page, is not segmented, or holds a value of no phase.</exception>
    public static VoxelStack Load(string path, StackSettings settings)
    {
        using ImageFile file = ImageFile.Open(path);
        if (file.PageCount < 2) throw new InputException("the file has one page; expected a stack. A single picture is for loadstone analyse micrograph.", file: path);
        long voxels = (long)file.Width * file.Height * file.PageCount;
        if (voxels > VoxelStack.MostVoxels) throw new InputException(FormattableString.Invariant($"the stack has {file.Width} × {file.Height} × {file.PageCount} voxels; expected at most {VoxelStack.MostVoxels}: crop or bin it."), file: path);
        (double X, double Y, double Z) voxel = settings.Voxel
            ?? (file.PixelSize is { } pixel ? (pixel, pixel, file.PageSpacing ?? pixel) : throw new InputException("the stack does not tell the size of a voxel; expected --voxel, such as --voxel \"0.1 µm\".", file: path));
        IReadOnlyList<Phase> phases = settings.Phases.Count > 0 ? settings.Phases : Found(file, settings.Threshold);

        byte[] labels = new byte[voxels];
        double[] page = new double[file.Width * file.Height];
        for (int z = 0; z < file.PageCount; z++)
        {
            file.Read(z, page);
            Span<byte> into = labels.AsSpan(z * page.Length, page.Length);
            double last = double.NaN;
            byte label = 0;
            for (int i = 0; i < page.Length; i++)
            {
                // Neighbours are mostly alike.
                if (page[i] != last) (last, label) = (page[i], Label(page[i], phases, file, i, z));
                into[i] = label;
            }
        }
        return new VoxelStack(path, labels, file.Width, file.Height, file.PageCount, phases, voxel.X, voxel.Y, voxel.Z);
    }

    private static byte Label(double value, IReadOnlyList<Phase> phases, ImageFile file, int i, int z)
    {
        for (int p = 0; p < phases.Count; p++)
        {
            if (phases[p].Holds(value)) return (byte)p;
        }
        throw new InputException(FormattableString.Invariant($"the voxel x = {i % file.Width}, y = {i / file.Width}, z = {z} has the value {value:g6}, which is of no phase; expected {string.Join(", ", phases)}. If the stack is not segmented, split it with --threshold."), file: file.Source);
    }

    private static IReadOnlyList<Phase> Found(ImageFile file, double? threshold)
    {
        if (threshold is { } given && double.IsFinite(given)) return Split(given);
        GreyHistogram histogram = GreyHistogram.Of(file);
        double[] values = [.. histogram.Occupied.Take(MostPhases + 1)];
        if (values.Length == 1) throw new InputException(FormattableString.Invariant($"all voxels have the value {values[0]:g6}; expected two phases or more."), file: file.Source);
        if (threshold is not null) return Split(histogram.OtsuThreshold());
        if (values.Length > MostPhases)
        {
            throw new InputException(FormattableString.Invariant($"the stack has more than {MostPhases} grey values ({histogram.Occupied.First():g6} to {histogram.Occupied.Last():g6}): it is not segmented. ")
                + FormattableString.Invariant($"Segment it, or split it with --threshold otsu (here {histogram.OtsuThreshold():g6}), --threshold VALUE, or ranges such as --phase pore=0..{histogram.OtsuThreshold():g6}."), file: file.Source);
        }
        return [.. values.Select(v => new Phase(FormattableString.Invariant($"value {v:g6}"), v, v))];
    }

    private static Phase[] Split(double threshold) => [new("dark", double.NegativeInfinity, threshold), new("bright", Math.BitIncrement(threshold), double.PositiveInfinity)];
}
