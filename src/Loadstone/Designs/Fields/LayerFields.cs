using System.Globalization;
using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of one layer of a coating.</summary>
internal static class LayerFields
{
    private const double SmallestParticle = 10e-9, LargestParticle = 200e-6; // m, diameters

    internal static readonly TextField Name = new("name", "Name shown in tables and usable in paths.", "L");

    internal static readonly QuantityField Share = new("share", "Share of the electrode's active mass (or of its thickness, see shareOf) that this layer has; the shares of all layers add to 100 %.", QuantityKinds.Fraction, 1e-4, 1)
    {
        Example = "50 %",
        Default = "equal shares",
    };

    internal static readonly MapField Solids = new("solids", "Mass fractions of the dry coating by material of the catalogue; they add to 100 %.",
        new QuantityField("material", "Mass fraction of this material in the dry coating.", QuantityKinds.Fraction, 1e-6, 1) { Example = "96 %" })
    {
        Required = true,
    };

    internal static readonly QuantityField ParticleDiameter = new("particleDiameter", "Diameter of the active particles.", QuantityKinds.ParticleSize, SmallestParticle, LargestParticle)
    {
        Example = "4.5 µm",
        Default = "the catalogue's diameter of the material",
    };

    private static readonly QuantityField Diameter = new("diameter", "Diameter of these particles.", QuantityKinds.ParticleSize, SmallestParticle, LargestParticle) { Required = true, Example = "11.3 µm" };

    private static readonly QuantityField SizeShare = new("share", "Share of the layer's active mass; the shares of one material's sizes add to 100 %.", QuantityKinds.Fraction, 1e-4, 1) { Required = true, Example = "50 %" };

    private static readonly TextField SizeMaterial = new("material", "Which active material of the layer, where it has several.", "nmc811") { Default = "the layer's only active material" };

    internal static readonly ListField Particles = new("particles", "Several particle sizes in the layer, in place of particleDiameter.",
        new ObjectField("size", "One particle size.", new ObjectShape("particle size", "Particles of one size.", Diameter, SizeShare, SizeMaterial)));

    internal static readonly QuantityField Porosity = new("porosity", "Porosity of this layer, where it differs from the electrode's.", QuantityKinds.Fraction, 0.01, 0.95)
    {
        Example = "35 %",
        Default = "the electrode's",
    };

    internal static readonly NumberField BruggemanExponent = new("bruggemanExponent", "Exponent b of the transport efficiency ε^b in the pores (tortuosity factor ε^(1 − b)).", 1, 5)
    {
        Default = "laws.bruggemanExponent",
    };

    internal static readonly NumberField TortuosityFactor = new("tortuosityFactor", "Tortuosity factor τ of the pores, in place of bruggemanExponent; the transport efficiency is ε/τ.", 1, 100);

    internal static readonly QuantityField ElectronicConductivity = new("electronicConductivity", "Effective electronic conductivity of this layer as it is in the cell, with its carbon evenly over the depth.", QuantityKinds.Conductivity, 1e-8, 1e6)
    {
        Example = "0.5 S/m",
        Default = "a law of the carbon's volume fraction and spread, see laws",
    };

    internal static readonly NumberField SizeSpread = new("sizeSpread", "Spread σ of ln R about each diameter, which then is the median by volume (log-normal distribution).", 0, 1)
    {
        Default = "0, particles of one size",
    };

    internal static readonly NumberField SizeClasses = new("sizeClasses", "Number of classes of equal volume into which the spread is cut.", 1, 20)
    {
        Whole = true,
        Default = DesignDefaults.SizeClasses.ToString(CultureInfo.InvariantCulture),
    };

    internal static readonly QuantityField WettedFraction = new("wettedFraction", "Part of the pores that electrolyte has reached; particles at dry pores take no part.", QuantityKinds.Fraction, 0.01, 1)
    {
        Example = "90 %",
        Default = "100 %",
    };

    internal static readonly QuantityField BinderConductivity = new("binderConductivity", "Effective ionic conductivity of the binder along the layer, beside the pores; lithium ions alone move in it.", QuantityKinds.Conductivity, 0, 10)
    {
        Example = "0.01 mS/cm",
        Default = "0 S/m",
    };

    internal static readonly TextField Solvent = new("solvent", "Solvent of the slurry.", "nmp") { Required = true };

    internal static readonly QuantityField SolidsContent = new("solidsContent", "Mass fraction of solids in the slurry.", QuantityKinds.Fraction, 0.01, 0.99) { Required = true, Example = "70 %" };

    internal static readonly ObjectField Slurry = new("slurry", "The slurry that the layer was coated from: its solid volume fraction and solvent shell, and where a process starts.",
        new ObjectShape("slurry", "A slurry.", Solvent, SolidsContent, ProcessFields.YieldStress, ProcessFields.HighShearViscosity, ProcessFields.LowShearViscosity, ProcessFields.CarbonStructureVolume));

    /// <summary>The fields of a layer.</summary>
    public static ObjectShape Shape { get; } = new("layer", "One layer of a coating; the first one stands at the foil.",
        Name, Share, Solids, ParticleDiameter, Particles, SizeSpread, SizeClasses, Porosity, BruggemanExponent, TortuosityFactor,
        ElectronicConductivity, WettedFraction, BinderConductivity, CalenderingFields.LayerCoatedPorosity, CalenderingFields.CompactionResistance,
        CalenderingFields.LeastPorosity, CalenderingFields.YieldPressure, Slurry);

    /// <summary>The fields of one particle size.</summary>
    internal static (QuantityField Diameter, QuantityField Share, TextField Material) Size => (Diameter, SizeShare, SizeMaterial);
}
