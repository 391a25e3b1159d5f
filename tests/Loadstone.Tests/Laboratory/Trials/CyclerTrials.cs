using System.Collections.Concurrent;
using Loadstone.Laboratory;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Trials of all analyses of cycler files.</summary>
internal static class CyclerTrials
{
    /// <summary>Each estimate by its name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        .. Named(CyclingTrials.Fading, "fade per cycle", "life at 80 %"),
        ("fade per throughput and mass", FadeTrials.PerThroughput),
        ("fade, share of a renewed electrode", FadeTrials.Renewed),
        .. Named(FadeTrials.Law, "fade at even use", "steepness of fade in ψ"),
        .. Named(CyclingTrials.Rates, "α", "α, errors given", "β", "γ"),
        .. Named(TitrationTrials.Run, "diffusivity", "resistance before diffusion", "resistance at 10 s"),
        .. Named(CurveTrials.Peak, "position of a peak", "height of a peak", "area of a peak"),
        .. Named(CurveTrials.Shoulder, "position of a peak beside another", "height of a peak beside another", "area of a peak beside another"),
        .. Named(CurveTrials.Modes, "positive capacity", "negative capacity", "cyclable lithium"),
        .. Named(CurveTrials.Losses, "LLI", "LAM positive", "LAM negative"),
    ];

    private static IEnumerable<(string, Func<int, Trial>)> Named(Func<int, IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)>> trial, params string[] names)
    {
        // One trial gives several estimates.
        var once = new ConcurrentDictionary<int, Lazy<(string Name, Estimate Estimate, double Truth, double Bound)[]>>();
        return names.Select(name => (name, (Func<int, Trial>)(seed => Of(once.GetOrAdd(seed, s => new([.. trial(s)])).Value.First(t => t.Name == name)))));
    }

    private static Trial Of((string Name, Estimate Estimate, double Truth, double Bound) found) => new(found.Estimate, found.Truth, found.Bound);
}
