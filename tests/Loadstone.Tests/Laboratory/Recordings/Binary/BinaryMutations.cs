using System.Diagnostics;
using System.IO.Compression;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>
/// Damaged binary files, and whether reading one ends as it may: with an error that a person can use, or with rows of which
/// those that cannot be right are told.
/// </summary>
internal static class BinaryMutations
{
    private const int Rows = 60, MostMutations = 5, LongestPiece = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly byte[][] Seeds =
    [
        .. ((int[])[0, 2, 3, 11]).Select(version => BinaryFile.Written(s => MprWriter.Write(s, Rows, version))),
        BinaryFile.Written(s => MprWriter.Write(s, Rows, unknown: [700, 701], hasCurrent: false)),
        .. ((bool[])[false, true]).Select(hasThermometer => BinaryFile.Written(s => NdaWriter.Write29(s, Rows, hasThermometer))),
        .. ((bool[])[false, true]).Select(hasThermometer => BinaryFile.Written(s => NdaWriter.Write90(s, Rows, hasThermometer))),
        .. ((bool[])[false, true]).Select(hasThermometer => BinaryFile.Written(s => NdaWriter.Write91(s, Rows, hasThermometer))),
        .. ((int[])[2, 5, 11, 14, 16, 17]).Select(version => BinaryFile.Written(s => NdaxWriter.Write(s, Rows, version, 3, CompressionLevel.NoCompression))),
        BinaryFile.Written(s => NdaxWriter.Write(s, Rows, 14)),
    ];

    /// <summary>The damaged file of a seed.</summary>
    public static byte[] Draw(int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>(Seeds[seed % Seeds.Length]);
        for (int m = 1 + random.Next(MostMutations); m > 0 && bytes.Count > 0; m--) Mutate(bytes, random);
        return [.. bytes];
    }

    /// <summary>Reads the file of a seed; null if it ended well, what went wrong otherwise.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="path">A file to use; written over.</param>
    public static string? Try(int seed, string path)
    {
        byte[] bytes = Draw(seed);
        File.WriteAllBytes(path, bytes);
        var watch = Stopwatch.StartNew();
        long rows = 0;
        bool isOdd = false;
        try
        {
            using RecordReader reader = InstrumentFile.Open(path);
            RecordBatch batch = reader.NewBatch(16);
            while (reader.Read(batch))
            {
                rows += batch.Count;
                for (int c = 0; c < batch.ColumnCount; c++)
                {
                    foreach (double value in batch[c])
                    {
                        if (double.IsInfinity(value)) return $"seed {seed}: infinite {reader.Columns[c].Label}";
                        isOdd |= IsOdd(reader.Columns[c], value);
                    }
                }
                if (watch.Elapsed > Limit) return $"seed {seed}: hangs";
            }
            if (rows > bytes.Length) return $"seed {seed}: {rows} rows from {bytes.Length} bytes";
            if (isOdd && reader.Notes.Count == 0) return $"seed {seed}: values that cannot be right are not told";
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
        return watch.Elapsed > Limit ? $"seed {seed}: took {watch.Elapsed.TotalSeconds:f0} s" : null;
    }

    private static bool IsOdd(RecordColumn column, double value) =>
        (column == RecordColumns.Voltage && Math.Abs(value) > 1e4) || (column == RecordColumns.Current && Math.Abs(value) > 1e6) ||
        (column == RecordColumns.TestTime && value is < 0 or > 1e10) || (column == RecordColumns.Temperature1 && value is < 0 or > 1e4);

    private static void Mutate(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count), length = Math.Min(1 + random.Next(LongestPiece), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: Overwrite(bytes, at, Math.Min(length, 8), random); break;
            case 3: Overwrite(bytes, random.Next(Math.Min(bytes.Count, 1100)), 4, random); break;
            case 4: bytes.RemoveRange(at, length); break;
            case 5: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 6: bytes.RemoveRange(at, bytes.Count - at); break;
            case 7:
                for (int i = 0; i < length; i++) bytes[at + i] = (byte)(length % 2 == 0 ? 0 : 0xFF);
                break;
            default: bytes.AddRange(bytes.GetRange(0, bytes.Count)); break;
        }
    }

    private static void Overwrite(List<byte> bytes, int at, int length, Random random)
    {
        for (int i = at; i < Math.Min(at + length, bytes.Count); i++) bytes[i] = (byte)random.Next(256);
    }
}
