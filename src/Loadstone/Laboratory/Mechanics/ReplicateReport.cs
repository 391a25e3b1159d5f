using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Replicates of any analysis: mean and spread of each group of samples, and whether groups differ.</summary>
public static class ReplicateReport
{
    private const double Level = 0.05;

    /// <summary>A result a group, and one of the difference of each pair of groups; none of a single sample.</summary>
    /// <param name="results">Results of one analysis, one a sample.</param>
    /// <param name="groups">The groups; empty where all samples are replicates.</param>
    public static IReadOnlyList<LaboratoryResult> Of(IReadOnlyList<LaboratoryResult> results, IReadOnlyList<SampleGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(groups);
        if (results.Count < 2) return [];
        Group[] known = groups.Count == 0 ? [new Group("all samples", results)] : [.. groups.Select(g => new Group(g.Name, [.. g.Samples.Select(s => results.First(r => r.Sample == s))]))];
        List<LaboratoryResult> found = [.. known.Select(Mean)];
        for (int a = 0; a < known.Length; a++)
        {
            for (int b = a + 1; b < known.Length; b++) found.Add(Difference(known[a], known[b], known));
        }
        return found;
    }

    private static LaboratoryResult Mean(Group group)
    {
        var numbers = new List<NamedEstimate>();
        var rows = new List<IReadOnlyList<string>>();
        foreach (NamedEstimate number in group.Names)
        {
            double[] values = group.Values(number.Name);
            Estimate mean = Estimate.MeanOf(values);
            numbers.Add(number with { Estimate = mean });
            double spread = mean.StandardError * Math.Sqrt(values.Length);
            rows.Add([number.Name, $"{values.Length}", LaboratoryFiles.Text(number with { Estimate = mean }), Shown(number, spread), Percent(spread / Math.Abs(mean.Value)), Shown(number, values.Min()), Shown(number, values.Max())]);
        }
        var table = new Table($"Replicates: {group.Name}",
            [TableColumn.Words("quantity"), new TableColumn("n"), new TableColumn("mean"), new TableColumn("standard deviation"), new TableColumn("of the mean"), new TableColumn("lowest"), new TableColumn("highest")], rows,
            "± is half of the 95 % interval of the mean, from the spread of the replicates alone; the errors of single samples do not enter.");
        List<string> warnings = group.Results.Count == 1 ? ["one sample alone says nothing about the spread between samples."] : [];
        return new LaboratoryResult(group.Results[0].Analysis, $"{group.Name}, n = {group.Results.Count}", numbers, [new ReportSection("Replicates", [table])], warnings);
    }

    private static LaboratoryResult Difference(Group first, Group second, IReadOnlyList<Group> all)
    {
        var numbers = new List<NamedEstimate>();
        var rows = new List<IReadOnlyList<string>>();
        foreach (NamedEstimate number in first.Names)
        {
            double[] other = second.Values(number.Name);
            if (other.Length == 0) continue;
            GroupDifference found = GroupDifference.Of(first.Values(number.Name), other);
            NamedEstimate difference = number with { Estimate = found.Difference };
            numbers.Add(difference);
            rows.Add([number.Name, LaboratoryFiles.Text(difference), LaboratoryFiles.Text(number with { Kind = QuantityKinds.Ratio, Unit = null, Estimate = found.Ratio }),
                double.IsNaN(found.Chance) ? "–" : found.Chance < 1e-4 ? "< 0.0001" : FormattableString.Invariant($"{found.Chance:g2}"),
                double.IsNaN(found.Chance) ? "cannot be said" : found.Chance < Level ? "differ" : "may be alike"]);
        }
        string pair = $"{first.Name} − {second.Name}";
        var table = new Table($"{first.Name} and {second.Name}",
            [TableColumn.Words("quantity"), new TableColumn("difference"), new TableColumn("ratio"), new TableColumn("p"), TableColumn.Words("at 5 %")], rows,
            "Welch's t of the replicates, without a guess that the groups scatter alike. p is the probability of a difference of this size or more between groups of one mean; no allowance is made for looking at many.");
        List<string> warnings = first.Results.Count == 1 || second.Results.Count == 1 ? ["a group of one sample has no spread: its difference cannot be judged."] : [];
        return new LaboratoryResult(first.Results[0].Analysis, pair, numbers, [new ReportSection("Difference", ReferenceEquals(first, all[0]) && ReferenceEquals(second, all[1]) ? [Picture(all), table] : [table])], warnings);
    }

    private static Plot Picture(IReadOnlyList<Group> groups)
    {
        NamedEstimate number = groups[0].Names.First();
        string unit = number.Unit ?? number.Kind.Units[0].Symbol, label = unit.Length == 0 ? number.Name : $"{number.Name} / {unit}";
        return new Plot("replicates", "Replicates of the groups", new Axis("Group, in the order given", Min: 0, Max: groups.Count + 1), new Axis(label, Min: 0),
            [.. groups.SelectMany((group, k) => (Series[])[
                new(group.Name, [.. group.Values(number.Name).Select(_ => k + 1.0)], [.. group.Values(number.Name).Select(v => number.Kind.ToUnit(v, unit))], SeriesStyle.Points, k),
                new($"{group.Name}, mean", [k + 0.75, k + 1.25], [.. Enumerable.Repeat(number.Kind.ToUnit(group.Values(number.Name).Average(), unit), 2)], SeriesStyle.Line, k)])]);
    }

    private static string Shown(NamedEstimate number, double si) => double.IsFinite(si) ? LaboratoryFiles.Text(number with { Estimate = new Estimate(si, double.NaN) }) : "–";

    private static string Percent(double share) => double.IsFinite(share) ? FormattableString.Invariant($"{share * 100:g3} %") : "–";

    private sealed record Group(string Name, IReadOnlyList<LaboratoryResult> Results)
    {
        public IEnumerable<NamedEstimate> Names => Results.SelectMany(r => r.Numbers).DistinctBy(n => n.Name);

        public double[] Values(string name) => [.. Results.SelectMany(r => r.Numbers).Where(n => n.Name == name && double.IsFinite(n.Estimate.Value)).Select(n => n.Estimate.Value)];
    }
}
