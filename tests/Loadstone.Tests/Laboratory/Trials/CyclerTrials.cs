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
        .. Named(CurveTrials.Peak, "position of a peak", "height of a peak"),
        .. Named(CurveTrials.Modes, "positive capacity", "negative capacity", "cyclable lithium"),
    ];

    private static IEnumerable<(string, Func<int, Trial>)> Named(Func<int, IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)>> trial, params string[] names) =>
        names.Select(name => (name, (Func<int, Trial>)(seed => Of(trial(seed).First(t => t.Name == name)))));

    private static Trial Of((string Name, Estimate Estimate, double Truth, double Bound) found) => new(found.Estimate, found.Truth, found.Bound);
}
