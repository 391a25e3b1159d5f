using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse tensile</c>: stress against strain, resistance under strain.</summary>
internal sealed class TensileCommand() : LaboratoryCommand("tensile", "Tensile tests: modulus, strength, elongation at break, toughness, resistance under strain; replicates and groups.")
{
    private readonly SpecimenOptions _specimen = new();
    private readonly Option<string> _resistance = new("--resistance-strains") { Description = "Strains over which the change of the resistance is read.", HelpName = "RANGE", DefaultValueFactory = _ => "0..20 %" };
    private readonly Option<string[]> _group = GroupOption.Create();

    public override IReadOnlyList<string> Clues => ["strain", "elongation"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse tensile examples/laboratory/tensile/original-*.csv --gauge \"7.62 mm\" --width \"3.18 mm\" --thickness \"100 µm ± 1 µm\" --out tensile", "three specimens of a binder, from forces and elongations"),
        ("loadstone analyse tensile examples/laboratory/strain-resistance.csv", "stress and resistance of a film while it is drawn"),
    ];

    public override string? Remarks => "A table has a strain (%) or elongation (mm), a stress (MPa) or force (N), and perhaps a resistance (Ω).";

    public override IReadOnlyList<Option> Options => [.. _specimen.All, _resistance, _group];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        TensileSpecimen specimen = _specimen.Read(parsed);
        QuantityRange? elastic = _specimen.Elastic(parsed);
        QuantityRange strains = QuantityRange.Parse(parsed.GetValue(_resistance)!, QuantityKinds.Fraction, _resistance.Name);
        LaboratoryResult[] results = [.. files.Select(Result)];
        return [.. results, .. ReplicateReport.Of(results, SampleGroup.Parse(parsed.GetValue(_group) ?? [], [.. results.Select(r => r.Sample)], _group.Name))];

        LaboratoryResult Result(string file)
        {
            TensileCurve curve = TensileCurve.Of(MeasuredTable.Load(file), specimen);
            return TensileReport.Of(Path.GetFileNameWithoutExtension(file), curve, curve.Stress.Count == 0 ? null : TensileAnalysis.Of(curve, elastic), curve.Resistance is null ? null : StrainResistance.Of(curve, strains));
        }
    }
}
