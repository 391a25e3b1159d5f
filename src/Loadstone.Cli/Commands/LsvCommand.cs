using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Tables;
using Loadstone.Laboratory.Voltammetry;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse lsv</c>: oxidation onset and currents of linear sweeps, leakage of floating tests.</summary>
internal sealed class LsvCommand() : LaboratoryCommand("lsv", "Onset, current at a potential and leakage: linear sweeps and floating tests.")
{
    private readonly Option<string> _area = new("--area") { Description = "Area of the electrode.", HelpName = "\"1.13 cm²\"", Required = true };
    private readonly Option<string> _threshold = new("--onset") { Description = "Current density that the onset passes.", HelpName = "\"10 µA/cm²\"", DefaultValueFactory = _ => "10 µA/cm²" };
    private readonly Option<string[]> _at = new("--at") { Description = "Potential at which the current density is told; once for each.", HelpName = "\"5.5 V\"" };
    private readonly Option<bool> _floating = new("--floating") { Description = "The files are floating tests: potentials held one after the other." };

    public override FileSubject Subject => FileSubject.Test;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse lsv examples/laboratory/sweep.bdf.csv --area \"1.13 cm²\" --at \"5.5 V\"", "onset by two rules, and the current at 5.5 V"),
        ("loadstone analyse lsv hold.bdf.csv --floating --area \"1.13 cm²\"", "leakage at each potential that was held"),
    ];

    public override IReadOnlyList<Option> Options => [_area, _threshold, _at, _floating];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double area = UncertainQuantity.ParsePositive(parsed.GetValue(_area)!, QuantityKinds.Area, "--area").Value;
        double threshold = UncertainQuantity.ParsePositive(parsed.GetValue(_threshold)!, QuantityKinds.CurrentDensity, "--onset").Value;
        double[] at = [.. (parsed.GetValue(_at) ?? []).Select(text => UncertainQuantity.Parse(text, QuantityKinds.Voltage, "--at").Value)];
        return [.. files.Select(file =>
        {
            Recording recording = InstrumentFile.Load(file, cancellation);
            string sample = Path.GetFileNameWithoutExtension(file);
            if (parsed.GetValue(_floating)) return VoltammetryReport.OfFloating(sample, FloatingTest.Analyse(recording), area);
            Sweep sweep = Sweep.Of(recording).FirstOrDefault(s => s.IsAnodic) ?? throw new InputException("no sweep rises; expected a sweep into oxidation.", file: file);
            return VoltammetryReport.OfSweep(sample, sweep, OxidationOnset.Analyse(sweep, area, threshold, at), threshold);
        })];
    }
}
