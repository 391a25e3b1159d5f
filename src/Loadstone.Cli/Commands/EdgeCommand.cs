using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Coatings;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse edge</c>: edges of a coating from a scan across the web.</summary>
internal sealed class EdgeCommand() : LaboratoryCommand("edge", "Edges of a coating from a laser scan across the web: baseline, bulk height, H*, B*, R*, G* left, right and mean.")
{
    private readonly Option<string?> _gap = new("--gap") { Description = "Gap of the coater, for G*.", HelpName = "\"260 µm\"" };
    private readonly Option<string?> _bandwidth = new("--bandwidth") { Description = "Width of the smoothing that finds the ridge; four times the distance of the points unless told.", HelpName = "\"0.2 mm\"" };

    public override IReadOnlyList<string> Clues => ["across", "profile", "height"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse edge examples/laboratory/cross-web-profile.csv --gap \"260 µm\"", "both edges of a blade coating"),
    ];

    public override string? Remarks =>
        "A table has a position across the web and a height, each with its unit in the header, and shows bare foil outside both edges: a straight line\n"
        + "through it is the zero of the heights.";

    public override IReadOnlyList<Option> Options => [_gap, _bandwidth];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double? gap = Length(parsed.GetValue(_gap), "--gap"), bandwidth = Length(parsed.GetValue(_bandwidth), "--bandwidth");
        return [.. files.Select(file => EdgeReport.Of(Path.GetFileNameWithoutExtension(file), CoatingEdges.Of(LevelledProfile.Of(LaserProfile.Of(MeasuredTable.Load(file))), gap, bandwidth)))];

        static double? Length(string? text, string option) => text is null ? null : UncertainQuantity.ParsePositive(text, QuantityKinds.Length, option).Value;
    }
}
