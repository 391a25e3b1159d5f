using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Slurry;

/// <summary>
/// Parameters of the laws for what a recipe does not say of its slurry: packing, structure of the carbon, the limits of a coater.
/// Every one is an assumption with a range; a design may set its own (<c>with</c>). Immutable.
/// </summary>
public sealed record SlurryLaws
{
    private static readonly Lazy<SlurryLaws> BuiltIn = MaterialReader.BuiltIn("slurry-laws.json", Read);

    /// <summary>The laws with the parameters of the built-in data.</summary>
    public static SlurryLaws Default => BuiltIn.Value;

    /// <summary>Fraction at which the particles jam φ_m.</summary>
    public required SourcedValue MaximumPacking { get; init; }

    /// <summary>Intrinsic viscosity of the particles [η].</summary>
    public required SourcedValue IntrinsicViscosity { get; init; }

    /// <summary>Volume of carbon with the liquid that its aggregates hold, per mass of carbon v_c [m³/kg].</summary>
    public required SourcedValue CarbonStructureVolume { get; init; }

    /// <summary>Share of the binder that sits on the surfaces θ; the rest is dissolved.</summary>
    public required SourcedValue AdsorbedBinderShare { get; init; }

    /// <summary>Yield stress of the carbon network at the reference fraction τ_ref [Pa].</summary>
    public required SourcedValue ReferenceYieldStress { get; init; }

    /// <summary>Carbon volume per volume between the active particles at which τ_ref is meant.</summary>
    public required SourcedValue ReferenceCarbonFraction { get; init; }

    /// <summary>Exponent of the yield stress in the carbon fraction m.</summary>
    public required SourcedValue YieldExponent { get; init; }

    /// <summary>Viscosity at 100 s⁻¹ below which a slurry runs off [Pa s].</summary>
    public required SourcedValue LowestCoatingViscosity { get; init; }

    /// <summary>Viscosity at 10 s⁻¹ above which a coater cannot spread a slurry [Pa s].</summary>
    public required SourcedValue HighestCoatingViscosity { get; init; }

    /// <summary>Yield stress above which a coater cannot spread a slurry [Pa].</summary>
    public required SourcedValue HighestYieldStress { get; init; }

    /// <summary>Voids per volume of solid where there was next to no solvent e₀.</summary>
    public required SourcedValue PackedVoidRatio { get; init; }

    /// <summary>Share of the solvent's volume that stays as pores k.</summary>
    public required SourcedValue KeptSolventShare { get; init; }

    /// <summary>The law for the particles: Krieger–Dougherty with <see cref="MaximumPacking"/> and <see cref="IntrinsicViscosity"/>.</summary>
    public SuspensionViscosity Particles => new SuspensionViscosity.KriegerDougherty(MaximumPacking.Value, IntrinsicViscosity.Value);

    /// <summary>
    /// Porosity of the dry coating before the press, against the solid fraction of its slurry:
    /// ε/(1 − ε) = e₀ + k (1/φ − 1). It falls with φ and does not depend on the gap, as H. Yari et al. 2020 found
    /// (section 3.2, eqns 4 and 5); the form and its two parameters are assumptions.
    /// </summary>
    /// <param name="solidVolumeFraction">φ, above 0 and not above 1.</param>
    public double DryPorosity(double solidVolumeFraction)
    {
        Require.Within(solidVolumeFraction, 1e-6, 1, "(fraction)", nameof(solidVolumeFraction));
        double voids = PackedVoidRatio.Value + KeptSolventShare.Value * (1 / solidVolumeFraction - 1);
        return voids / (1 + voids);
    }

    private static SlurryLaws Read(MaterialReader reader) => new()
    {
        MaximumPacking = reader.Value("maximumPacking", QuantityKinds.Fraction),
        IntrinsicViscosity = reader.Value("intrinsicViscosity", QuantityKinds.Ratio),
        CarbonStructureVolume = reader.Value("carbonStructureVolume", QuantityKinds.SpecificVolume),
        AdsorbedBinderShare = reader.Value("adsorbedBinderShare", QuantityKinds.Fraction),
        ReferenceYieldStress = reader.Value("referenceYieldStress", QuantityKinds.Pressure),
        ReferenceCarbonFraction = reader.Value("referenceCarbonFraction", QuantityKinds.Fraction),
        YieldExponent = reader.Value("yieldExponent", QuantityKinds.Ratio),
        LowestCoatingViscosity = reader.Value("lowestCoatingViscosity", QuantityKinds.Viscosity),
        HighestCoatingViscosity = reader.Value("highestCoatingViscosity", QuantityKinds.Viscosity),
        HighestYieldStress = reader.Value("highestYieldStress", QuantityKinds.Pressure),
        PackedVoidRatio = reader.Value("packedVoidRatio", QuantityKinds.Ratio),
        KeptSolventShare = reader.Value("keptSolventShare", QuantityKinds.Fraction),
    };
}
