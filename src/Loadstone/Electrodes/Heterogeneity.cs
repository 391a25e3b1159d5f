using Loadstone.Slurry;

namespace Loadstone.Electrodes;

/// <summary>How unevenly the carbon is divided among the layers of an electrode (Yari et al. 2020, eqn 3 and Table 1).</summary>
public static class Heterogeneity
{
    /// <summary>
    /// δ = Σ (ω_i/ω_t) |f_c,i − f_c,t|/f_c,t, 0 where all layers hold the same carbon fraction; below 2. ω is the loading of all
    /// solids, f_c,t the carbon fraction of the whole electrode. The print has f_c,i twice; the text before it says which is meant.
    /// </summary>
    /// <param name="layers">The solids of each layer, in any order.</param>
    /// <returns>δ; 0 for an electrode without carbon.</returns>
    public static double Of(IReadOnlyList<LayerSolids> layers)
    {
        double total = Require.NotEmpty(layers).Sum(layer => layer.MassPerArea);
        double mean = layers.Sum(layer => layer.MassPerArea * Carbon(layer)) / total;
        return mean == 0 ? 0 : layers.Sum(layer => layer.MassPerArea / total * Math.Abs(Carbon(layer) - mean) / mean);
    }

    /// <summary>The share of each layer in the active mass, ω_a,i/ω_a,t.</summary>
    /// <param name="layers">The solids of each layer.</param>
    public static IReadOnlyList<double> ActiveShares(IReadOnlyList<LayerSolids> layers)
    {
        double total = Require.NotEmpty(layers).Sum(layer => layer.ActiveLoading);
        return [.. layers.Select(layer => layer.ActiveLoading / total)];
    }

    private static double Carbon(LayerSolids layer) => layer.Composition.MassFractionOf(ComponentRole.Carbon);
}
