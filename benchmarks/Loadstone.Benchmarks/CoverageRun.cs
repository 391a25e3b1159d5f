using System.Globalization;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Benchmarks;

/// <summary><c>coverage [N] [WORD]</c>: N seeded trials of every analysis, or of those whose names hold a word; how often the 95 % intervals hold the truth, and how wide they are.</summary>
internal static class CoverageRun
{
    private const int StandardCount = 1000;

    public static int Run(string[] args)
    {
        string word = args is [_, var part, ..] ? part : "";
        int count = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : StandardCount;
        Console.WriteLine($"{"analysis",-60}{"trials",8}{"hold",9}{"width/bound",14}{"bias/scatter",14}");
        foreach ((string name, Func<int, Trial> trial) in Trials)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) Write(name, Coverage.Of(trial, count));
        }
        if (!"circuit fit".Contains(word, StringComparison.OrdinalIgnoreCase)) return 0;
        foreach ((string name, Coverage found) in Coverage.OfEach(CircuitTrial.Run, count)) Write("circuit fit, " + name, found);
        return 0;
    }

    private static void Write(string name, Coverage found) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-60}{found.Count,8}{found.Share,9:p1}{found.Width,14:f3}{found.Bias,14:f3}"));

    private static IEnumerable<(string Name, Func<int, Trial> Trial)> Trials =>
        [.. TransportTrials.All, .. RheometryTrials.All, .. CyclerTrials.All, .. VoltammetryTrials.All, ("fit of a design, diffusivity", FitTrials.DiffusivityFactor), ("fit of a design, contact resistance", FitTrials.ContactResistance)];
}
