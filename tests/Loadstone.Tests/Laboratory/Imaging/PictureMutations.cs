using System.Diagnostics;
using Loadstone.Laboratory.Imaging.Files;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>Damaged pictures, and whether reading one ends as it may: with an error that a person can use, or with pixels.</summary>
internal static class PictureMutations
{
    private const int Width = 24, Height = 18, MostMutations = 4, LongestPiece = 40;
    private const long MostMemory = 64L << 20;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly byte[][] Seeds =
    [
        .. ((int[])[1, 5, 8, 32773]).SelectMany(compression => (TiffLayout[])
        [
            new TiffLayout { Compression = compression, RowsPerStrip = 5, Predictor = 2, Bits = 16 },
            new TiffLayout { Compression = compression, Tile = 16, IsBigEndian = true, IsBig = true },
        ]).Select(layout => TiffWriter.Write(Width, Height, [Page(1), Page(2), Page(3)], layout)),
        TiffWriter.Write(Width, Height, [Page(1)], new TiffLayout { Bits = 32, IsFloat = true, Description = "ImageJ=1\nunit=micron\nspacing=2", Resolution = (3, 1) }),
        PngWriter.Write(Width, 8, 0, Page(1)),
        PngWriter.Write(Width, 4, 3, [.. Page(2).Select(v => v % 16)], new byte[48]),
    ];

    /// <summary>Reads the file of a seed; null if it ended well, what went wrong otherwise.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="path">A file to use; written over.</param>
    public static string? Try(int seed, string path)
    {
        var random = new Random(seed);
        var bytes = new List<byte>(Seeds[seed % Seeds.Length]);
        for (int m = 1 + random.Next(MostMutations); m > 0 && bytes.Count > 0; m--) Mutate(bytes, random);
        File.WriteAllBytes(path, [.. bytes]);
        var watch = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using ImageFile file = ImageFile.Open(path);
            double[] page = new double[Math.Min(file.Width * (long)file.Height, 1 << 20)];
            // A page above a million pixels can lie in so short a file only when it is packed; it is opened but not read here.
            for (int i = 0; i < file.PageCount && file.Width * (long)file.Height <= page.Length; i++) file.Read(i, page);
        }
        catch (InputException e)
        {
            if (string.IsNullOrWhiteSpace(e.Problem)) return $"seed {seed}: an error without words";
        }
#pragma warning disable CA1031 // A crash of any kind is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"seed {seed}: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}";
        }
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        if (taken > MostMemory) return $"seed {seed}: took {taken >> 20} MB for a file of {bytes.Count} bytes";
        return watch.Elapsed > Limit ? $"seed {seed}: took {watch.Elapsed.TotalSeconds:f0} s" : null;
    }

    private static double[] Page(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Width * Height).Select(i => (double)(i % 30 < 12 ? 7 : random.Next(256)))];
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count), length = Math.Min(1 + random.Next(LongestPiece), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes[random.Next(Math.Min(bytes.Count, 16))] = (byte)random.Next(256); break;
            case 3:
                // Directories stand at the end: sizes and counts of fields.
                at = bytes.Count - 1 - random.Next(Math.Min(bytes.Count, 400));
                for (int i = at; i < Math.Min(at + 4, bytes.Count); i++) bytes[i] = (byte)random.Next(256);
                break;
            case 4: bytes.RemoveRange(at, length); break;
            case 5: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            default:
                for (int i = 0; i < length; i++) bytes[at + i] = (byte)(length % 2 == 0 ? 0 : 0xFF);
                break;
        }
    }
}
