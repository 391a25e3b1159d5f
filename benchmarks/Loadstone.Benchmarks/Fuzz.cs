using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Loadstone.Benchmarks;

/// <summary>Damaged instrument files, read to their end: <c>-- fuzz [COUNT] [FIRST SEED]</c> for text, <c>-- fuzz-binary</c> for binary ones; the exit code is 0 when none crashes or hangs.</summary>
internal static class Fuzz
{
    private const int Shown = 20;

    /// <summary>Tries them on all cores and prints what went wrong.</summary>
    /// <param name="arguments">Count and first seed.</param>
    /// <param name="tryOne">Reads the file of a seed, written to a path; null if that ended well.</param>
    public static int Run(string[] arguments, Func<int, string, string?> tryOne)
    {
        int count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        int first = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 0;
        var failures = new ConcurrentBag<string>();
        var watch = Stopwatch.StartNew();
        Parallel.For(first, first + count, Path.GetTempFileName, (seed, _, path) =>
        {
            if (tryOne(seed, path) is { } failure) failures.Add(failure);
            return path;
        }, File.Delete);
        Console.WriteLine($"{count} damaged files in {watch.Elapsed.TotalSeconds:f0} s: {failures.Count} crashes, hangs or infinities");
        foreach (string failure in failures.Order().Take(Shown)) Console.WriteLine(failure);
        return failures.IsEmpty ? 0 : 1;
    }
}
