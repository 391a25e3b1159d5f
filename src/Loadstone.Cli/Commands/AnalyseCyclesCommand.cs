using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse cycles</c>.</summary>
internal sealed class AnalyseCyclesCommand() : RecordingCommand("cycles", "Capacities, efficiencies, resistance, fade and life of a cycling test.")
{
    private readonly Option<string?> _mass = new("--mass") { Description = "Mass of active material.", HelpName = "MASS" };
    private readonly Option<int> _reference = new("--reference") { Description = "Cycle to whose discharge the retention is relative.", HelpName = "CYCLE", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _threshold = new("--threshold") { Description = "Retention at which life ends.", HelpName = "SHARE", DefaultValueFactory = _ => "80 %" };
    private readonly Option<bool> _discharge = new("--discharge-first") { Description = "A cycle that is counted here begins with its discharge." };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse cycles examples/laboratory/half-cell-cycles.bdf.csv", "per-cycle table, retention, fade"),
        ("loadstone analyse cycles examples/laboratory/twenty-cycles.bdf.csv --with examples/nmc811-graphite-full-cell.json --out beside", "beside the simulation of a design that is cycled alike"),
        ("loadstone analyse cycles a.mpt b.ndax c.csv --threshold \"70 %\" --out cycles", "three cells in one table"),
    ];

    public override string? Remarks => "Cycles are the instrument's where it counts them, else each charge with the discharge after it.";

    protected override IReadOnlyList<Option> Settings => [_mass, _reference, _threshold, _discharge];

    protected override Func<Recording, LaboratoryResult> Prepare(string sample, Recording measured, ParseResult parsed)
    {
        double threshold = RecordingFiles.Positive(parsed, _threshold, QuantityKinds.Fraction)!.Value;
        if (threshold >= 1) throw new InputException($"\"{parsed.GetValue(_threshold)}\" is no share at which life ends; expected one below 100 %.", _threshold.Name);
        var settings = new CycleSettings { Mass = RecordingFiles.Positive(parsed, _mass, QuantityKinds.Mass), Reference = parsed.GetValue(_reference), Threshold = threshold };
        return recording => CycleReport.Of(sample, CycleTable.Of(TestTrace.Of(recording), parsed.GetValue(_discharge)), settings);
    }
}
