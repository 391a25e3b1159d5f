using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Tables;
using Loadstone.Laboratory.Transport;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse diffusion</c>: tortuosity from the relaxation of a symmetric cell.</summary>
internal sealed class DiffusionCommand() : LaboratoryCommand("diffusion", "Tortuosity of a separator or an electrode from the relaxation of a symmetric cell (restricted diffusion).")
{
    private const string LayerOption = "--layer";

    private readonly Option<string> _diffusivity = new("--diffusivity") { Description = "Diffusivity of the salt in the free electrolyte; ± gives its standard uncertainty.", HelpName = "\"3e-10 m²/s\"", Required = true };
    private readonly Option<string?> _thickness = new("--thickness") { Description = "Thickness of the one porous layer between the electrodes.", HelpName = "\"25 µm ± 0.5 µm\"" };
    private readonly Option<string?> _porosity = new("--porosity") { Description = "Its porosity, for the MacMullin number.", HelpName = "\"41 %\"" };
    private readonly Option<string[]> _layer = new(LayerOption) { Description = "A layer of a stack: thickness, porosity, tortuosity factor; the one that is looked for has no third value. Once for each layer, in order.", HelpName = "\"25 µm, 41 %, 2.6\"" };

    public override FileSubject Subject => FileSubject.Test;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse diffusion examples/laboratory/separator-relaxation.bdf.csv --thickness \"100 µm\" --porosity \"41 %\" --diffusivity \"3e-10 m²/s\"", "one separator, or several of one sort"),
        ("loadstone analyse diffusion rest.bdf.csv --diffusivity \"3e-10 m²/s ± 2e-11 m²/s\" --layer \"25 µm, 41 %, 2.6\" --layer \"120 µm, 35 %\" --layer \"25 µm, 41 %, 2.6\"", "an electrode between two separators"),
    ];

    public override string? Remarks =>
        "The rest is the longest stretch without current after one with current. The late slope of ln|ΔV| gives τ = π² D/(|slope| L²) (Thorat et al. 2009);\n"
        + "a stack is solved as an eigenvalue problem. The window is chosen so that faster modes have died away.";

    public override IReadOnlyList<Option> Options => [_diffusivity, _thickness, _porosity, _layer];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        Estimate diffusivity = UncertainQuantity.ParsePositive(parsed.GetValue(_diffusivity)!, QuantityKinds.Diffusivity, "--diffusivity");
        IReadOnlyList<MeasuredLayer> layers = Layers(parsed, out bool hasPorosity);
        return [.. files.Select(file =>
        {
            RestInterval rest = RestInterval.Of(InstrumentFile.Load(file, cancellation));
            return DiffusionReport.Of(Path.GetFileNameWithoutExtension(file), rest, RestrictedDiffusion.Analyse(rest.Time, rest.Voltage, layers, diffusivity, file), hasPorosity);
        })];
    }

    private IReadOnlyList<MeasuredLayer> Layers(ParseResult parsed, out bool hasPorosity)
    {
        string[] stack = parsed.GetValue(_layer) ?? [];
        string? thickness = parsed.GetValue(_thickness), porosity = parsed.GetValue(_porosity);
        hasPorosity = porosity is not null || stack.Length > 0;
        if (stack.Length == 0 == (thickness is null)) throw new InputException("expected either --thickness of one layer, or --layer for each layer of a stack.");
        if (stack.Length > 0) return [.. stack.Select(Layer)];
        Estimate pores = porosity is null ? Estimate.Exact(1) : UncertainQuantity.ParsePositive(porosity, QuantityKinds.Fraction, "--porosity");
        return [new MeasuredLayer(UncertainQuantity.ParsePositive(thickness!, QuantityKinds.Length, "--thickness"), pores)];
    }

    private static MeasuredLayer Layer(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is not (2 or 3)) throw new InputException($"\"{text}\" has {parts.Length} parts; expected thickness, porosity and, but for the layer that is looked for, tortuosity factor.", file: LayerOption);
        return new MeasuredLayer(
            UncertainQuantity.ParsePositive(parts[0], QuantityKinds.Length, LayerOption),
            UncertainQuantity.ParsePositive(parts[1], QuantityKinds.Fraction, LayerOption),
            parts.Length == 3 ? UncertainQuantity.ParsePositive(parts[2], QuantityKinds.Ratio, LayerOption) : null);
    }
}
