using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Making;
using Loadstone.Slurry;
using Loadstone.Web.Bench;
using Loadstone.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>What the Process page asks for: how the electrodes of a document are made, as <c>loadstone make</c> tells it.</summary>
internal static class ProcessApi
{
    /// <summary>Maps the calls.</summary>
    public static void MapProcess(this RouteGroupBuilder api) =>
        api.MapPost("/make", Make).WithSummary("Makes the electrodes of a document: slurry, wet film, drying, binder and carbon over the depth, cracking, press.");

    private static async Task<MakeAnswer> Make(MakeRequest request, ComputeQueue queue, CancellationToken aborted)
    {
        using ComputeTurn turn = queue.Enter(null, 0, aborted);
        return await turn.Run(_ => Answer(request)).ConfigureAwait(false);
    }

    internal static MakeAnswer Answer(MakeRequest request)
    {
        DesignDocument document = PageDocument.Read(request.Document);
        MakeOutcome outcome = MakeRunner.Run(document, [PageDocument.Variant(document, request.Variant).Name]);
        return new MakeAnswer(outcome.Variants[0].Design.Name, [.. outcome.Variants.SelectMany(States)], SectionPart.Of(MakeReport.Compose(outcome).Sections), MakeReport.Warnings(outcome));
    }

    private static IEnumerable<LayerState> States(BuiltDesign built) =>
        Electrode("positive", built.Positive).Concat(Electrode("negative", built.Negative));

    private static IEnumerable<LayerState> Electrode(string side, ElectrodeStructure? structure)
    {
        if (structure?.Making is not { } made) yield break;
        foreach ((CoatStep coat, LayerStructure layer) in made.Coats.Zip(structure.Layers))
        {
            SlurryLaws laws = SlurryLaws.Default;
            double thick = coat.Flow.Viscosity(10), thin = coat.Flow.Viscosity(100);
            yield return new LayerState(side, coat.Layer,
            [
                new("t_b", "binder film", layer.BinderFilmThickness * 1e9, "nm", "Thickness of the binder spread over active material and carbon."),
                new("t_s", "solvent shell", coat.Slurry.SolventShellThickness * 1e9, "nm", "Thickness of the solvent spread over all solids of the slurry."),
                new("φ", "solids by volume", coat.Slurry.SolidVolumeFraction * 100, "%", "Volume of solids per volume of slurry."),
                new("η", "viscosity at 10 s⁻¹", thick, "Pa s", FormattableString.Invariant($"Above {laws.HighestCoatingViscosity.Value:g3} Pa s a coater cannot spread it.")),
                new("G", "gap", coat.Gap * 1e6, "µm", "Gap of the coater over what lies below."),
                new("h_wet", "wet film", coat.Film.Thickness * 1e6, "µm", "Thickness of the wet film."),
                new("h_dry", "as coated", coat.Dried.Thickness * 1e6, "µm", "Thickness of the layer dried, before the press."),
                new("ε", "pores as coated", coat.Dried.Porosity * 100, "%", "Porosity of the layer dried, before the press."),
            ], new WindowState(Digits.Five(coat.Slurry.SolidMassFraction * 100)!.Value, Digits.Five(coat.Window.Solids?.Low * 100 ?? double.NaN), Digits.Five(coat.Window.Solids?.High * 100 ?? double.NaN),
                coat.Flow.Yield <= laws.HighestYieldStress.Value && thick <= laws.HighestCoatingViscosity.Value && thin >= laws.LowestCoatingViscosity.Value));
        }
    }
}

/// <summary>What the Process page asks for.</summary>
internal sealed record MakeRequest
{
    /// <summary>Text of the design document.</summary>
    public required string Document { get; init; }

    /// <summary>Name of the variant; null for the document as it stands.</summary>
    public string? Variant { get; init; }
}

/// <summary>How the electrodes of a variant are made.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Layers">The slurries and films of its layers.</param>
/// <param name="Sections">Tables and plots, step by step.</param>
/// <param name="Warnings">What a reader should be warned of, a sentence each.</param>
internal sealed record MakeAnswer(string Variant, IReadOnlyList<LayerState> Layers, IReadOnlyList<SectionPart> Sections, IReadOnlyList<string> Warnings);

/// <summary>Slurry and film of a layer.</summary>
/// <param name="Electrode">"positive" or "negative".</param>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Numbers">What they are like.</param>
/// <param name="Window">Where the slurry stands in the coater's window.</param>
internal sealed record LayerState(string Electrode, string Layer, IReadOnlyList<StateNumber> Numbers, WindowState Window);

/// <summary>A number with its unit.</summary>
internal sealed record StateNumber(string Symbol, string Label, double Value, string Unit, string Help);

/// <summary>The solids content of a slurry and the contents between which its recipe can be coated [%]; null where none can.</summary>
internal sealed record WindowState(double Solids, double? Low, double? High, bool IsInside);
