using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>The electrolyte of a published parameter set, at the temperature of the set.</summary>
public sealed record ElectrolyteParameters
{
    /// <summary>Salt concentration at rest c₀ [mol/m³].</summary>
    public required SourcedValue Concentration { get; init; }

    /// <summary>Ionic conductivity κ(c) [S/m].</summary>
    public required SourcedFunction Conductivity { get; init; }

    /// <summary>Activation energy of the conductivity [J/mol]; null where none is published.</summary>
    public SourcedValue? ConductivityActivationEnergy { get; init; }

    /// <summary>Salt diffusivity D(c) [m²/s].</summary>
    public required SourcedFunction Diffusivity { get; init; }

    /// <summary>Activation energy of the diffusivity [J/mol]; null where none is published.</summary>
    public SourcedValue? DiffusivityActivationEnergy { get; init; }

    /// <summary>Cation transference number t₊(c) against the solvent.</summary>
    public required SourcedFunction TransferenceNumber { get; init; }

    /// <summary>Thermodynamic factor 1 + d ln f/d ln c.</summary>
    public required SourcedFunction ThermodynamicFactor { get; init; }

    internal static ElectrolyteParameters Read(MaterialReader reader, double temperature) => new()
    {
        Concentration = reader.Value("concentration", QuantityKinds.Concentration),
        Conductivity = reader.Function("conductivity", QuantityKinds.Conductivity, MaterialReader.SaltConcentration).At(temperature),
        Diffusivity = reader.Function("diffusivity", QuantityKinds.Diffusivity, MaterialReader.SaltConcentration).At(temperature),
        ConductivityActivationEnergy = reader.OptionalValue("conductivityActivationEnergy", QuantityKinds.MolarEnergy),
        DiffusivityActivationEnergy = reader.OptionalValue("diffusivityActivationEnergy", QuantityKinds.MolarEnergy),
        TransferenceNumber = reader.Function("transferenceNumber", QuantityKinds.Ratio, MaterialReader.SaltConcentration).At(temperature),
        ThermodynamicFactor = reader.Function("thermodynamicFactor", QuantityKinds.Ratio, MaterialReader.SaltConcentration).At(temperature),
    };
}
