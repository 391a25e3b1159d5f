using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Designs.Making;

/// <summary>Parameters of coating and drying where a design states none. All of them are assumptions with a range. Immutable.</summary>
public sealed record ProcessLaws
{
    private static readonly Lazy<ProcessLaws> BuiltIn = MaterialReader.BuiltIn("process-laws.json", Read);

    /// <summary>The parameters of the built-in data.</summary>
    public static ProcessLaws Default => BuiltIn.Value;

    /// <summary>Diffusivity of the binder at 25 °C in a solution of <see cref="ReferenceViscosity"/> [m²/s].</summary>
    public required SourcedValue BinderDiffusivity { get; init; }

    /// <summary>Viscosity of the solution in which the diffusivity is meant [Pa s].</summary>
    public required SourcedValue ReferenceViscosity { get; init; }

    /// <summary>Power with which the diffusivity falls with the viscosity of the solution.</summary>
    public required SourcedValue ViscosityExponent { get; init; }

    /// <summary>Viscosity at rest at which the network of a slurry holds half of the binder [Pa s].</summary>
    public required SourcedValue HoldingViscosity { get; init; }

    /// <summary>Share of the carbon that travels with the binder.</summary>
    public required SourcedValue MobileCarbon { get; init; }

    /// <summary>Mass transfer coefficient of a moisture analyser [m/s].</summary>
    public required SourcedValue AnalyserMassTransfer { get; init; }

    /// <summary>Heat transfer coefficient of an oven, both sides of the web together [W/(m² K)].</summary>
    public required SourcedValue OvenHeatTransfer { get; init; }

    /// <summary>Gap of a slot die over the wet film.</summary>
    public required SourcedValue SlotGapRatio { get; init; }

    /// <summary>Intrinsic viscosity of a binder whose solution is not known [m³/kg].</summary>
    public required SourcedValue IntrinsicViscosity { get; init; }

    /// <summary>Martin coefficient of a binder whose solution is not known.</summary>
    public required SourcedValue MartinCoefficient { get; init; }

    /// <summary>
    /// Mass transfer coefficient that goes with a heat transfer coefficient, k_m = h/(ρ c_p) Le^(−2/3) in air (T. H. Chilton, A. P.
    /// Colburn, Ind. Eng. Chem. 26, 1183 (1934)) [m/s].
    /// </summary>
    /// <param name="heatTransfer">h of the coated side alone [W/(m² K)].</param>
    /// <param name="temperature">Temperature of the air [K].</param>
    /// <param name="solvent">The solvent.</param>
    public static double MassTransferOf(double heatTransfer, double temperature, Solvent solvent)
    {
        ArgumentNullException.ThrowIfNull(solvent);
        const double density = 1.184, specificHeat = 1006, heatDiffusivity = 2.2e-5; // air at 25 °C: kg/m³, J/(kg K), m²/s
        double lewis = heatDiffusivity / solvent.VapourDiffusivity.Value;
        return heatTransfer * temperature / (298.15 * density * specificHeat) * Math.Pow(lewis, -2.0 / 3);
    }

    private static ProcessLaws Read(MaterialReader reader) => new()
    {
        BinderDiffusivity = reader.Value("binderDiffusivity", QuantityKinds.Diffusivity),
        ReferenceViscosity = reader.Value("referenceViscosity", QuantityKinds.Viscosity),
        ViscosityExponent = reader.Value("viscosityExponent", QuantityKinds.Ratio),
        HoldingViscosity = reader.Value("holdingViscosity", QuantityKinds.Viscosity),
        MobileCarbon = reader.Value("mobileCarbon", QuantityKinds.Fraction),
        AnalyserMassTransfer = reader.Value("analyserMassTransfer", QuantityKinds.Speed),
        OvenHeatTransfer = reader.Value("ovenHeatTransfer", QuantityKinds.HeatTransferCoefficient),
        SlotGapRatio = reader.Value("slotGapRatio", QuantityKinds.Ratio),
        IntrinsicViscosity = reader.Value("intrinsicViscosity", QuantityKinds.SpecificVolume),
        MartinCoefficient = reader.Value("martinCoefficient", QuantityKinds.Ratio),
    };
}
