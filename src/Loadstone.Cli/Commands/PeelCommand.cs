using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse peel</c>: peel strength, replicates, groups, repeated tape.</summary>
internal sealed class PeelCommand() : LaboratoryCommand("peel", "Peel tests: mean strength, stick-slip, replicates, whether groups differ, cohesion by repeated tape.")
{
    private readonly Option<string?> _width = new("--width") { Description = "Width of the strip, where the file holds forces and not forces per width.", HelpName = "\"20 mm\"" };
    private readonly Option<string> _window = new("--window") { Description = "Part of the separated range that is averaged.", HelpName = "RANGE", DefaultValueFactory = _ => "20..80 %" };
    private readonly Option<string?> _angle = new("--angle") { Description = "Angle of peel, for the peel energy.", HelpName = "\"90°\"" };
    private readonly Option<string[]> _group = GroupOption.Create();
    private readonly Option<bool> _series = new("--series") { Description = "The traces, in order, are pulls of one tape after another from one place; with --group, of one place a group." };

    public override IReadOnlyList<string> Clues => ["force", "travel"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse peel examples/laboratory/peel/*.csv --width \"20 mm\" --group \"IBC=ibc-*\" --group \"pristine=pristine-*\" --out peel", "two processes, three strips each, and whether they differ"),
        ("loadstone analyse peel examples/laboratory/cohesion.csv --width \"20 mm\" --series", "six pulls of a tape in the columns of one file"),
    ];

    public override string? Remarks =>
        "A table has a travel (mm) or time, and one or more columns of force (N, gf) or force per width (N/m, gf/20 mm). 1 gf/20 mm is 0.4903 N/m.";

    public override IReadOnlyList<Option> Options => [_width, _window, _angle, _group, _series];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double? width = parsed.GetValue(_width) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Length, _width.Name).Value : null;
        double? angle = parsed.GetValue(_angle) is { } turn ? UncertainQuantity.ParsePositive(turn, QuantityKinds.Angle, _angle.Name).Value : null;
        QuantityRange window = QuantityRange.Parse(parsed.GetValue(_window)!, QuantityKinds.Fraction, _window.Name);
        if (window.Low < 0 || window.High > 1) throw new InputException($"\"{parsed.GetValue(_window)}\" reaches beyond the travel; expected 0 to 100 %.", file: _window.Name);
        PeelAnalysis[] strips = [.. files.SelectMany(file => PeelTrace.Of(MeasuredTable.Load(file), Path.GetFileNameWithoutExtension(file), width)).Select(trace => PeelAnalysis.Of(trace, window))];
        string[] samples = [.. strips.Select(s => s.Trace.Sample)];
        IReadOnlyList<SampleGroup> groups = SampleGroup.Parse(parsed.GetValue(_group) ?? [], samples, _group.Name);
        List<LaboratoryResult> results = [.. strips.Select(s => PeelReport.Of(s, angle))];
        IReadOnlyList<LaboratoryResult> replicates = parsed.GetValue(_series) && groups.Count == 0 ? [] : ReplicateReport.Of(results, groups);
        if (parsed.GetValue(_series)) results.Add(PeelReport.Of(Series(strips, groups)));
        return [.. results, .. replicates];
    }

    private static CohesionSeries[] Series(PeelAnalysis[] strips, IReadOnlyList<SampleGroup> groups)
    {
        CohesionPull[] pulls = [.. strips.Select(s => new CohesionPull(s.Trace.Sample, s.Strength))];
        return groups.Count == 0 ? [new CohesionSeries("pulls", pulls)] : [.. groups.Select(g => new CohesionSeries(g.Name, [.. g.Samples.Select(s => pulls.First(p => p.Sample == s))]))];
    }
}
