using System.Diagnostics;
using Loadstone.Cells;
using Loadstone.Cli.Commands;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Cli;

/// <summary>Times of the bare solve when a protocol is simulated several times, the set-up of the model apart.</summary>
/// <param name="Sorted">Times from the shortest to the longest, one or more.</param>
/// <param name="Work">Counts of the last solve.</param>
internal sealed record SolveTimes(IReadOnlyList<TimeSpan> Sorted, SolverStatistics Work)
{
    // Enough to change every number of the solution, too little to change what is solved.
    private const double ChangeOfArea = 1e-12;

    /// <summary>Solves several times, each time from the initial state and with an area changed in its last digits, so that nothing can be reused.</summary>
    public static SolveTimes Measure(ChosenCell chosen, Protocol protocol, double stateOfCharge, int count, CancellationToken cancellation)
    {
        var times = new List<TimeSpan>(count);
        SolverStatistics? work = null;
        for (int k = 1; k <= count; k++)
        {
            Cell cell = chosen.Cell with { Area = chosen.Cell.Area * (1 + k * ChangeOfArea) };
            var simulation = new Simulation(cell, chosen.Mesh, stateOfCharge: stateOfCharge);
            long start = Stopwatch.GetTimestamp();
            SimulationResult result = simulation.Run(protocol, cancellation: cancellation);
            times.Add(Stopwatch.GetElapsedTime(start));
            work = result.Statistics;
        }
        times.Sort();
        return new SolveTimes(times, work!);
    }

    /// <summary>In one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Sorted.Count} repeats, bare solve: minimum {Sorted[0].TotalMilliseconds:g4} ms, median {Median.TotalMilliseconds:g4} ms, maximum {Sorted[^1].TotalMilliseconds:g4} ms; {Work.Steps} time steps, {Work.NewtonIterations} Newton iterations, {Work.Factorisations} factorisations.");

    private TimeSpan Median => (Sorted[(Sorted.Count - 1) / 2] + Sorted[Sorted.Count / 2]) / 2;
}
