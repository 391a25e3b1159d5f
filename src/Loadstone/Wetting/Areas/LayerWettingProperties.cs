using Loadstone.Wetting.Capillary;

namespace Loadstone.Wetting.Areas;

/// <summary>
/// What a layer is to a liquid that fills it: permeability, capillary suction and the gas that stays behind. Pores of a share S hold the
/// liquid under a suction p_e S^(−1/λ) and let it pass at the relative permeability S^(3 + 2/λ) (R. H. Brooks and A. T. Corey, Colorado
/// State University Hydrology Paper 3 (1964)), S counted over the pores that can fill.
/// </summary>
public sealed record LayerWettingProperties
{
    /// <summary>λ of grains of about one size; soils have 0.5 to 5, the more the narrower their pores are distributed (Brooks and Corey, 1964).</summary>
    public const double UniformGrains = 3;

    /// <summary>Permeability K of the pores full of liquid [m²].</summary>
    public required double Permeability { get; init => field = Require.Positive(value, "m²"); }

    /// <summary>Suction p_e under which the pores still are full [Pa].</summary>
    public required double EntryPressure { get; init => field = Require.Positive(value, "Pa"); }

    /// <summary>Share of the pore volume whose gas the liquid cuts off.</summary>
    public double TrappedShare { get; init => field = Require.Within(value, 0, 0.9, "(fraction)"); }

    /// <summary>λ, narrowness of the pore sizes.</summary>
    public double PoreIndex { get; init => field = Require.Within(value, 1.01, 1000, "(number)"); } = UniformGrains;

    /// <summary>
    /// A layer of grains: permeability ε³d²/(180 (1 − ε)²) (P. C. Carman, Trans. Inst. Chem. Eng. 15, 150 (1937)), and suction whose mean over
    /// the filling is the surface energy that it frees, 6 (1 − ε) σ cos θ/(ε d) (L. R. White, J. Colloid Interface Sci. 90, 536 (1982)).
    /// </summary>
    /// <param name="porosity">ε.</param>
    /// <param name="diameter">Sauter diameter d of the grains [m].</param>
    /// <param name="liquid">The liquid.</param>
    /// <param name="trappedShare">Share of the pore volume whose gas is cut off.</param>
    public static LayerWettingProperties OfGrains(double porosity, double diameter, WettingLiquid liquid, double trappedShare = 0)
    {
        ArgumentNullException.ThrowIfNull(liquid);
        Require.Within(porosity, 1e-3, 0.999, "(fraction)", nameof(porosity));
        Require.Positive(diameter, "m", nameof(diameter));
        return new LayerWettingProperties
        {
            Permeability = Math.Pow(porosity, 3) * diameter * diameter / (180 * (1 - porosity) * (1 - porosity)),
            EntryPressure = EntryOfMean(6 * (1 - porosity) * liquid.Adhesion / (porosity * diameter), UniformGrains),
            TrappedShare = trappedShare,
        };
    }

    /// <summary>A sheet with straight pores of one radius, as a separator: permeability (ε/τ) r²/8 (Hagen and Poiseuille), suction 2σ cos θ/r.</summary>
    /// <param name="transportEfficiency">ε/τ.</param>
    /// <param name="poreRadius">r [m].</param>
    /// <param name="liquid">The liquid.</param>
    public static LayerWettingProperties OfPores(double transportEfficiency, double poreRadius, WettingLiquid liquid)
    {
        ArgumentNullException.ThrowIfNull(liquid);
        Require.Within(transportEfficiency, 1e-6, 1, "(fraction)", nameof(transportEfficiency));
        Require.Positive(poreRadius, "m", nameof(poreRadius));
        return new LayerWettingProperties { Permeability = transportEfficiency * poreRadius * poreRadius / 8, EntryPressure = EntryOfMean(2 * liquid.Adhesion / poreRadius, UniformGrains) };
    }

    /// <summary>
    /// Properties from fillings of beds of this layer alone: trapped air as there, and, where the beds suck the liquid in, their mean
    /// suction over the filling. Beds of two dimensions often need pressure instead; then the suction of the grains stays.
    /// </summary>
    /// <param name="grains">The layer of grains, from <see cref="OfGrains"/>: its permeability is kept.</param>
    /// <param name="fillings">Fillings of beds of the layer, one or more.</param>
    /// <param name="surfaceTension">σ [N/m].</param>
    public static LayerWettingProperties Of(LayerWettingProperties grains, IReadOnlyList<CapillaryFilling> fillings, double surfaceTension)
    {
        ArgumentNullException.ThrowIfNull(grains);
        Require.NotEmpty(fillings);
        Require.Positive(surfaceTension, "N/m", nameof(surfaceTension));
        double suction = -surfaceTension * fillings.Average(MeanCurvature);
        return grains with
        {
            TrappedShare = fillings.Average(filling => filling.TrappedShare),
            EntryPressure = suction > 0 ? EntryOfMean(suction, grains.PoreIndex) : grains.EntryPressure,
        };
    }

    // ∫ p_e S^(−1/λ) dS = p_e λ/(λ − 1).
    private static double EntryOfMean(double suction, double index) => suction * (index - 1) / index;

    private static double MeanCurvature(CapillaryFilling filling)
    {
        double sum = 0, before = 0;
        foreach (FillingStep step in filling.Steps)
        {
            sum += step.Curvature * (step.Saturation - before);
            before = step.Saturation;
        }
        return before > 0 ? sum / before : 0;
    }
}
