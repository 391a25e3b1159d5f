using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Diffusion;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse warburg</c>: Warburg coefficient and diffusivity.</summary>
internal sealed class WarburgCommand() : LaboratoryCommand("warburg", "Warburg coefficient from the diffusion line of impedance spectra, and the diffusion coefficient.")
{
    private readonly Option<string?> _from = new("--from") { Description = "Lowest frequency of the line; both ends are found when neither is given.", HelpName = "FREQUENCY" };
    private readonly Option<string?> _to = new("--to") { Description = "Highest frequency of the line.", HelpName = "FREQUENCY" };
    private readonly Option<string?> _area = new("--area") { Description = "Area at which lithium enters; with --concentration it gives the diffusion coefficient.", HelpName = "AREA" };
    private readonly Option<string?> _concentration = new("--concentration") { Description = "Concentration of lithium in the host.", HelpName = "CONCENTRATION" };
    private readonly Option<string> _temperature = new("--temperature") { Description = "Temperature.", HelpName = "TEMPERATURE", DefaultValueFactory = _ => "25 °C" };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse warburg examples/laboratory/half-cell-spectrum.csv --from 20mHz --to 1Hz", "the coefficient between two frequencies"),
        ("loadstone analyse warburg cell.z --area \"1.13 cm²\" --concentration \"25 mol/L\"", "the diffusion coefficient too"),
    ];

    protected override string? Remarks => "Z′ and −Z″ are fitted with one slope against ω^-½; D = R²T²/(2A²F⁴c²σ²).";

    protected override IReadOnlyList<Option> Options => [_from, _to, _area, _concentration, _temperature];

    protected override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double? Optional(Option<string?> option, QuantityKind kind) => parsed.GetValue(option) is { } text ? SpectrumOptions.Positive(kind, text, option.Name) : null;
        double? from = Optional(_from, QuantityKinds.Frequency), to = Optional(_to, QuantityKinds.Frequency), area = Optional(_area, QuantityKinds.Area), concentration = Optional(_concentration, QuantityKinds.Concentration);
        if (area is null != concentration is null) throw new InputException("--area and --concentration belong together.");
        double temperature = SpectrumOptions.Positive(QuantityKinds.Temperature, parsed.GetValue(_temperature)!, _temperature.Name);
        return [.. files.Select(file =>
        {
            SpectrumReading reading = SpectrumReading.Of(InstrumentFile.Load(file, cancellation));
            WarburgLine line = WarburgLine.Of(reading.Spectrum, from, to);
            Estimate? diffusivity = area is { } a && concentration is { } c ? line.Diffusivity(a, c, temperature) : null;
            return PoreAndDiffusionReports.Of(Path.GetFileNameWithoutExtension(file), reading.Spectrum, line, diffusivity, reading.Warnings);
        })];
    }
}
