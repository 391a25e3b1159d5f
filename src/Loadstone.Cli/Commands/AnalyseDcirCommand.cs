using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Titration;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse dcir</c>.</summary>
internal sealed class AnalyseDcirCommand() : RecordingCommand("dcir", "Resistance from pulses of current, against depth of discharge.")
{
    private readonly Option<string[]> _at = new("--at") { Description = "Time after the switch; give the option once for each. Default: 1 s, 10 s and 30 s.", HelpName = "TIME", DefaultValueFactory = _ => ["1 s", "10 s", "30 s"] };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse dcir examples/laboratory/gitt.bdf.csv", "resistance at 1, 10 and 30 s of each pulse"),
        ("loadstone analyse dcir hppc.mpt --at \"18 s\" --out dcir", "at another time, with pictures"),
        ("loadstone analyse dcir examples/laboratory/gitt.bdf.csv --with examples/nmc811-half-cell.json --out beside", "beside the same pulses of a design"),
    ];

    protected override IReadOnlyList<Option> Settings => [_at];

    protected override Func<Recording, LaboratoryResult> Prepare(string sample, Recording measured, ParseResult parsed)
    {
        double[] times = [.. parsed.GetValue(_at)!.Select(Time)];
        return recording => PulseResistanceReport.Of(sample, TestTrace.Of(recording), times);
    }

    private double Time(string text)
    {
        if (!QuantityKinds.Time.TryParse(text, out double value, out string? problem)) throw new InputException(problem, _at.Name);
        return value > 0 ? value : throw new InputException($"\"{text}\" is not after the switch; expected a positive time such as \"10 s\".", _at.Name);
    }
}
