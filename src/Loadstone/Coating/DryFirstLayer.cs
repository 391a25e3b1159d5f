using Loadstone.Slurry;

namespace Loadstone.Coating;

/// <summary>
/// A second layer on a first that is dry: the pores of the first drink solvent, so that the second settles from a thicker slurry
/// than was coated and its wet-to-dry ratio changes (W. Chen et al. 2024, section 4). Solids stay where they were coated and
/// solvent where it went. Immutable.
/// </summary>
/// <param name="First">The dry first layer.</param>
/// <param name="FilledShare">Share of its pores that fill before the second layer stiffens, 0 to 1.</param>
public sealed record DryFirstLayer(LayerLedger First, double FilledShare = 1)
{
    /// <summary>Share of its pores that fill.</summary>
    public double FilledShare { get; init => field = Require.Fraction(value); } = Require.Fraction(FilledShare);

    /// <summary>Volume of solvent that it drinks per area [m].</summary>
    public double DrunkThickness => FilledShare * First.Porosity * First.Thickness;

    /// <summary>What is left of a wet second film after the first has drunk: the same solids in less solvent.</summary>
    /// <param name="coated">The film as coated.</param>
    /// <exception cref="InputException">It holds less solvent than the first drinks.</exception>
    public WetFilm Settled(WetFilm coated)
    {
        ArgumentNullException.ThrowIfNull(coated);
        double solvent = coated.SolventPerArea / coated.Slurry.SolventDensity;
        if (DrunkThickness >= solvent)
        {
            throw new InputException(FormattableString.Invariant(
                $"the dry first layer drinks {DrunkThickness * 1e6:0.##} µm of solvent, and the second film of {coated.Thickness * 1e6:0.##} µm holds {solvent * 1e6:0.##} µm; expected a film thicker than {coated.Thickness * DrunkThickness / solvent * 1e6:0.##} µm or a thinner slurry."));
        }
        double ratio = (solvent - DrunkThickness) * coated.Slurry.SolventDensity / coated.Solids.MassPerArea;
        return WetFilm.For(coated.Slurry with { SolventToSolidRatio = ratio }, coated.Solids.MassPerArea);
    }

    /// <summary>The dry second layer before the press.</summary>
    /// <param name="coated">Its film as coated.</param>
    /// <param name="laws">Parameters of the dry porosity; null for the default ones.</param>
    /// <exception cref="InputException">The film holds less solvent than the first drinks.</exception>
    public LayerLedger Dried(WetFilm coated, SlurryLaws? laws = null) => Settled(coated).Dried(laws);

    /// <summary>The wet second film that dries to a wanted thickness: the gap for a wanted ratio of the layers.</summary>
    /// <param name="slurry">Slurry of the second layer.</param>
    /// <param name="ratio">Thickness of the dry second layer over that of the first.</param>
    /// <param name="laws">Parameters of the dry porosity; null for the default ones.</param>
    /// <exception cref="InputException">No film of this slurry is that thin: the first drinks all its solvent.</exception>
    public WetFilm FilmFor(Formulation slurry, double ratio, SlurryLaws? laws = null)
    {
        ArgumentNullException.ThrowIfNull(slurry);
        double wanted = Require.Positive(ratio, "", nameof(ratio)) * First.Thickness;
        // Thickness of the solids alone, per thickness of film; the dry layer is at least that thick and grows with the film.
        double solid = slurry.SolidVolumeFraction, liquid = 1 - solid;
        if (liquid == 0) throw new InputException("the second slurry holds no solvent and cannot be coated.");
        double low = DrunkThickness / liquid, high = Math.Max(wanted / solid, 2 * low);
        double thinnest = low == 0 ? 0 : DryThickness(low * (1 + 1e-9));
        if (wanted <= thinnest)
        {
            throw new InputException(FormattableString.Invariant(
                $"a second layer of {wanted * 1e6:0.##} µm cannot be coated: the dry first layer would drink all its solvent. Expected at least {thinnest * 1e6:0.##} µm, or a thinner slurry."));
        }
        for (int i = 0; i < 200 && high - low > 1e-15 * high; i++)
        {
            double middle = 0.5 * (low + high);
            if (DryThickness(middle) < wanted) low = middle;
            else high = middle;
        }
        return new WetFilm(slurry, high);

        double DryThickness(double film) => Dried(new WetFilm(slurry, film), laws).Thickness;
    }
}
