using System.Collections.Concurrent;
using System.Diagnostics;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Zones;

namespace Loadstone.Designs.Runs;

/// <summary>How a document is run.</summary>
public sealed record RunOptions
{
    /// <summary>Names of the variants to run; null for all of them.</summary>
    public IReadOnlyList<string>? Variants { get; init; }

    /// <summary>Resolution in place of the document's; null to keep that.</summary>
    public MeshSettings? Mesh { get; init; }

    /// <summary>Variants that run at the same time.</summary>
    public int MaxParallelism { get; init => field = Math.Max(1, value); } = Environment.ProcessorCount;
}

/// <summary>How far a run is. Told from the thread of the variant, several at a time.</summary>
/// <param name="Variant">Index of the variant among those that run.</param>
/// <param name="Name">Its name.</param>
/// <param name="Step">Steps of the variant that are done.</param>
/// <param name="StepCount">Steps of all protocols of the variant.</param>
/// <param name="Text">The step that is being run; empty when the variant is finished.</param>
public readonly record struct RunProgress(int Variant, string Name, int Step, int StepCount, string Text);

/// <summary>Runs a design document end to end: every variant built, then every protocol simulated.</summary>
public static class DesignRunner
{
    /// <summary>Builds the variants that are to be run, and so finds whatever is wrong with them before any work is done.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">Which variants; null for all.</param>
    /// <exception cref="InputException">A variant is not known, cannot be built, cannot rest at its cut-offs, or has nothing to run.</exception>
    public static IReadOnlyList<BuiltDesign> Build(DesignDocument document, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        BuiltDesign[] built = [.. Choose(document, options?.Variants).Select(DesignBuilder.Build)];
        foreach (BuiltDesign design in built)
        {
            if (design.Design.Run.Count == 0)
                throw new InputException($"\"{design.Design.Name}\" has nothing to run; expected a rate test or a protocol, such as \"run\": [ {{ \"rateTest\": [\"0.1C\", \"1C\"] }} ].", "run");
            _ = CellBalance.PotentialsAt(design.Cell, 1);
        }
        return built;
    }

    /// <summary>Builds and runs a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told at every step of every variant, from several threads, or null.</param>
    /// <param name="cancellation">Stops the run between two time steps; the variants that are finished are kept.</param>
    /// <exception cref="InputException">The document cannot be run; see <see cref="Build"/>.</exception>
    public static RunOutcome Run(DesignDocument document, RunOptions? options = null, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Run(document, Build(document, options), options, progress, cancellation);
    }

