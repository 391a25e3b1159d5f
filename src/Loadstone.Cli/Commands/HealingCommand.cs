using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse healing</c>: tensile tests of cut and healed specimens beside original ones.</summary>
internal sealed class HealingCommand() : LaboratoryCommand("healing", "Self-healing: toughness, strength and elongation of cut and healed specimens over those of original ones.")
{
    private readonly SpecimenOptions _specimen = new();
    private readonly Option<string[]> _healed = new FileOption<string[]>("--healed") { Description = "Tensile tests after healing: files, with their time of healing where it is known. Once for each time.", HelpName = "\"200 s=FILE,FILE\"", Arity = ArgumentArity.OneOrMore };

    public override IReadOnlyList<string> Clues => ["strain", "elongation"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse healing examples/laboratory/tensile/original-*.csv --healed \"60 s=examples/laboratory/tensile/healed-60-*.csv\" --healed \"200 s=examples/laboratory/tensile/healed-200-*.csv\" --gauge \"7.62 mm\" --area \"0.318 mm²\" --out healing", "efficiency after one and after three minutes"),
    ];

    public override string? Remarks => "FILE are the tests of original specimens. Files are as of loadstone analyse tensile; the specimens have one size.";

    public override IReadOnlyList<Option> Options => [_healed, .. _specimen.All];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        TensileSpecimen specimen = _specimen.Read(parsed);
        QuantityRange? elastic = _specimen.Elastic(parsed);
        string[] texts = parsed.GetValue(_healed) ?? [];
        if (texts.Length == 0) throw new InputException("no healed specimens are given; expected their files, such as --healed \"200 s=healed-1.csv,healed-2.csv\".", file: _healed.Name);
        TensileAnalysis[] originals = [.. files.Select(Test)];
        HealedGroup[] groups = [.. texts.Select(Group).GroupBy(g => g.Time).Select(g => new HealedGroup(g.Key, [.. g.SelectMany(one => one.Specimens)]))];
        return HealingReport.Of(originals, [.. groups.Select(g => HealingAnalysis.Of(originals, g))]);

        TensileAnalysis Test(string file) => TensileAnalysis.Of(TensileCurve.Of(MeasuredTable.Load(file), specimen), elastic);

        HealedGroup Group(string text)
        {
            (string time, string[] members) = text.Contains('=', StringComparison.Ordinal) ? SampleGroup.Split(text, _healed.Name) : ("", [text]);
            return new HealedGroup(time.Length == 0 ? double.NaN : UncertainQuantity.ParsePositive(time, QuantityKinds.Time, _healed.Name).Value, [.. members.SelectMany(Files).Select(Test)]);
        }
    }

    // A shell leaves names behind an equals sign as they are.
    private static string[] Files(string pattern)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal)) return [pattern];
        string folder = Path.GetDirectoryName(pattern) is { Length: > 0 } named ? named : ".";
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(pattern)) : [];
        return found.Length > 0 ? [.. found.Order(StringComparer.Ordinal)] : throw new InputException("no file has such a name.", file: pattern);
    }
}
