using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Rheometry;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse sweep</c>: moduli of small oscillations over frequency.</summary>
internal sealed class FrequencySweepCommand() : LaboratoryCommand("sweep", "Frequency sweeps of slurries and polymers: phase angle, crossovers of G′ and G″, mechanical states, relaxation times.")
{
    private readonly Option<string> _phase = new("--phase-at") { Description = "Angular frequency of the phase angle.", HelpName = "FREQUENCY", DefaultValueFactory = _ => "6.3 rad/s" };
    private readonly Option<string> _relaxation = new("--relaxation-at") { Description = "Angular frequency of the relaxation times.", HelpName = "FREQUENCY", DefaultValueFactory = _ => "0.05 rad/s" };

    public override IReadOnlyList<string> Clues => ["storage", "loss", "modulus"];

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse sweep examples/laboratory/frequency-sweep.csv", "crossover, phase angle and relaxation times"),
    ];

    public override string? Remarks =>
        "A table has an angular frequency (rad/s) or a frequency (Hz), and G′ and G″, or a phase angle with a complex modulus or viscosity. Two relaxation\n"
        + "times are given: the Maxwell time G′/(ω G″), and G′/(|η*| ω²), which some papers print; they agree where ωτ ≪ 1.";

    public override IReadOnlyList<Option> Options => [_phase, _relaxation];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double phase = UncertainQuantity.ParsePositive(parsed.GetValue(_phase)!, QuantityKinds.AngularFrequency, "--phase-at").Value;
        double relaxation = UncertainQuantity.ParsePositive(parsed.GetValue(_relaxation)!, QuantityKinds.AngularFrequency, "--relaxation-at").Value;
        return [.. files.Select(file => SweepReport.Of(Path.GetFileNameWithoutExtension(file), SweepAnalysis.Of(FrequencySweep.Of(MeasuredTable.Load(file)), phase, relaxation)))];
    }
}
