using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Coatings;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse drying</c>: rate periods of a drying curve.</summary>
internal sealed class DryingCommand() : LaboratoryCommand("drying", "Drying curves from a balance or a thickness sensor: drying time, constant rate, and where it begins to fall.")
{
    private readonly Option<string> _residual = new("--residual") { Description = "Share of the solvent at which the film counts as dry.", HelpName = "\"1 %\"", DefaultValueFactory = _ => "1 %" };
    private readonly Option<string?> _dry = new("--dry") { Description = "What is left when all solvent is gone, in the kind of the record; found from its end unless told.", HelpName = "\"1.234 g\"" };
    private readonly Option<string?> _area = new("--area") { Description = "Area of the film, so that a mass gives a rate per area.", HelpName = "\"25 cm²\"" };

    public override IReadOnlyList<string> Clues => ["mass", "weight"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse drying examples/laboratory/drying-curve.csv", "periods and drying time of a film"),
    ];

    public override string? Remarks => "A table has a time, and a mass, a mass per area or a thickness, each with its unit in the header; foil, tray and solids may be part of it.";

    public override IReadOnlyList<Option> Options => [_residual, _dry, _area];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double residual = UncertainQuantity.ParsePositive(parsed.GetValue(_residual)!, QuantityKinds.Fraction, "--residual").Value;
        if (residual >= 1) throw new InputException($"the share is {parsed.GetValue(_residual)}; expected one below 100 %.", file: "--residual");
        double? area = parsed.GetValue(_area) is { } surface ? UncertainQuantity.ParsePositive(surface, QuantityKinds.Area, "--area").Value : null;
        var results = new List<LaboratoryResult>();
        foreach (string file in files)
        {
            DryingRecord record = DryingRecord.Of(MeasuredTable.Load(file));
            double? dry = parsed.GetValue(_dry) is { } left ? UncertainQuantity.ParsePositive(left, record.Kind, "--dry").Value : null;
            results.Add(DryingReport.Of(Path.GetFileNameWithoutExtension(file), DryingPeriods.Of(record, residual, dry), area));
        }
        return results;
    }
}
