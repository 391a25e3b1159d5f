using System.Globalization;
using Loadstone.Laboratory;
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
        foreach ((string of, Func<int, IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)>> trial) in Several)
        {
            if (!of.Contains(word, StringComparison.OrdinalIgnoreCase)) continue;
            foreach ((string name, Coverage found) in Coverage.OfEach(trial, count)) Write($"{of}, {name}", found);
        }
        return 0;
    }

    // Trials that give several estimates each.
    private static IEnumerable<(string Name, Func<int, IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)>> Trial)> Several =>
    [
        ("circuit fit", CircuitTrial.Run), .. PorousTrials.All, ("fit of a design", FitTrials.Run), ("fit of a design, noise that follows itself", FitTrials.RunCorrelated),
        .. RelaxationTrials.Noises.SelectMany(noise => RelaxationTrials.Standards.Select(which =>
            (string.Create(CultureInfo.InvariantCulture, $"relaxation times, {100 * noise} % noise"), (Func<int, IEnumerable<(string, Estimate, double, double)>>)(seed => RelaxationTrials.Run(which, noise, seed))))),
    ];

    private static void Write(string name, Coverage found) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-60}{found.Count,8}{found.Share,9:p1}{found.Width,14:f3}{found.Bias,14:f3}"));

    private static IEnumerable<(string Name, Func<int, Trial> Trial)> Trials =>
    [
        .. TransportTrials.All,
        .. CyclerTrials.All,
        .. VoltammetryTrials.All,
        .. RheometryTrials.All,
        .. CoatingTrials.All,
        .. ResistanceTrials.All,
        .. ImagingTrials.All,
        .. ProfileTrials.All,
        .. MechanicsTrials.All,
        .. PeakTrials.All,
    ];
}
