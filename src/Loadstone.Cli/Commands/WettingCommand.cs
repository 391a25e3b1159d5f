using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Porous;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse wetting</c>: the wetted fraction from the ohmic resistance against the time of rest.</summary>
internal sealed class WettingCommand() : LaboratoryCommand("wetting", "Wetted fraction of a cell from the ohmic intercept of spectra against the time of rest.")
{
    private readonly Option<string> _rest = new("--rest") { Description = "Time of rest of each file.", HelpName = "\"1 h, 5 h, 10 h\"", Required = true };
    private readonly Option<string?> _leads = new("--leads") { Description = "Resistance of leads and foils, which wetting does not change.", HelpName = "RESISTANCE" };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
        [("loadstone analyse wetting 1h.z 5h.z 10h.z 20h.z --rest \"1 h, 5 h, 10 h, 20 h\"", "spectra of one cell while it rests")];

    protected override string? Remarks => "The ohmic resistance is R0 of the circuit that fits best; the last spectrum counts as wet.";

    protected override IReadOnlyList<Option> Options => [_rest, _leads];

    protected override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double[] rest = SpectrumOptions.Each(parsed.GetValue(_rest)!, QuantityKinds.Time, files.Count, _rest.Name);
        double leads = parsed.GetValue(_leads) is { } text ? SpectrumOptions.Positive(QuantityKinds.Resistance, text, _leads.Name) : 0;
        var warnings = new List<string>();
        var ohmic = new List<Estimate>();
        foreach (string file in files)
        {
            SpectrumReading reading = SpectrumReading.Of(InstrumentFile.Load(file, cancellation));
            warnings.AddRange(reading.Warnings.Select(warning => $"{file}: {warning}"));
            ohmic.Add(CircuitChoice.Of(reading.Spectrum).Best["R0"]);
        }
        return [PoreAndDiffusionReports.Of(Path.GetFileNameWithoutExtension(files[0]), WettingCurve.Of(rest, ohmic, leads), warnings)];
    }
}
