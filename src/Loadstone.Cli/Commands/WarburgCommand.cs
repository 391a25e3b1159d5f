using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Diffusion;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Tables;
using Loadstone.Materials;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse warburg</c>: Warburg coefficient and diffusivity.</summary>
internal sealed class WarburgCommand() : LaboratoryCommand("warburg", "Warburg coefficient from the diffusion line of impedance spectra, and the diffusion coefficient.")
{
    private readonly Option<string?> _from = new("--from") { Description = "Lowest frequency of the line; both ends are found when neither is given.", HelpName = "FREQUENCY" };
    private readonly Option<string?> _to = new("--to") { Description = "Highest frequency of the line.", HelpName = "FREQUENCY" };
    private readonly Option<string?> _area = new("--area") { Description = "Area at which lithium enters; needed for the diffusion coefficient. ± gives its standard uncertainty, here as in what follows.", HelpName = "AREA" };
    private readonly Option<string?> _concentration = new("--concentration") { Description = "Concentration of a species that reacts at the electrode.", HelpName = "CONCENTRATION" };
    private readonly Option<string?> _slope = new("--slope") { Description = "Insertion: slope of the rest potential over the lithium fraction (V; with --molar-volume) or over the charge (V per mAh/g; with --density).", HelpName = "\"-0.8 V\"" };
    private readonly Option<string?> _molarVolume = new("--molar-volume") { Description = "Volume of the host per mole of lithium sites.", HelpName = "\"20 cm³/mol\"" };
    private readonly Option<string?> _density = new("--density") { Description = "Density of the host.", HelpName = "\"4.7 g/cm³\"" };
    private readonly Option<string?> _material = new("--material") { Description = "Insertion: a host of the catalogue, at the lithium fraction of --lithium.", HelpName = "MATERIAL" };
    private readonly Option<string?> _lithium = new("--lithium") { Description = "Lithium fraction x at which the spectrum was taken.", HelpName = "\"0.5\"" };
    private readonly Option<string> _temperature = new("--temperature") { Description = "Temperature.", HelpName = "TEMPERATURE", DefaultValueFactory = _ => "25 °C" };

    public override FileSubject Subject => FileSubject.Spectrum;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse warburg examples/laboratory/half-cell-spectrum.csv --from 20mHz --to 1Hz", "the coefficient between two frequencies"),
        ("loadstone analyse warburg examples/laboratory/half-cell-spectrum.csv --from 20mHz --to 1Hz --area \"11 cm²\" --material nmc811 --lithium 0.5", "the diffusion coefficient too, with the catalogue's slope"),
        ("loadstone analyse warburg cell.z --area \"1.13 cm²\" --slope \"-0.8 V\" --molar-volume \"20 cm³/mol\"", "with one's own"),
    ];

    public override string? Remarks =>
        "Z′ and −Z″ are fitted with one slope σ against ω^-½. A species in solution: D = R²T²/(2A²F⁴c²σ²). Insertion: D = ½[(dE/dc)/(F A σ)]²\n"
        + "with dE/dc = V_m dE/dx (Ho, Raistrick and Huggins 1980).";

    public override IReadOnlyList<Option> Options => [_from, _to, _area, _concentration, _slope, _molarVolume, _density, _material, _lithium, _temperature];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        double? Optional(Option<string?> option) => parsed.GetValue(option) is { } text ? SpectrumOptions.Positive(QuantityKinds.Frequency, text, option.Name) : null;
        double? from = Optional(_from), to = Optional(_to);
        Func<WarburgLine, Estimate>? diffusivity = Diffusivity(parsed);
        return [.. files.Select(file =>
        {
            SpectrumReading reading = SpectrumReading.Of(InstrumentFile.Load(file, cancellation));
            WarburgLine line = WarburgLine.Of(reading.Spectrum, from, to);
            return PoreAndDiffusionReports.Of(Path.GetFileNameWithoutExtension(file), reading.Spectrum, line, diffusivity?.Invoke(line), reading.Warnings);
        })];
    }

    // What turns the coefficient into a diffusivity: a concentration, or a slope of the rest potential.
    private Func<WarburgLine, Estimate>? Diffusivity(ParseResult parsed)
    {
        Estimate? Positive(Option<string?> option, QuantityKind kind) => parsed.GetValue(option) is { } text ? UncertainQuantity.ParsePositive(text, kind, option.Name) : null;
        Estimate? area = Positive(_area, QuantityKinds.Area), concentration = Positive(_concentration, QuantityKinds.Concentration);
        PotentialSlope? slope = Slope(parsed, Positive);
        double temperature = SpectrumOptions.Positive(QuantityKinds.Temperature, parsed.GetValue(_temperature)!, _temperature.Name);
        if (concentration is not null && slope is not null) throw new InputException("--concentration is of a species in solution, a slope of the rest potential of an insertion electrode; expected one of both.");
        if (area is null && concentration is null && slope is null) return null;
        if (area is not { } a) throw new InputException("the diffusion coefficient needs --area too.");
        if (concentration is { } c) return line => line.Diffusivity(a, c, temperature);
        return slope is { } s ? line => line.InsertionDiffusivity(a, s) : throw new InputException("--area needs --concentration, --slope or --material for a diffusion coefficient.");
    }

    private PotentialSlope? Slope(ParseResult parsed, Func<Option<string?>, QuantityKind, Estimate?> positive)
    {
        Estimate? molarVolume = positive(_molarVolume, QuantityKinds.MolarVolume), density = positive(_density, QuantityKinds.Density), lithium = positive(_lithium, QuantityKinds.Ratio);
        string? slope = parsed.GetValue(_slope), material = parsed.GetValue(_material);
        if (material is null != lithium is null) throw new InputException("--material and --lithium belong together.");
        if (slope is null && (molarVolume ?? density) is not null) throw new InputException("--molar-volume and --density belong to --slope.");
        if (material is not null)
        {
            if (slope is not null) throw new InputException("--slope and --material both give a slope of the rest potential; expected one of them.");
            return OfMaterial(material, lithium!.Value);
        }
        if (slope is null) return null;
        string[] parts = slope.Split(" per ", 2, StringSplitOptions.TrimEntries);
        Estimate volts = UncertainQuantity.Parse(parts[0], QuantityKinds.Voltage, _slope.Name);
        if (volts.Value == 0) throw new InputException($"\"{slope}\" is no slope; expected one other than 0.", file: _slope.Name);
        if (parts.Length == 1) return PotentialSlope.OverFraction(volts, molarVolume ?? throw new InputException("a slope over the lithium fraction needs --molar-volume.", file: _slope.Name));
        double unit = UncertainQuantity.ParsePositive("1 " + parts[1], QuantityKinds.SpecificCapacity, _slope.Name).Value;
        return PotentialSlope.OverCapacity(volts.Times(1 / unit), density ?? throw new InputException("a slope over the charge needs --density.", file: _slope.Name));
    }

    private static PotentialSlope OfMaterial(string name, Estimate lithium)
    {
        ActiveMaterial material = Catalogue.Default.Find<ActiveMaterial>(name);
        (double low, double high) = (material.OpenCircuitPotential.Domain.Low, material.OpenCircuitPotential.Domain.High);
        if (lithium.Value < low || lithium.Value > high)
            throw new InputException(FormattableString.Invariant($"the potential of {name} is known from x = {low:g3} to {high:g3}; got {lithium.Value:g3}."), file: "--lithium");
        return PotentialSlope.OverFraction(Estimate.Exact(material.OpenCircuitPotential.Function.DerivativeAt(lithium.Value)), Estimate.Exact(1 / material.MaximumConcentration));
    }
}
