using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Electrodes;

/// <summary>
/// Laws for what a recipe does not say of a coating: transport in its pores, electronic conductivity, contact at the foil, and
/// the lithium that the first cycle binds. Every parameter is an assumption with a range; a design may set its own. All layers
/// and all variants of a design share them. Immutable.
/// </summary>
public sealed record CoatingLaws
{
    private const double SphereExponent = 1.5; // Bruggeman 1935, for the conducting active material itself

    private static readonly Lazy<CoatingLaws> BuiltIn = MaterialReader.BuiltIn("coating-laws.json", Read);

    /// <summary>The laws with the parameters of the built-in data.</summary>
    public static CoatingLaws Default => BuiltIn.Value;

    /// <summary>b in the transport efficiency ε^b; the tortuosity factor is ε^(1 − b).</summary>
    public required SourcedValue BruggemanExponent { get; init; }

    /// <summary>Electronic conductivity σ_ref at the reference carbon fraction and film thickness [S/m].</summary>
    public required SourcedValue ReferenceConductivity { get; init; }

    /// <summary>Carbon volume per volume of coating φ_ref at which σ_ref is meant.</summary>
    public required SourcedValue ReferenceCarbonFraction { get; init; }

    /// <summary>Carbon volume per surface of active particles d_ref at which σ_ref is meant [m].</summary>
    public required SourcedValue ReferenceFilmThickness { get; init; }

    /// <summary>Exponent t in the carbon's volume fraction.</summary>
    public required SourcedValue PercolationExponent { get; init; }

    /// <summary>Exponent m in the carbon's volume per active surface.</summary>
    public required SourcedValue FilmExponent { get; init; }

    /// <summary>Conductivity of an active material that conducts by itself, before its volume fraction [S/m].</summary>
    public required SourcedValue ConductingActiveConductivity { get; init; }

    /// <summary>Length of coating ℓ_c whose resistance equals that of the contact at the foil [m].</summary>
    public required SourcedValue ConstrictionLength { get; init; }

    /// <summary>Part of the first charge that a negative electrode binds for good.</summary>
    public required SourcedValue FirstCycleLoss { get; init; }

    /// <summary>Active materials of the catalogue that conduct electrons by themselves.</summary>
    public required IReadOnlyList<string> ConductingMaterials { get; init; }

    /// <summary>ε/τ = ε^b, the ratio of effective to free transport in the pores (D. A. G. Bruggeman, Ann. Phys. 416, 636 (1935)).</summary>
    /// <param name="porosity">Porosity ε.</param>
    public double TransportEfficiency(double porosity) => Math.Pow(porosity, BruggemanExponent.Value);

    /// <summary>
    /// Effective electronic conductivity of a coating, σ = σ_ref (φ_c/φ_ref)^t (d_c/d_ref)^m + σ_a ε_a^1.5 [S/m]. The carbon's
    /// volume per active surface, d_c = φ_c/Σ(3 ε_s/R), is how thick it would stand on the particles: small particles have more
    /// surface for the same carbon. The second term is for active materials that conduct by themselves.
    /// </summary>
    /// <param name="carbonFraction">Carbon volume per volume of coating φ_c.</param>
    /// <param name="activeSurface">Surface of the active particles per volume of coating, Σ 3 ε_s/R [1/m].</param>
    /// <param name="conductingActiveFraction">Volume per volume of coating of active materials that conduct by themselves ε_a.</param>
    public double ElectronicConductivity(double carbonFraction, double activeSurface, double conductingActiveFraction = 0)
    {
        double film = carbonFraction / activeSurface;
        double carbon = ReferenceConductivity.Value
            * Math.Pow(carbonFraction / ReferenceCarbonFraction.Value, PercolationExponent.Value)
            * Math.Pow(film / ReferenceFilmThickness.Value, FilmExponent.Value);
        return carbon + ConductingActiveConductivity.Value * Math.Pow(conductingActiveFraction, SphereExponent);
    }

    /// <summary>Resistance between coating and foil, R_c = ℓ_c/σ of the layer at the foil [Ω m²].</summary>
    /// <param name="conductivity">Electronic conductivity of the layer at the foil [S/m].</param>
    public double ContactResistance(double conductivity) => ConstrictionLength.Value / conductivity;

    private static CoatingLaws Read(MaterialReader reader) => new()
    {
        BruggemanExponent = reader.Value("bruggemanExponent", QuantityKinds.Ratio),
        ReferenceConductivity = reader.Value("referenceConductivity", QuantityKinds.Conductivity),
        ReferenceCarbonFraction = reader.Value("referenceCarbonFraction", QuantityKinds.Fraction),
        ReferenceFilmThickness = reader.Value("referenceFilmThickness", QuantityKinds.Length),
        PercolationExponent = reader.Value("percolationExponent", QuantityKinds.Ratio),
        FilmExponent = reader.Value("filmExponent", QuantityKinds.Ratio),
        ConductingActiveConductivity = reader.Value("conductingActiveConductivity", QuantityKinds.Conductivity),
        ConstrictionLength = reader.Value("constrictionLength", QuantityKinds.Length),
        FirstCycleLoss = reader.Value("firstCycleLoss", QuantityKinds.Fraction),
        ConductingMaterials = reader.Texts("conductingMaterials"),
    };
}
