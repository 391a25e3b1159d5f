namespace Loadstone.Slurry;

/// <summary>Divides the loading of an electrode among its layers.</summary>
public static class LayerShares
{
    private const double RoundOff = 1e-9;

    /// <summary>Each layer carries its share of the active mass, m_i = share_i · loading/f_a,i.</summary>
    /// <param name="layers">Composition of each layer, the first at the foil.</param>
    /// <param name="shares">Shares, above 0, adding to 1, length as <paramref name="layers"/>.</param>
    /// <param name="activeLoading">Active mass per area of the whole electrode [kg/m²].</param>
    /// <exception cref="InputException">The shares do not add to 100 %, or a layer holds no active material.</exception>
    public static IReadOnlyList<LayerSolids> OfActiveMass(IReadOnlyList<Composition> layers, IReadOnlyList<double> shares, double activeLoading)
    {
        Check(layers, shares, activeLoading);
        return [.. layers.Zip(shares, (layer, share) => Solids(layer, share * activeLoading / ActiveFraction(layer)))];
    }

    /// <summary>
    /// Each layer has its share of the thickness. The masses follow from the porosities, that one thickness holds the whole
    /// loading: H Σ share_i (1 − ε_i) ρ_i f_a,i = loading, with ρ_i the density of the solids.
    /// </summary>
    /// <param name="layers">Composition of each layer, the first at the foil.</param>
    /// <param name="shares">Shares, above 0, adding to 1, length as <paramref name="layers"/>.</param>
    /// <param name="activeLoading">Active mass per area of the whole electrode [kg/m²].</param>
    /// <param name="porosities">Porosity of each layer, or null where all are the same, whatever it is.</param>
    /// <exception cref="InputException">The shares do not add to 100 %, or no layer holds active material.</exception>
    public static IReadOnlyList<LayerSolids> OfThickness(IReadOnlyList<Composition> layers, IReadOnlyList<double> shares, double activeLoading,
        IReadOnlyList<double>? porosities = null)
    {
        Check(layers, shares, activeLoading);
        if (porosities is not null && porosities.Count != layers.Count)
            throw new ArgumentException($"{layers.Count} layers need as many porosities; got {porosities.Count}.", nameof(porosities));
        double[] weights = [.. layers.Select((layer, i) => shares[i] * (1 - Require.Within(porosities?[i] ?? 0, 0, 0.999, "(fraction)", nameof(porosities))) * layer.Density)];
        double active = layers.Select((layer, i) => weights[i] * layer.MassFractionOf(ComponentRole.Active)).Sum();
        if (active <= 0) throw new InputException("no layer holds active material; expected one that does.");
        return [.. layers.Zip(weights, (layer, weight) => Solids(layer, weight * activeLoading / active))];
    }

    private static LayerSolids Solids(Composition composition, double massPerArea) => new() { Composition = composition, MassPerArea = massPerArea };

    private static double ActiveFraction(Composition layer)
    {
        double fraction = layer.MassFractionOf(ComponentRole.Active);
        return fraction > 0 ? fraction : throw new InputException("a layer that takes a share of the active mass holds no active material.");
    }

    private static void Check(IReadOnlyList<Composition> layers, IReadOnlyList<double> shares, double activeLoading)
    {
        Require.NotEmpty(layers);
        ArgumentNullException.ThrowIfNull(shares);
        Require.Positive(activeLoading, "kg/m²", nameof(activeLoading));
        if (shares.Count != layers.Count) throw new ArgumentException($"{layers.Count} layers need as many shares; got {shares.Count}.", nameof(shares));
        foreach (double share in shares)
        {
            if (!(share > 0)) throw new InputException(FormattableString.Invariant($"a layer's share of {share * 100:g6} % is not above zero; expected more than 0 %."));
        }
        double sum = shares.Sum();
        if (!(Math.Abs(sum - 1) <= RoundOff)) throw new InputException(FormattableString.Invariant($"the layers' shares add to {sum * 100:0.######} %; expected 100 %."));
    }
}
