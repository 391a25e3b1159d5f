using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Wetting;

namespace Loadstone.Cli.Infiltration;

/// <summary>What a person asked <c>loadstone wet</c> for.</summary>
/// <param name="Parsed">The command line.</param>
/// <param name="File">The design document or packing file.</param>
/// <param name="Folder">Folder for the results, or null.</param>
/// <param name="Beds">The options that say which beds.</param>
/// <param name="Display">Shows how far the work is.</param>
/// <param name="Cancellation">Stops the work.</param>
internal sealed record WetTask(ParseResult Parsed, string File, string? Folder, BedOptions Beds, CaseDisplay Display, CancellationToken Cancellation)
{
    /// <summary>What stands after an option, or its default.</summary>
    public T Value<T>(Option<T> option) => Parsed.GetValue(option)!;

    /// <summary>Fills the beds of all arrangements beside each other and reports each arrangement.</summary>
    /// <param name="usualSeeds">Beds of each variant unless told.</param>
    /// <param name="fill">Fills all beds, telling of each, by its place, the share that is done; results in the same order.</param>
    /// <param name="report">The report of an arrangement, by its name and the results of its beds.</param>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public WetOutcome FillAll<T>(int usualSeeds, Func<IReadOnlyList<DiscBed>, Action<int, double>, IReadOnlyList<T>> fill, Func<string, IReadOnlyList<T>, LaboratoryResult> report)
    {
        (string Name, IReadOnlyList<DiscBed> Beds)[] sets = [.. Beds.Sets(this, usualSeeds).Select(set => (set.Name, set.Make()))];
        IReadOnlyList<T> results = Display.Together([.. sets.SelectMany(set => set.Beds.Select((_, i) => FormattableString.Invariant($"{set.Name}, bed {i + 1}")))],
            told => fill([.. sets.SelectMany(set => set.Beds)], told));
        int at = 0;
        var reports = new List<LaboratoryResult>();
        foreach ((string name, IReadOnlyList<DiscBed> beds) in sets)
        {
            reports.Add(report(name, [.. results.Skip(at).Take(beds.Count)]));
            at += beds.Count;
        }
        return new WetOutcome(reports);
    }
}
