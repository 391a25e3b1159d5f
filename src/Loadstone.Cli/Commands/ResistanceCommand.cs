using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Resistance;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse resistance</c>: composite and interface resistance of an electrode from a multi-point probe; a film's resistivity from a four-point probe.</summary>
internal sealed class ResistanceCommand() : LaboratoryCommand("resistance", "Resistivity of the composite and resistance of its interface with the foil (multi-point probe); resistivity of a film (four-point probe).")
{
    private readonly Option<string> _thickness = new("--thickness") { Description = "Thickness of the coating or film; ± gives its standard uncertainty.", HelpName = "\"75 µm ± 1 µm\"", Required = true };
    private readonly Option<string> _foilThickness = new("--foil") { Description = "Thickness of the foil.", HelpName = "\"20 µm\"", DefaultValueFactory = _ => "20 µm" };
    private readonly Option<string> _foilResistivity = new("--foil-resistivity") { Description = "Resistivity of the foil; aluminium unless told.", HelpName = "\"2.65 µΩ cm\"", DefaultValueFactory = _ => "2.65 µΩ cm" };
    private readonly Option<string?> _probe = new FileOption<string?>("--probe") { Description = "Table of the probe with the columns pin, x, y and role (in, out or empty).", HelpName = "FILE" };
    private readonly Option<string?> _current = new("--current") { Description = "Current, where the file does not hold it.", HelpName = "\"10 mA\"" };
    private readonly Option<string?> _leavesAt = new("--out-at") { Description = "Where the current leaves, as distance from its entrance; far away unless told.", HelpName = "\"9 mm\"" };
    private readonly Option<string> _contact = new("--pin-radius") { Description = "Radius of the pins' contacts.", HelpName = "\"20 µm\"", DefaultValueFactory = _ => "0 µm" };
    private readonly Option<string[]> _spacing = new("--spacing") { Description = "Four-point probe: distance of neighbouring pins, once or three times; ± gives its standard uncertainty.", HelpName = "\"1 mm ± 0.01 mm\"" };
    private readonly Option<string?> _length = new("--length") { Description = "Four-point probe: side of the sample along the pins; far away unless told.", HelpName = "\"20 mm\"" };
    private readonly Option<string?> _width = new("--width") { Description = "Four-point probe: side of the sample across the pins; far away unless told.", HelpName = "\"10 mm\"" };

    public override IReadOnlyList<string> Clues => ["pin", "distance", "current"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse resistance examples/laboratory/probe-pristine.csv examples/laboratory/probe-coated.csv --thickness \"75 µm\"", "two electrodes, five spots each, and their difference"),
        ("loadstone analyse resistance examples/laboratory/four-point.csv --thickness \"85 µm ± 1 µm\" --spacing \"1 mm\" --length \"20 mm\" --width \"10 mm\"", "a film on an insulator, both polarities"),
    ];

    public override string? Remarks =>
        "A table with the columns pin, distance or x is a multi-point measurement: potential and current, or V/I; role tells the pins that carry the current.\n"
        + "Pins without positions are those of --probe, otherwise a line of 46 pins 0.2 mm apart with the current from the first to the last (an assumption).\n"
        + "Any other table is a four-point measurement: voltage and current, perhaps of both polarities, and spot.";

    public override IReadOnlyList<Option> Options => [_thickness, _foilThickness, _foilResistivity, _probe, _current, _leavesAt, _contact, _spacing, _length, _width];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Estimate thickness = UncertainQuantity.ParsePositive(parsed.GetValue(_thickness)!, QuantityKinds.Length, "--thickness");
        var results = new List<LaboratoryResult>();
        var samples = new List<(string Name, ProbeSample Sample)>();
        foreach (string file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var table = MeasuredTable.Load(file);
            string name = Path.GetFileNameWithoutExtension(file);
            if (!ProbeTable.Recognises(table))
            {
                results.Add(OfFourPoints(name, table, thickness, parsed));
                continue;
            }
            ProbeSample sample = ProbeSample.Analyse(Readings(table, parsed), Coating(thickness, parsed), thickness.StandardError);
            samples.Add((name, sample));
            results.Add(ProbeReport.Of(name, sample));
        }
        foreach ((string name, ProbeSample sample) in samples.Skip(1)) results.Add(ProbeReport.Comparison(name, sample, samples[0].Name, samples[0].Sample));
        return results;
    }

    private IReadOnlyList<ProbeReading> Readings(MeasuredTable table, ParseResult parsed) => ProbeTable.Readings(
        table,
        parsed.GetValue(_probe) is { } file ? ProbeArray.Of(MeasuredTable.Load(file)) : ProbeArray.Line,
        parsed.GetValue(_current) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Current, "--current").Value : null,
        Optional(parsed, _leavesAt, "--out-at"));

    private CoatingOnFoil Coating(Estimate thickness, ParseResult parsed)
    {
        Estimate contact = UncertainQuantity.Parse(parsed.GetValue(_contact)!, QuantityKinds.Length, "--pin-radius");
        return new CoatingOnFoil
        {
            Thickness = thickness.Value,
            ContactRadius = contact.Value >= 0 ? contact.Value : throw new InputException($"\"{parsed.GetValue(_contact)}\" is negative; expected a radius such as \"20 µm\".", file: "--pin-radius"),
            Foil = new FoilSheet
            {
                Thickness = UncertainQuantity.ParsePositive(parsed.GetValue(_foilThickness)!, QuantityKinds.Length, "--foil").Value,
                Resistivity = UncertainQuantity.ParsePositive(parsed.GetValue(_foilResistivity)!, QuantityKinds.Resistivity, "--foil-resistivity").Value,
            },
        };
    }

    private LaboratoryResult OfFourPoints(string name, MeasuredTable table, Estimate thickness, ParseResult parsed)
    {
        Estimate[] spacing = [.. (parsed.GetValue(_spacing) ?? []).Select(text => UncertainQuantity.ParsePositive(text, QuantityKinds.Length, "--spacing"))];
        if (spacing.Length is not (1 or 3))
            throw new InputException($"the table has no pins or positions, so that it is of a four-point probe, and {spacing.Length} spacings are given; expected --spacing once or three times.", file: table.Source);
        var probe = new FourPointProbe
        {
            Spacing = [.. Enumerable.Range(0, 3).Select(i => spacing[spacing.Length == 1 ? 0 : i].Value)],
            Thickness = thickness.Value,
            Length = Optional(parsed, _length, "--length") ?? double.PositiveInfinity,
            Width = Optional(parsed, _width, "--width") ?? double.PositiveInfinity,
        };
        return FourPointReport.Of(name, probe, FourPointReading.Of(table), thickness.StandardError, spacing.Max(s => s.StandardError / s.Value));
    }

    private static double? Optional(ParseResult parsed, Option<string?> option, string name) =>
        parsed.GetValue(option) is { } text ? UncertainQuantity.ParsePositive(text, QuantityKinds.Length, name).Value : null;
}
