using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse saicas</c>: cutting and peeling strength against depth.</summary>
internal sealed class SaicasCommand() : LaboratoryCommand("saicas", "SAICAS tests: cutting strength against depth, peeling strength at the foil.")
{
    private readonly Option<string> _blade = new("--blade") { Description = "Width of the blade.", HelpName = "WIDTH", DefaultValueFactory = _ => "1 mm" };
    private readonly Option<string?> _angle = new("--angle") { Description = "Angle of the way down to the surface, where the file holds no depth.", HelpName = "\"45°\"" };
    private readonly Option<string?> _speed = new("--speed") { Description = "Horizontal speed, where the file holds times alone.", HelpName = "\"5 µm/s\"" };
    private readonly Option<string?> _interface = new("--interface") { Description = "Depth of the foil, where the file holds no depth.", HelpName = "\"60 µm\"" };
    private readonly Option<string?> _cut = new("--cut") { Description = "Depths of cutting; without it 10 to 90 % of the final depth.", HelpName = "\"5..45 µm\"" };
    private readonly Option<string?> _peel = new("--peel") { Description = "Horizontal distances of peeling; without it what follows the way down, less its first tenth.", HelpName = "\"0.6..1 mm\"" };
    private readonly Option<string[]> _group = GroupOption.Create();

    public override IReadOnlyList<string> Clues => ["horizontal", "vertical"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse saicas examples/laboratory/saicas.csv --out saicas", "cutting and peeling strength of one coating"),
    ];

    public override string? Remarks => "A table has a horizontal force, and a depth or vertical displacement, or a horizontal distance or time with --angle and --interface.";

    public override IReadOnlyList<Option> Options => [_blade, _angle, _speed, _interface, _cut, _peel, _group];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        var settings = new SaicasSettings(
            UncertainQuantity.ParsePositive(parsed.GetValue(_blade)!, QuantityKinds.Length, _blade.Name).Value,
            Positive(_angle, QuantityKinds.Angle), Positive(_speed, QuantityKinds.Speed), Positive(_interface, QuantityKinds.Length));
        QuantityRange? cut = Range(_cut), peel = Range(_peel);
        LaboratoryResult[] results = [.. files.Select(file => SaicasReport.Of(Path.GetFileNameWithoutExtension(file), SaicasAnalysis.Of(SaicasTrace.Of(MeasuredTable.Load(file), settings), cut, peel)))];
        return [.. results, .. ReplicateReport.Of(results, SampleGroup.Parse(parsed.GetValue(_group) ?? [], [.. results.Select(r => r.Sample)], _group.Name))];

        double? Positive(Option<string?> option, QuantityKind kind) => parsed.GetValue(option) is { } text ? UncertainQuantity.ParsePositive(text, kind, option.Name).Value : null;

        QuantityRange? Range(Option<string?> option) => parsed.GetValue(option) is { } text ? QuantityRange.Parse(text, QuantityKinds.Length, option.Name) : null;
    }
}
