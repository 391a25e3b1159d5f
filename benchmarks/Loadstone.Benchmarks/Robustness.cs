using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Loadstone.Electrochemistry;
using Loadstone.Tests.Electrochemistry;

namespace Loadstone.Benchmarks;

/// <summary>
/// Many random designs and protocols: how they end, whether anything crashes, hangs or is no number, and how well lithium is kept.
/// <c>-- robustness [COUNT] [FIRST SEED]</c>; the exit code is 0 when at least 99.9 % are sound and none crashes, hangs or gives NaN.
/// </summary>
internal static class Robustness
{
    private const double RequiredShare = 0.999;
    private const double AcceptedDrift = 1e-9;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    private sealed record Outcome(int Seed, string End, bool Sound, bool Grave, double Drift, double Seconds, string Detail);

    /// <summary>Runs them on all cores and prints what came of it.</summary>
    public static int Run(string[] arguments)
    {
        int count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000;
        int first = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 0;
        var outcomes = new ConcurrentBag<Outcome>();
        var watch = Stopwatch.StartNew();
        Parallel.For(first, first + count, seed =>
        {
            if (Try(seed) is { } outcome) outcomes.Add(outcome);
        });
        return Report([.. outcomes.OrderBy(outcome => outcome.Seed)], count, watch.Elapsed);
    }

    private static Outcome? Try(int seed)
    {
        using var limit = new CancellationTokenSource(TimeLimit);
        var watch = Stopwatch.StartNew();
        Outcome Failed(string end, string detail) => new(seed, end, Sound: false, Grave: true, 0, watch.Elapsed.TotalSeconds, detail);
        try
        {
            if (RandomDesigns.Draw(seed) is not { } design) return null;
            var simulation = new Simulation(design.Cell, RandomDesigns.Mesh, stateOfCharge: design.StateOfCharge);
            SimulationResult result = simulation.Run(design.Protocol, cancellation: limit.Token);
            StepResult last = result.Steps[^1];
            string detail = $"step {result.Steps.Count}, {last.Step.Text}: {last.EndText}";
            if (!result.Steps.All(step => step.Series.Voltage.Concat(step.Series.Current).All(double.IsFinite))) return Failed("NaN", detail);
            bool ended = last.End is not (StepEnd.SolverStopped or StepEnd.TimeLimit);
            bool kept = result.LithiumDrift <= AcceptedDrift;
            string end = kept ? last.End.ToString() : $"lithium changed by {result.LithiumDrift:g2}";
            return new Outcome(seed, end, ended && kept, !kept, result.LithiumDrift, watch.Elapsed.TotalSeconds, detail);
        }
        catch (OperationCanceledException)
        {
            return Failed("hang", $"not done after {TimeLimit.TotalSeconds:g} s");
        }
#pragma warning disable CA1031 // A crash of any kind is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failed("crash", $"{e.GetType().Name}: {e.Message}");
        }
    }

    private static int Report(Outcome[] outcomes, int drawn, TimeSpan time)
    {
        Console.WriteLine($"{drawn} seeds, {outcomes.Length} designs that can be balanced, {time.TotalSeconds:f0} s");
        foreach (var group in outcomes.GroupBy(outcome => outcome.End).OrderByDescending(group => group.Count()))
        {
            Console.WriteLine($"{group.Count(),8}  {group.Key}{(group.First().Sound ? "" : "  (failure)")}");
        }
        int sound = outcomes.Count(outcome => outcome.Sound);
        Console.WriteLine($"sound: {100.0 * sound / outcomes.Length:f3} %; largest change of lithium {outcomes.Max(o => o.Drift):g2}; slowest {outcomes.Max(o => o.Seconds):f2} s (seed {outcomes.MaxBy(o => o.Seconds)!.Seed})");
        foreach (Outcome failure in outcomes.Where(outcome => !outcome.Sound))
        {
            Console.WriteLine($"  seed {failure.Seed}: {failure.End}; {failure.Detail}");
        }
        return sound >= RequiredShare * outcomes.Length && !outcomes.Any(outcome => outcome.Grave) ? 0 : 1;
    }
}
