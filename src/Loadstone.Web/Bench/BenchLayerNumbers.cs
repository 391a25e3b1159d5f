using Loadstone.Designs.Building;

namespace Loadstone.Web.Bench;

/// <summary>The numbers of each layer of the positive electrode.</summary>
internal static class BenchLayerNumbers
{
    private const double Nano = 1e9;
    private const string Lestriez = "H. Yari et al., ACS Appl. Energy Mater. (2020), section 3.1, after B. Lestriez (2010).";

    /// <summary>Those of all layers; none of a published parameter set.</summary>
    public static IEnumerable<BenchNumber> Of(BuiltDesign built) =>
        built.Positive?.Layers.SelectMany((layer, i) => Of(layer).Select(number => number with { Key = FormattableString.Invariant($"{number.Key}.{i}"), Layer = layer.Name })) ?? [];

    private static IEnumerable<BenchNumber> Of(LayerStructure layer)
    {
        yield return new("binderFilm", "t_b", layer.BinderFilmThickness * Nano, "nm", 1, "Thickness of the binder if it were spread over all active material and carbon of the layer.", "5 to 50", Lestriez);
        yield return new("solventShell", "t_s", layer.SolventShellThickness * Nano, "nm", 0, "Thickness of the solvent if it were spread over all solids of the slurry: thin shells flow badly.", "20 to 300", Lestriez)
        {
            Why = layer.Slurry is null ? "the document describes no slurry" : null,
        };
        yield return new("conductivity", "σ", layer.ElectronicConductivity, "S/m", 3, "Effective electronic conductivity of the layer.", "0.1 to 100; below 0.1 it takes voltage", "From the carbon's volume and spread (see laws in the document), or as stated.");
        yield return new("transportEfficiency", "ε/τ", layer.TransportEfficiency, "", 3, "Transport in the pores of the layer over that in free electrolyte.", "0.05 to 0.3", "Porosity to the Bruggeman exponent, or over the tortuosity factor, as the document states.");
    }
}
