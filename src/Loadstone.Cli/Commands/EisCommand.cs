using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse eis</c>: an equivalent circuit fitted to spectra.</summary>
internal sealed class EisCommand() : LaboratoryCommand("eis", "Fit an equivalent circuit to impedance spectra, after a Kramers–Kronig test; without --circuit one is chosen, and why is said.")
{
    private const int LeastForTest = 5;

    private readonly Option<string?> _circuit = new("--circuit") { Description = "The circuit; - in series, p(a,b) in parallel; or a circuit description code such as R(RQ)(R[QW]).", HelpName = "\"R0-p(R1,CPE1)-W1\"" };
    private readonly Option<SpectrumWeighting> _weighting = WeightingOption();

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse eis examples/laboratory/half-cell-spectrum.csv", "a circuit is chosen"),
        ("loadstone analyse eis a.mpr b.mpr --circuit \"R0-p(R1,CPE1)-p(R2-W1,CPE2)\" --out eis", "one circuit for several cells, with pictures"),
    ];

    protected override string? Remarks => "Elements: " + string.Join("; ", ElementKinds.All.Select(kind => $"{kind.Symbol} {kind.Meaning}")) + ".";

    protected override IReadOnlyList<Option> Options => [_circuit, _weighting];

    internal static Option<SpectrumWeighting> WeightingOption() =>
        new("--weighting") { Description = "What points count for: modulus (noise is a share of |Z|) or unit.", DefaultValueFactory = _ => SpectrumWeighting.Modulus };

    protected override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Circuit? circuit = parsed.GetValue(_circuit) is { } text ? Circuit.Parse(text) : null;
        SpectrumWeighting weighting = parsed.GetValue(_weighting);
        return [.. files.Select(file =>
        {
            SpectrumReading reading = SpectrumReading.Of(InstrumentFile.Load(file, cancellation));
            KramersKronigTest? test = reading.Spectrum.Count >= LeastForTest ? KramersKronigTest.Of(reading.Spectrum) : null;
            CircuitChoice? choice = circuit is null ? CircuitChoice.Of(reading.Spectrum, weighting) : null;
            CircuitFit fit = choice?.Best ?? CircuitFitter.Fit(reading.Spectrum, circuit!, weighting);
            return CircuitReport.Of(Path.GetFileNameWithoutExtension(file), fit, choice, test, reading.Warnings);
        })];
    }
}
