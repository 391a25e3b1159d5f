using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Fading;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse fade</c>.</summary>
internal sealed class AnalyseFadeCommand() : LaboratoryCommand("fade", "Capacity and energy lost per cycle and per charge passed; across samples against the evenness ψ.")
{
    private readonly Option<string[]> _mass = new("--mass") { Description = "Mass of active material; ± gives its standard uncertainty. Once for all files, or once for each, in order.", HelpName = "\"12 mg ± 0.1 mg\"" };
    private readonly Option<string?> _psi = new FileOption<string?>("--psi") { Description = "Table with the columns sample and ψ (or psi), and where wanted ψ error, mass / mg and mass error / mg; samples are named as the files.", HelpName = "TABLE.csv" };
    private readonly Option<int> _from = new("--from") { Description = "First cycle of the lines: leave formation out.", HelpName = "CYCLE", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _to = new("--to") { Description = "Last cycle of the lines.", HelpName = "CYCLE", DefaultValueFactory = _ => int.MaxValue };

    public override FileSubject Subject => FileSubject.Test;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse fade examples/laboratory/fade-47.bdf.csv --mass \"10 mg\"", "capacity and energy per cycle and per mAh/g passed"),
        ("loadstone analyse fade examples/laboratory/fade-47.bdf.csv examples/laboratory/fade-49.bdf.csv examples/laboratory/fade-50.bdf.csv examples/laboratory/fade-52.bdf.csv --psi examples/laboratory/fade-psi.csv --out fade", "four designs and the law of fade against ψ"),
    ];

    public override string? Remarks => "loadstone analyse rate tells ψ from rate tests of a bilayer and its single layers.";

    public override IReadOnlyList<Option> Options => [_mass, _psi, _from, _to];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        int from = parsed.GetValue(_from), to = parsed.GetValue(_to);
        if (to < from) throw new InputException($"cycle {to} comes before cycle {from}; expected --from and --to in order.", file: _to.Name);
        Estimate[] masses = [.. (parsed.GetValue(_mass) ?? []).Select(text => UncertainQuantity.ParsePositive(text, QuantityKinds.Mass, _mass.Name))];
        if (masses.Length > 1 && masses.Length != files.Count) throw new InputException($"{masses.Length} masses for {files.Count} files; expected one for all, or one for each in order.", file: _mass.Name);
        EvennessTable? table = parsed.GetValue(_psi) is { } path ? EvennessTable.Of(MeasuredTable.Load(path)) : null;
        return FadeReport.Of([.. files.Select((file, k) =>
        {
            FadeSample sample = FadeSample.Of(RecordingFiles.SampleOf(file), CycleTable.Of(RecordingFiles.Trace(file, cancellation)), from, to) with
            {
                Mass = masses.Length == 0 ? null : masses[masses.Length == 1 ? 0 : k],
            };
            return table is null ? sample : table.Complete(sample);
        })]);
    }
}