    /// <summary>Runs designs that <see cref="Build"/> made.</summary>
    /// <inheritdoc cref="Run(DesignDocument, RunOptions?, IProgress{RunProgress}?, CancellationToken)"/>
    /// <param name="document">The document that they are of.</param>
    /// <param name="designs">The designs.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told at every step of every variant, from several threads, or null.</param>
    /// <param name="cancellation">Stops the run between two time steps; the variants that are finished are kept.</param>
    public static RunOutcome Run(DesignDocument document, IReadOnlyList<BuiltDesign> designs, RunOptions? options = null,
        IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(designs);
        options ??= new RunOptions();
        var watch = Stopwatch.StartNew();
        var finished = new ConcurrentDictionary<int, VariantOutcome>();
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellation };
            Parallel.For(0, designs.Count, parallel, i =>
            {
                finished[i] = RunVariant(i, designs[i], options.Mesh ?? designs[i].Design.Mesh, progress, cancellation);
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What is finished is kept, and the outcome names the rest.
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            // The same, told by several variants at once.
        }
        return new RunOutcome
        {
            Name = document.Name,
            Description = document.Description,
            Variants = [.. finished.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            NotFinished = [.. designs.Where((_, i) => !finished.ContainsKey(i)).Select(design => design.Design.Name)],
            WallTime = watch.Elapsed,
        };
    }

    /// <summary>The variants with some names, in the order of the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">The names; null or empty for all variants.</param>
    /// <exception cref="InputException">A variant is not known; the message names the nearest.</exception>
    public static IReadOnlyList<Design> Choose(DesignDocument document, IReadOnlyList<string>? names)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (names is null or { Count: 0 }) return document.Variants;
        string[] known = [.. document.Variants.Select(variant => variant.Name)];
        foreach (string name in names)
        {
            if (known.Contains(name)) continue;
            string hint = NearestName.Find(name, known) is { } near ? $"did you mean \"{near}\"? " : "";
            throw new InputException($"No variant is named \"{name}\"; {hint}Known: {string.Join(", ", known.Select(k => $"\"{k}\""))}.");
        }
        return [.. document.Variants.Where(variant => names.Contains(variant.Name))];
    }

    private static VariantOutcome RunVariant(int index, BuiltDesign built, MeshSettings mesh, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        string name = built.Design.Name;
        int stepCount = built.Design.Run.Sum(protocol => protocol.Steps.Count), before = 0;
        var uniform = built.ZonedCell is null ? new Simulation(built.Cell, mesh) : null;
        var zoned = built.ZonedCell is null ? null : new ZonedSimulation(built.ZonedCell, mesh);
        var protocols = new List<ProtocolOutcome>();
        foreach (Protocol protocol in built.Design.Run)
        {
            uniform?.SetRest(1);
            zoned?.SetRest(1);
            int done = before;
            var steps = progress is null ? null : new StepProgress(now => progress.Report(new RunProgress(index, name, done + now.StepNumber - 1, stepCount, now.Step.Text)));
            if (zoned?.Run(protocol, steps, cancellation: cancellation) is { } zones)
                protocols.Add(new ProtocolOutcome(protocol, zones.Whole) { Zones = zones.Zones });
            else
                protocols.Add(new ProtocolOutcome(protocol, uniform!.Run(protocol, steps, cancellation: cancellation)));
            before += protocol.Steps.Count;
        }
        EnergyVariant? energy = EnergyOf(built, mesh, cancellation, out string? noEnergy);
        progress?.Report(new RunProgress(index, name, stepCount, stepCount, ""));
        return new VariantOutcome
        {
            Built = built,
            Mesh = mesh,
            Protocols = protocols,
            Rates = RunOutcomeRates.Of(built, protocols),
            Energy = energy,
            Warnings = [.. MakingWarnings(built), .. protocols.SelectMany(Warnings), .. noEnergy is null ? energy?.Warnings.Select(warning => $"pouch: {warning}") ?? [] : [noEnergy]],
            WallTime = watch.Elapsed,
        };
    }

    private static IEnumerable<string> MakingWarnings(BuiltDesign built) =>
        ((ElectrodeStructure?[])[built.Positive, built.Negative]).SelectMany(electrode => electrode?.Making?.Warnings ?? []);

    // The rates stand without the account of the pouch: what is wrong with that is a warning.
    private static EnergyVariant? EnergyOf(BuiltDesign built, MeshSettings mesh, CancellationToken cancellation, out string? problem)
    {
        problem = null;
        if (built.Design.Pouch is null) return null;
        try
        {
            return EnergyRunner.Run(built, new EnergyOptions { Mesh = mesh }, cancellation);
        }
        catch (InputException e)
        {
            problem = $"no energy of the pouch: {e.Message}";
            return null;
        }
    }

    private static IEnumerable<string> Warnings(ProtocolOutcome run)
    {
        StepResult last = run.Result.Steps[^1];
        if (!run.Result.IsComplete)
            yield return $"{run.Protocol.Name}: ended at step {run.Result.Steps.Count} of {run.Protocol.Steps.Count}, {last.Step.Text}: {last.EndText}.";
    }

    // Reports on the thread that simulates, in order.
    private sealed class StepProgress(Action<SimulationProgress> report) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => report(value);
    }
}
