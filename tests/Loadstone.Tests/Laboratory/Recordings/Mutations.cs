using System.Diagnostics;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings;

/// <summary>Damaged instrument files, and whether reading one ends as it may: with rows, or with an error that a person can use.</summary>
internal static class Mutations
{
    private const int MostMutations = 6, LongestPiece = 64;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly byte[] Awkward = [0, (byte)'\n', (byte)'\r', (byte)',', (byte)';', (byte)'\t', (byte)'"', (byte)'.', (byte)'e', (byte)'-', (byte)':', (byte)'/', (byte)'9', (byte)'(', 0xFF, 0xFE, 0xC2, 0xB0];

    /// <summary>The damaged file of a seed.</summary>
    public static byte[] Draw(int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>(SyntheticFiles.All[seed % SyntheticFiles.All.Count].Content);
        for (int m = 1 + random.Next(MostMutations); m > 0 && bytes.Count > 0; m--) Mutate(bytes, random);
        return [.. bytes];
    }

    /// <summary>Reads the file of a seed; null if it ended well, what went wrong otherwise.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="path">A file to use; written over.</param>
    public static string? Try(int seed, string path)
    {
        File.WriteAllBytes(path, Draw(seed));
        var watch = Stopwatch.StartNew();
        try
        {
            using RecordReader reader = InstrumentFile.Open(path);
            RecordBatch batch = reader.NewBatch(16);
            while (reader.Read(batch))
            {
                for (int c = 0; c < batch.ColumnCount; c++)
                {
                    foreach (double value in batch[c]) if (double.IsInfinity(value)) return $"seed {seed}: infinite {reader.Columns[c].Label}";
                }
                if (watch.Elapsed > Limit) return $"seed {seed}: hangs";
            }
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

    private static void Mutate(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count), length = Math.Min(1 + random.Next(LongestPiece), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes[at] = Awkward[random.Next(Awkward.Length)]; break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            case 5: bytes.InsertRange(at, Enumerable.Range(0, length).Select(_ => Awkward[random.Next(Awkward.Length)]).ToArray()); break;
            case 6: bytes.InsertRange(at, "NaN,1e999,-inf,--5,99999999999999999999999,"u8.ToArray()); break;
            case 7: Replace(bytes, Awkward[random.Next(Awkward.Length)], Awkward[random.Next(Awkward.Length)]); break;
            default: bytes.AddRange(bytes.GetRange(0, bytes.Count)); break;
        }
    }

    private static void Replace(List<byte> bytes, byte old, byte other)
    {
        for (int i = 0; i < bytes.Count; i++)
        {
            if (bytes[i] == old) bytes[i] = other;
        }
    }
}
