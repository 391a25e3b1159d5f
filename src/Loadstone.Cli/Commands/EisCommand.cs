using System.CommandLine;
using Loadstone.Designs.Comparison;
using Loadstone.Designs.Fitting;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Laboratory.Recordings;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse eis</c>: an equivalent circuit fitted to spectra.</summary>
internal sealed class EisCommand() : RecordingCommand("eis", "Fit an equivalent circuit to impedance spectra, after a Kramers–Kronig test; without --circuit one is chosen, and why is said.")
{
    private const int LeastForTest = 5;

    private readonly Option<string?> _circuit = new("--circuit") { Description = "The circuit; - in series, p(a,b) in parallel; or a circuit description code such as R(RQ)(R[QW]).", HelpName = "\"R0-p(R1,CPE1)-W1\"" };
    private readonly Option<SpectrumWeighting> _weighting = WeightingOption();

    public override FileSubject Subject => FileSubject.Spectrum;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse eis examples/laboratory/half-cell-spectrum.csv", "a circuit is chosen"),
        ("loadstone analyse eis examples/laboratory/design-spectrum.csv --with examples/nmc811-half-cell.json --soc 50% --out beside", "beside the spectrum of a design, by the same circuit"),
        ("loadstone analyse eis a.mpr b.mpr --circuit \"R0-p(R1,CPE1)-p(R2-W1,CPE2)\" --out eis", "one circuit for several cells, with pictures"),
    ];

    public override string? Remarks => "Elements: " + string.Join("; ", ElementKinds.All.Select(kind => $"{kind.Symbol} {kind.Meaning}")) + ".";

    protected override IReadOnlyList<Option> Settings => [_circuit, _weighting];

    internal static Option<SpectrumWeighting> WeightingOption() =>
        new("--weighting") { Description = "What points count for: modulus (noise is a share of |Z|) or unit.", DefaultValueFactory = _ => SpectrumWeighting.Modulus };

    protected override Func<Recording, LaboratoryResult> Prepare(string sample, Recording measured, ParseResult parsed)
    {
        Circuit? circuit = SpectrumOptions.CircuitOf(parsed.GetValue(_circuit), _circuit.Name);
        SpectrumWeighting weighting = parsed.GetValue(_weighting);
        CircuitChoice? choice = circuit is null ? CircuitChoice.Of(SpectrumReading.Of(measured).Spectrum, weighting) : null;
        return recording =>
        {
            SpectrumReading reading = SpectrumReading.Of(recording);
            if (!ReferenceEquals(recording, measured)) return CircuitReport.Of(sample, CircuitFitter.Fit(reading.Spectrum, circuit ?? choice!.Best.Circuit, weighting), null, null, reading.Warnings);
            KramersKronigTest? test = reading.Spectrum.Count >= LeastForTest ? KramersKronigTest.Of(reading.Spectrum) : null;
            return CircuitReport.Of(sample, choice?.Best ?? CircuitFitter.Fit(reading.Spectrum, circuit!, weighting), choice, test, reading.Warnings);
        };
    }

    protected override Recording Simulate(string design, Recording measured, FitOptions options, double? stateOfCharge, CancellationToken cancellation) =>
        SimulatedRecording.OfSpectrum(design, measured, options, stateOfCharge);
}
