using System.Text.Json;
using System.Text.Json.Serialization;
using Loadstone.Formats;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>
/// Runs a ranking packing by packing and keeps what is finished in a file, so that a run that was stopped goes on where it was and ends with the
/// same numbers.
/// </summary>
public sealed class RankingCheckpoint
{
    private static readonly JsonSerializerOptions Layout = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly string? _path;
    private readonly RankingPlan _plan;
    private readonly Dictionary<string, RankedBed[][]> _finished;

    private RankingCheckpoint(RankingPlan plan, string? path, Dictionary<string, RankedBed[][]> finished)
    {
        (_plan, _path, _finished) = (plan, path, finished);
        Packings = [.. from gap in plan.Gaps from share in plan.LargeShares from arrangement in plan.Arrangements select (arrangement, share, gap)];
    }

    /// <summary>The packings: beds of one arrangement, share and gap, which all contact angles share.</summary>
    public IReadOnlyList<(Arrangement Arrangement, double LargeShare, double Gap)> Packings { get; }

    /// <summary>A run of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">File of what is finished; it is made when the first packing is. Null to keep nothing.</param>
    /// <exception cref="InputException">The file cannot be read, or belongs to other settings.</exception>
    public static RankingCheckpoint Open(RankingPlan plan, string? path)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (path is null || !File.Exists(path)) return new RankingCheckpoint(plan, path, []);
        Content content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), Layout) ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException("this is no checkpoint of a ranking, or it is damaged; expected one that this command wrote, or a file that is not there yet.", file: path);
        }
        if (content.Settings != Settings(plan) || content.Packings.Values.Any(angles => angles.Length != plan.ContactAngles.Count || angles.Any(beds => beds.Length != plan.Seeds)))
            throw new InputException("the checkpoint belongs to a run with other settings; expected the same design, seeds, angles and liquid, or another file.", file: path);
        return new RankingCheckpoint(plan, path, content.Packings);
    }

    /// <summary>Makes one bed of every packing, so that what cannot be packed is told before the work begins.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A bed cannot be packed.</exception>
    public void Check(CancellationToken cancellation = default) => ParallelWork.Each(Packings.Count, i => _ = _plan.Bed(Packings[i].Arrangement, Packings[i].LargeShare, Packings[i].Gap, 1), cancellation);

    /// <summary>The cases of a packing, one a contact angle: those of the file, or new ones, which are then written to it.</summary>
    /// <param name="packing">Its place in <see cref="Packings"/>.</param>
    /// <param name="progress">Told the share that is done, from many threads.</param>
    /// <param name="cancellation">Stops the work; what is finished stays in the file.</param>
    /// <exception cref="InputException">A bed cannot be packed.</exception>
    public IReadOnlyList<RankingCase> Run(int packing, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        (Arrangement arrangement, double share, double gap) = Packings[packing];
        string key = FormattableString.Invariant($"{arrangement} {share:r} {gap:r}");
        if (!_finished.TryGetValue(key, out RankedBed[][]? angles))
        {
            var one = ArrangementRanking.Of(_plan with { Arrangements = [arrangement], LargeShares = [share], Gaps = [gap] }, progress, cancellation);
            angles = _finished[key] = [.. one.Cases.Select(each => each.Beds.ToArray())];
            if (_path is not null) AtomicFile.Write(_path, JsonSerializer.Serialize(new Content(Settings(_plan), _finished), Layout) + "\n");
        }
        return [.. angles.Select((beds, k) => new RankingCase(arrangement, share, gap, _plan.ContactAngles[k], beds))];
    }

    // Everything that a bed's numbers hang on, but not which packings are run: a longer list goes on from a shorter one.
    private static string Settings(RankingPlan plan) =>
        JsonSerializer.Serialize(new { plan.Section, plan.Generator, plan.Liquid, plan.Flux, plan.ContactAngles, plan.Seeds, Version = typeof(RankingCheckpoint).Assembly.GetName().Version!.ToString() }, Layout);

    private sealed record Content(string Settings, Dictionary<string, RankedBed[][]> Packings);
}
