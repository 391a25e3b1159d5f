using System.CommandLine;
using System.Globalization;
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

    /// <summary>Whether a ranking was asked for, by more than one of anything.</summary>
    /// <exception cref="InputException">An option of rankings was given where none was asked for.</exception>
    public bool IsAsked(WetTask task, IReadOnlyList<double> angles)
    {
        bool isAsked = task.Parsed.Has(_ratios) || task.Parsed.Has(_arrangements) || angles.Count > 1 || task.Beds.Gaps(task.Parsed).Count > 1;
        if (!isAsked && task.Parsed.Has(checkpoint.Option)) throw new InputException("only a ranking keeps a checkpoint; expected --ratios, or several gaps or angles.", file: checkpoint.Option.Name);
        return isAsked;
    }

    /// <summary>Runs the ranking.</summary>
    /// <param name="task">What was asked for.</param>
    /// <param name="plan">Angles, liquid and flux.</param>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public WetOutcome Run(WetTask task, RankingPlan plan)
    {
        plan = task.Beds.Complete(task, plan);
        if (task.Parsed.GetValue(_ratios) is { } ratios) plan = plan with { LargeShares = [.. ratios.Split(',', StringSplitOptions.TrimEntries).Select(Share).Distinct().Order()] };
        if (task.Parsed.GetValue(_arrangements) is { } names) plan = plan with { Arrangements = [.. names.Split(',', StringSplitOptions.TrimEntries).Select(Find).Distinct()] };
        var run = RankingCheckpoint.Open(plan, checkpoint.File(task));
        run.Check(task.Cancellation);
        IReadOnlyList<IReadOnlyList<RankingCase>> cases = task.Display.Each(
            [.. run.Packings.Select(p => FormattableString.Invariant($"{p.Arrangement.ShortName()} {RankingReport.Ratio(p.LargeShare)}, {p.Gap * 1e6:g4} µm"))],
            (k, progress) => run.Run(k, progress, task.Cancellation));
        var ranking = new ArrangementRanking(plan, [.. cases.SelectMany(each => each)]);
        return new WetOutcome(RankingReport.Results(ranking), RankingReport.Overview(ranking));
    }

    private double Share(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length == 2 && Number(parts[0], out double large) && Number(parts[1], out double small) && large + small > 0) return large / (large + small);
        throw new InputException($"\"{text}\" is no ratio of large to small particles; expected one such as 3:7.", file: _ratios.Name);

        static bool Number(string part, out double value) =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= 0 && double.IsFinite(value);
    }

    private Arrangement Find(string name)
    {
        foreach (Arrangement arrangement in Enum.GetValues<Arrangement>())
        {
            if (arrangement.ShortName().Equals(name, StringComparison.OrdinalIgnoreCase)) return arrangement;
        }
        throw new InputException($"\"{name}\" is no arrangement; expected {string.Join(", ", Names)}.", file: _arrangements.Name);
    }
}
