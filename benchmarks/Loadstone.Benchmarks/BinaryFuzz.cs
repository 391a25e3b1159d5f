using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Loadstone.Tests.Laboratory.Recordings.Binary;

namespace Loadstone.Benchmarks;

/// <summary>Damaged binary instrument files, read to their end: <c>-- fuzz-binary [COUNT] [FIRST SEED]</c>; the exit code is 0 when each ends as it may.</summary>
internal static class BinaryFuzz
{
    private const int Shown = 20;

    /// <summary>Tries them on all cores and prints what went wrong.</summary>
    public static int Run(string[] arguments)
    {
        int count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        int first = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 0;
        var failures = new ConcurrentBag<string>();
        var watch = Stopwatch.StartNew();
        Parallel.For(first, first + count, Path.GetTempFileName, (seed, _, path) =>
        {
            if (BinaryMutations.Try(seed, path) is { } failure) failures.Add(failure);
            return path;
        }, File.Delete);
        Console.WriteLine($"{count} damaged binary files in {watch.Elapsed.TotalSeconds:f0} s: {failures.Count} crashes, hangs or values passed on in silence");
        foreach (string failure in failures.Order().Take(Shown)) Console.WriteLine(failure);
        return failures.IsEmpty ? 0 : 1;
    }
}
