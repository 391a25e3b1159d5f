using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Porous;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse wetting</c>: the wetted fraction from the ohmic resistance against the time of rest.</summary>
internal sealed class WettingCommand() : LaboratoryCommand("wetting", "Wetted fraction of a cell from the ohmic intercept of spectra against the time of rest.")
{
    private const string Ohmic = "R0";

    private readonly Option<string> _rest = new("--rest") { Description = "Time of rest of each file.", HelpName = "\"1 h, 5 h, 10 h\"", Required = true };
    private readonly Option<string?> _leads = new("--leads") { Description = "Resistance of leads and foils, which wetting does not change.", HelpName = "RESISTANCE" };

    private readonly Option<string> _wet = new("--wet") { Description = "What counts as wet: last (the last spectrum), fit (what an exponential approach tends to), or the ohmic resistance itself.", HelpName = "last|fit|\"4.2 Ω ± 0.1 Ω\"", DefaultValueFactory = _ => "last" };
    private readonly Option<string?> _circuit = new("--circuit") { Description = "Circuit of all spectra, with the ohmic resistance R0; without it each gets its own.", HelpName = "\"R0-p(R1,CPE1)\"" };

    public override FileSubject Subject => FileSubject.Spectrum;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse wetting examples/laboratory/wetting-1h.csv examples/laboratory/wetting-3h.csv examples/laboratory/wetting-6h.csv examples/laboratory/wetting-10h.csv examples/laboratory/wetting-16h.csv --rest \"1 h, 3 h, 6 h, 10 h, 16 h\" --wet fit", "spectra of one cell while it rests"),
    ];

    public override string? Remarks =>
        "The wetted fraction is the wet ohmic resistance over that at a time of rest, both without the leads. The ohmic resistance is R0 of the circuit.\n"
        + "--wet fit takes 1/(R − R_leads) = G (1 − a e^(−t/τ)) for the approach.";

    public override IReadOnlyList<Option> Options => [_rest, _leads, _wet, _circuit];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double[] rest = SpectrumOptions.Each(parsed.GetValue(_rest)!, QuantityKinds.Time, files.Count, _rest.Name);
        double leads = parsed.GetValue(_leads) is { } text ? SpectrumOptions.Positive(QuantityKinds.Resistance, text, _leads.Name) : 0;
        Circuit? circuit = SpectrumOptions.CircuitOf(parsed.GetValue(_circuit), _circuit.Name);
        if (circuit is not null && circuit.Parameters.All(p => p.Element != Ohmic)) throw new InputException($"{circuit.Text} has no R0; expected the ohmic resistance under that name.", file: _circuit.Name);
        var warnings = new List<string>();
        var ohmic = new List<Estimate>();
        foreach (string file in files)
        {
            SpectrumReading reading = SpectrumReading.Of(InstrumentFile.Load(file, cancellation));
            warnings.AddRange(reading.Warnings.Select(warning => $"{file}: {warning}"));
            CircuitFit fit = circuit is null ? CircuitChoice.Of(reading.Spectrum).Best : CircuitFitter.Fit(reading.Spectrum, circuit);
            if (fit.Circuit.Parameters.All(p => p.Element != Ohmic)) throw new InputException($"no ohmic resistance can be told from the spectrum ({fit.Circuit.Text} fits best); expected higher frequencies, or --circuit.", file: file);
            ohmic.Add(fit[Ohmic]);
        }
        (WettingCurve curve, string reference) = Curve(rest, ohmic, leads, parsed.GetValue(_wet)!);
        return [PoreAndDiffusionReports.Of(Path.GetFileNameWithoutExtension(files[0]), curve, reference, warnings)];
    }

    private (WettingCurve Curve, string Reference) Curve(double[] rest, List<Estimate> ohmic, double leads, string wet) => wet switch
    {
        "last" => (WettingCurve.Of(rest, ohmic, leads), "The last spectrum counts as wet."),
        "fit" => (WettingCurve.Extrapolated(rest, ohmic, leads), "What an exponential approach tends to counts as wet."),
        _ => (WettingCurve.Of(rest, ohmic, leads, UncertainQuantity.ParsePositive(wet, QuantityKinds.Resistance, _wet.Name)), $"{wet} counts as wet."),
    };
}
