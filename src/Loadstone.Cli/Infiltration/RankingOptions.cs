using System.CommandLine;
using Loadstone.Designs.Infiltration;
using Loadstone.Wetting;

namespace Loadstone.Cli.Infiltration;

/// <summary>The options that make a ranking of arrangements out of a filling.</summary>
internal sealed class RankingOptions(CheckpointOption checkpoint)
{
    private readonly Option<string?> _ratios = new("--ratios") { Description = "Ratios of large to small particles by volume, for a ranking of arrangements of the design's two sizes.", HelpName = "\"3:7, 5:5, 7:3\"" };
    private readonly Option<string?> _arrangements = new("--arrangements") { Description = $"Arrangements of a ranking, the first letter at the foil: {string.Join(", ", Names)}. [default: L-S, Mix, S-L]", HelpName = "\"L-S, S-L\"" };

    private static IEnumerable<string> Names => Enum.GetValues<Arrangement>().Select(arrangement => arrangement.ShortName());

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_ratios, _arrangements, checkpoint.Option];

    /// <summary>Whether a ranking was asked for, by ratios, arrangements or several gaps.</summary>
    /// <exception cref="InputException">A gap is no length above 0.</exception>
    public bool IsAsked(WetTask task) => task.Parsed.Has(_ratios) || task.Parsed.Has(_arrangements) || task.Beds.Gaps(task.Parsed).Count > 1;

    /// <summary>Runs the ranking.</summary>
    /// <param name="task">What was asked for.</param>
    /// <param name="measure">How beds are filled.</param>
    /// <param name="usualSeeds">Beds of each packing unless told.</param>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public WetOutcome Run(WetTask task, RankingMeasure measure, int usualSeeds)
    {
        RankingPlan plan = task.Beds.Complete(task, new RankingPlan { Measure = measure }, usualSeeds);
        if (task.Parsed.GetValue(_ratios) is { } ratios) plan = plan with { LargeShares = RankingText.LargeShares(ratios, _ratios.Name) };
        if (task.Parsed.GetValue(_arrangements) is { } names) plan = plan with { Arrangements = RankingText.Arrangements(names, _arrangements.Name) };
        var run = RankingCheckpoint.Open(plan, checkpoint.File(task), checkpoint.Folder(task));
        run.Check(task.Cancellation);
        ArrangementRanking ranking = task.Display.Together(
            [.. run.Packings.Select(p => FormattableString.Invariant($"{p.Arrangement.ShortName()} {RankingReport.Ratio(p.LargeShare)}, {p.Gap * 1e6:g4} µm"))],
            told => run.Run(told, task.Cancellation));
        return new WetOutcome(RankingReport.Results(ranking), RankingReport.Overview(ranking));
    }
}
