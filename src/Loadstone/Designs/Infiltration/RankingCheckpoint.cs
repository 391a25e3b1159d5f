using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Loadstone.Formats;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>
/// Runs a ranking bed by bed and keeps what is finished in a file, so that a run that was stopped goes on where it was and ends with the
/// same numbers.
/// </summary>
public sealed class RankingCheckpoint
{
    private static readonly JsonSerializerOptions Layout = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(10);

    private readonly string? _path, _folder;
    private readonly RankingPlan _plan;
    private readonly Dictionary<string, double[][]?[]> _finished;

    private RankingCheckpoint(RankingPlan plan, string? path, string? folder, Dictionary<string, double[][]?[]> finished)
    {
        (_plan, _path, _folder, _finished) = (plan, path, folder, finished);
        Packings = plan.Packings;
    }

    /// <summary>The packings: beds of one arrangement, share and gap, which all contact angles share.</summary>
    public IReadOnlyList<(Arrangement Arrangement, double LargeShare, double Gap)> Packings { get; }

    /// <summary>A run of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">File of what is finished; it is made when the first packing is. Null to keep nothing.</param>
    /// <param name="folder">Folder for the states of beds that take long and are not finished, or null.</param>
    /// <exception cref="InputException">The file cannot be read, or belongs to other settings.</exception>
    public static RankingCheckpoint Open(RankingPlan plan, string? path, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (path is null || !File.Exists(path)) return new RankingCheckpoint(plan, path, folder, []);
        Content content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), Layout) ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException("this is no checkpoint of a ranking, or it is damaged; expected one that this command wrote, or a file that is not there yet.", file: path);
        }
        if (content.Settings != Settings(plan) || content.Packings.Values.Any(beds => beds.Length != plan.Seeds || beds.Any(bed => bed is not null && !Fits(bed, plan.Measure))))
            throw new InputException("the checkpoint belongs to a run with other settings; expected the same design, seeds and options of the flow, or another file.", file: path);
        return new RankingCheckpoint(plan, path, folder, content.Packings);
    }

    /// <summary>Makes one bed of every packing, so that what cannot be packed or filled is told before the work begins.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A bed cannot be packed, or not be filled so.</exception>
    public void Check(CancellationToken cancellation = default) => ParallelWork.Each(Packings.Count, i => _plan.Measure.Check(Bed(i, 0)), cancellation);

    /// <summary>Packs and fills all beds that are not finished, on all processors.</summary>
    /// <param name="progress">Told of each packing, by its place in <see cref="Packings"/>, the share that is done; from many threads, one at a time.</param>
    /// <param name="cancellation">Stops the work; what is finished stays in the file.</param>
    /// <exception cref="InputException">A bed cannot be packed, or not be filled so.</exception>
    public ArrangementRanking Run(Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        double[][]?[][] beds = [.. Packings.Select(packing => _finished.GetValueOrDefault(Key(packing)) ?? new double[][]?[_plan.Seeds])];
        double[][] done = [.. beds.Select(of => of.Select(bed => bed is null ? 0.0 : 1).ToArray())];
        var saved = Stopwatch.StartNew();
        var writing = new Lock();
        for (int packing = 0; packing < beds.Length; packing++)
        {
            if (beds[packing].All(bed => bed is not null)) progress?.Invoke(packing, 1);
        }
        (int Packing, int Seed)[] open = [.. from packing in Enumerable.Range(0, beds.Length) from seed in Enumerable.Range(0, _plan.Seeds) where beds[packing][seed] is null select (packing, seed)];
        try
        {
            ParallelWork.Each(open.Length, index => Fill(open[index].Packing, open[index].Seed), cancellation, open.Length == 0 ? -1 : _plan.Measure.AtOnce(Bed(open[0].Packing, open[0].Seed)));
        }
        finally
        {
            if (beds.Any(of => of.Any(bed => bed is not null))) Save();
        }
        if (_folder is not null) StudyFillings.Remove(_folder);
        return ArrangementRanking.Of(_plan, beds!);

        void Fill(int packing, int seed)
        {
            double[][] figures = _plan.Measure.Of(Bed(packing, seed), _folder, share => Tell(packing, seed, Math.Min(share, 0.999)), cancellation);
            lock (writing)
            {
                beds[packing][seed] = figures;
                if (saved.Elapsed > BetweenSaves || beds[packing].All(bed => bed is not null)) Save();
            }
            Tell(packing, seed, 1);
        }

        void Tell(int packing, int seed, double share)
        {
            if (progress is null) return;
            lock (writing)
            {
                done[packing][seed] = share;
                progress(packing, done[packing].Average());
            }
        }

        void Save()
        {
            if (_path is null) return;
            for (int i = 0; i < beds.Length; i++)
            {
                if (beds[i].Any(bed => bed is not null)) _finished[Key(Packings[i])] = beds[i];
            }
            AtomicFile.Write(_path, JsonSerializer.Serialize(new Content(Settings(_plan), _finished), Layout) + "\n");
            saved.Restart();
        }
    }

    private DiscBed Bed(int packing, int seed) => _plan.Bed(Packings[packing].Arrangement, Packings[packing].LargeShare, Packings[packing].Gap, seed + 1);

    private static bool Fits(double[][] bed, RankingMeasure measure) => bed.Length == measure.ContactAngles.Count && bed.All(figures => figures.Length == measure.Figures.Count);

    private static string Key((Arrangement Arrangement, double LargeShare, double Gap) packing) => FormattableString.Invariant($"{packing.Arrangement} {packing.LargeShare:r} {packing.Gap:r}");

    // Everything that a bed's numbers hang on, but not which packings are run: a longer list goes on from a shorter one.
    private static string Settings(RankingPlan plan) =>
        JsonSerializer.Serialize(new { plan.Section, plan.Generator, Measure = plan.Measure.Settings, plan.Seeds, Version = typeof(RankingCheckpoint).Assembly.GetName().Version!.ToString() }, Layout);

    private sealed record Content(string Settings, Dictionary<string, double[][]?[]> Packings);
}
