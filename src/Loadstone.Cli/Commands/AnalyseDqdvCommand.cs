using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse dqdv</c>.</summary>
internal sealed class AnalyseDqdvCommand() : RecordingCommand("dqdv", "dQ/dV and dV/dQ with a stated bandwidth; peaks followed over cycles.")
{
    private readonly Option<string?> _bandwidth = new("--bandwidth") { Description = "Standard deviation of the Gaussian weights.", HelpName = "VOLTAGE", DefaultValueFactory = _ => "5 mV" };
    private readonly Option<bool> _graphite = new("--graphite") { Description = "The cell has a graphite electrode: bands of nickel-rich oxides against it." };
    private readonly Option<bool> _discharge = new("--discharge") { Description = "Of discharges; default: of charges." };
    private readonly Option<string[]> _peaks = new("--peak") { Description = "A name for the highest peak of a band, NAME=LOW..HIGH; give the option once for each. Default: H1–M and H2–H3 of nickel-rich oxides against lithium.", HelpName = "BAND" };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse dqdv examples/laboratory/half-cell-cycles.bdf.csv", "peaks cycle by cycle"),
        ("loadstone analyse dqdv cell.csv --bandwidth \"8 mV\" --peak \"H2-H3=4.1..4.25 V\" --out dqdv", "another smoothing, another band"),
        ("loadstone analyse dqdv examples/laboratory/half-cell-cycles.bdf.csv --with examples/nmc811-half-cell.json --out beside", "beside the simulation of a design"),
    ];

    protected override IReadOnlyList<Option> Settings => [_bandwidth, _discharge, _graphite, _peaks];

    protected override Func<Recording, LaboratoryResult> Prepare(string sample, Recording measured, ParseResult parsed)
    {
        double bandwidth = RecordingFiles.Positive(parsed, _bandwidth, QuantityKinds.Voltage)!.Value;
        IReadOnlyList<PeakBand> bands = parsed.GetValue(_peaks) is { Length: > 0 } given ? [.. given.Select(PeakBand.Parse)]
            : parsed.GetValue(_graphite) ? PeakBand.NickelRichAgainstGraphite : PeakBand.NickelRich;
        Direction direction = parsed.GetValue(_discharge) ? Direction.Discharge : Direction.Charge;
        return recording => DifferentialReport.Of(sample, DifferentialAnalysis.Of(CycleTable.Of(TestTrace.Of(recording)), direction, bandwidth), bands);
    }
}
