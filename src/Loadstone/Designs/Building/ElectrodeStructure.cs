using Loadstone.Calendering;
using Loadstone.Designs.Making;
using Loadstone.Electrodes;
using Loadstone.Slurry;

namespace Loadstone.Designs.Building;

/// <summary>What a coated electrode is like, in SI; the numbers of the structure table.</summary>
public sealed record ElectrodeStructure
{
    /// <summary>The electrode as the model sees it.</summary>
    public required Electrode Electrode { get; init; }

    /// <summary>Its layers, the first at the foil.</summary>
    public required IReadOnlyList<LayerStructure> Layers { get; init; }

    /// <summary>Name of the foil.</summary>
    public required string Foil { get; init; }

    /// <summary>Thickness of the foil [m].</summary>
    public required double FoilThickness { get; init; }

    /// <summary>
    /// Charge per area between the rest states of the electrode's window against lithium [C/m²]: the cell's cut-offs for a positive
    /// electrode, <see cref="DesignBuilder.NegativeFull"/> to <see cref="DesignBuilder.NegativeEmpty"/> for a negative one.
    /// </summary>
    public required double ArealCapacity { get; init; }

    /// <summary>δ, how unevenly the carbon is divided among the layers (Yari et al. 2020, eqn 3).</summary>
    public required double Heterogeneity { get; init; }

    /// <summary>How it was pressed; null where the document gives no calendering.</summary>
    public CalenderingStructure? Calendering { get; init; }

    /// <summary>How it was coated and dried; null where the document gives no process.</summary>
    public MadeElectrode? Making { get; init; }

    /// <summary>Active mass per area [kg/m²].</summary>
    public double Loading => Layers.Sum(layer => layer.Loading);

    /// <summary>Mass of all solids per area [kg/m²].</summary>
    public double MassPerArea => Layers.Sum(layer => layer.MassPerArea);

    /// <summary>Thickness of the coating [m].</summary>
    public double Thickness => Layers.Sum(layer => layer.Thickness);

    /// <summary>Porosity of the whole volume.</summary>
    public double Porosity => Layers.Sum(layer => layer.Porosity * layer.Thickness) / Thickness;

    /// <summary>Mass of all solids per volume of coating [kg/m³].</summary>
    public double Density => MassPerArea / Thickness;

    /// <summary>Charge per active mass over the electrode's window [C/kg].</summary>
    public double SpecificCapacity => ArealCapacity / Loading;

    /// <summary>Resistance between coating and foil [Ω m²].</summary>
    public double ContactResistance => Electrode.ContactResistance;
}

/// <summary>How a coating was pressed.</summary>
/// <param name="Load">Line load [N/m] or pressure [Pa] of all layers.</param>
/// <param name="IsPressure">Whether the load is a pressure.</param>
/// <param name="IsDerived">Whether it follows from a porosity, thickness or density that the document gives.</param>
/// <param name="SpringBack">Part of the strain that came back.</param>
/// <param name="Layers">The layers before, and their laws; the first at the foil.</param>
public sealed record CalenderingStructure(double Load, bool IsPressure, bool IsDerived, double SpringBack, IReadOnlyList<CoatedLayer> Layers);

/// <summary>What a layer of a coating is like, in SI.</summary>
public sealed record LayerStructure
{
    /// <summary>Name shown in tables.</summary>
    public required string Name { get; init; }

    /// <summary>Account of its solids and pores.</summary>
    public required LayerLedger Ledger { get; init; }

    /// <summary>Sizes of the active particles.</summary>
    public required IReadOnlyList<ParticleStructure> Particles { get; init; }

    /// <summary>The slurry that it was coated from; null where the document gives none.</summary>
    public Formulation? Slurry { get; init; }

    /// <summary>ε/τ, the ratio of effective to free transport in the pores.</summary>
    public required double TransportEfficiency { get; init; }

    /// <summary>Effective electronic conductivity [S/m].</summary>
    public required double ElectronicConductivity { get; init; }

    /// <summary>Active mass per area [kg/m²].</summary>
    public double Loading => Ledger.Solids.ActiveLoading;

    /// <summary>Mass of all solids per area [kg/m²].</summary>
    public double MassPerArea => Ledger.Solids.MassPerArea;

    /// <summary>Thickness [m].</summary>
    public double Thickness => Ledger.Thickness;

    /// <summary>Porosity ε.</summary>
    public double Porosity => Ledger.Porosity;

    /// <summary>Mass of all solids per volume [kg/m³].</summary>
    public double Density => Ledger.Density;

    /// <summary>Tortuosity factor τ = ε/(ε/τ).</summary>
    public double TortuosityFactor => Porosity / TransportEfficiency;

    /// <summary>Thickness of the binder film on active material and carbon t_b [m].</summary>
    public double BinderFilmThickness => Ledger.Solids.Composition.BinderFilmThickness;

    /// <summary>Thickness of the solvent shell in the slurry t_s [m]; null without a slurry.</summary>
    public double? SolventShellThickness => Slurry?.SolventShellThickness;

    /// <summary>Volume of solids per volume of slurry φ; null without a slurry.</summary>
    public double? SolidVolumeFraction => Slurry?.SolidVolumeFraction;
}

/// <summary>Active particles of one size.</summary>
/// <param name="Material">Name of the active material.</param>
/// <param name="Diameter">Diameter [m].</param>
/// <param name="Share">Share of the layer's active mass.</param>
/// <param name="VolumeFraction">Volume per volume of layer.</param>
public sealed record ParticleStructure(string Material, double Diameter, double Share, double VolumeFraction);
