using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A porous electrode of a published parameter set.</summary>
public sealed record ElectrodeParameters
{
    /// <summary>Thickness [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Porosity ε.</summary>
    public required SourcedValue Porosity { get; init; }

    /// <summary>Volume fraction of active material ε_s.</summary>
    public required SourcedValue ActiveFraction { get; init; }

    /// <summary>Particle radius [m].</summary>
    public required SourcedValue ParticleRadius { get; init; }

    /// <summary>Lithium concentration at stoichiometry 1, c_max [mol/m³].</summary>
    public required SourcedValue MaximumConcentration { get; init; }

    /// <summary>Lithium concentration at the start as published [mol/m³].</summary>
    public required SourcedValue InitialConcentration { get; init; }

    /// <summary>Electronic conductivity σ before the exponent is applied [S/m].</summary>
    public required SourcedValue Conductivity { get; init; }

    /// <summary>Exponent b in σ (1 − ε)^b; 0 where σ is the effective value already.</summary>
    public required SourcedValue ConductivityExponent { get; init; }

    /// <summary>Exponent b of the transport efficiency ε^b of the pores.</summary>
    public required SourcedValue ElectrolyteExponent { get; init; }

    /// <summary>Solid diffusivity D(θ) [m²/s].</summary>
    public required SourcedFunction Diffusivity { get; init; }

    /// <summary>m in j₀ = m √(c_e c_s (c_max − c_s)) [A m^2.5 mol^-1.5].</summary>
    public required SourcedValue ExchangeCurrentConstant { get; init; }

    /// <summary>Open-circuit potential U(θ) against Li/Li⁺ [V], raw: without terms that keep it off the ends.</summary>
    public required SourcedFunction OpenCircuitPotential { get; init; }

    /// <summary>i₀* = m √(1000 mol/m³) c_max [A/m²] in j₀ = i₀* √(c_e/1000 mol/m³ · θ(1 − θ)).</summary>
    public double ReferenceExchangeCurrentDensity => ExchangeCurrentConstant.Value * Math.Sqrt(1000) * MaximumConcentration.Value;

    /// <summary>σ (1 − ε)^b [S/m].</summary>
    public double EffectiveConductivity => Conductivity.Value * Math.Pow(1 - Porosity.Value, ConductivityExponent.Value);

    /// <summary>ε^b, the conductivity of the soaked pores over that of the electrolyte.</summary>
    public double TransportEfficiency => Math.Pow(Porosity.Value, ElectrolyteExponent.Value);

    internal static ElectrodeParameters Read(MaterialReader reader) => new()
    {
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Porosity = reader.Value("porosity", QuantityKinds.Fraction),
        ActiveFraction = reader.Value("activeFraction", QuantityKinds.Fraction),
        ParticleRadius = reader.Value("particleRadius", QuantityKinds.ParticleSize),
        MaximumConcentration = reader.Value("maximumConcentration", QuantityKinds.Concentration),
        InitialConcentration = reader.Value("initialConcentration", QuantityKinds.Concentration),
        Conductivity = reader.Value("conductivity", QuantityKinds.Conductivity),
        ConductivityExponent = reader.Value("conductivityExponent", QuantityKinds.Ratio),
        ElectrolyteExponent = reader.Value("electrolyteExponent", QuantityKinds.Ratio),
        Diffusivity = reader.Function("diffusivity", QuantityKinds.Diffusivity, MaterialReader.Stoichiometry),
        ExchangeCurrentConstant = reader.Value("exchangeCurrentConstant", QuantityKinds.ExchangeCurrentConstant),
        OpenCircuitPotential = reader.Function("openCircuitPotential", QuantityKinds.Voltage, MaterialReader.Stoichiometry),
    };
}

/// <summary>The lithium electrode of a published half cell.</summary>
public sealed record LithiumParameters
{
    /// <summary>Thickness [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Electronic conductivity [S/m].</summary>
    public required SourcedValue Conductivity { get; init; }

    /// <summary>Partial molar volume [m³/mol].</summary>
    public required SourcedValue MolarVolume { get; init; }

    /// <summary>Exchange-current density j₀(c_e) [A/m²] against the salt concentration [mol/m³].</summary>
    public required SourcedFunction ExchangeCurrentDensity { get; init; }

    internal static LithiumParameters Read(MaterialReader reader) => new()
    {
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Conductivity = reader.Value("conductivity", QuantityKinds.Conductivity),
        MolarVolume = reader.Value("molarVolume", QuantityKinds.MolarVolume),
        ExchangeCurrentDensity = reader.Function("exchangeCurrentDensity", QuantityKinds.CurrentDensity, MaterialReader.SaltConcentration),
    };
}

/// <summary>The separator of a published parameter set.</summary>
public sealed record SeparatorParameters
{
    /// <summary>Thickness [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Porosity ε.</summary>
    public required SourcedValue Porosity { get; init; }

    /// <summary>Exponent b of the transport efficiency ε^b.</summary>
    public required SourcedValue ElectrolyteExponent { get; init; }

    /// <summary>ε^b, the conductivity of the soaked separator over that of the electrolyte.</summary>
    public double TransportEfficiency => Math.Pow(Porosity.Value, ElectrolyteExponent.Value);

    internal static SeparatorParameters Read(MaterialReader reader) => new()
    {
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Porosity = reader.Value("porosity", QuantityKinds.Fraction),
        ElectrolyteExponent = reader.Value("electrolyteExponent", QuantityKinds.Ratio),
    };
}

/// <summary>The electrolyte of a published parameter set, at the temperature of the set.</summary>
public sealed record ElectrolyteParameters
{
    /// <summary>Salt concentration at rest c₀ [mol/m³].</summary>
    public required SourcedValue Concentration { get; init; }

    /// <summary>Ionic conductivity κ(c) [S/m].</summary>
    public required SourcedFunction Conductivity { get; init; }

    /// <summary>Salt diffusivity D(c) [m²/s].</summary>
    public required SourcedFunction Diffusivity { get; init; }

    /// <summary>Cation transference number t₊(c) against the solvent.</summary>
    public required SourcedFunction TransferenceNumber { get; init; }

    /// <summary>Thermodynamic factor 1 + d ln f/d ln c.</summary>
    public required SourcedFunction ThermodynamicFactor { get; init; }

    internal static ElectrolyteParameters Read(MaterialReader reader, double temperature) => new()
    {
        Concentration = reader.Value("concentration", QuantityKinds.Concentration),
        Conductivity = reader.Function("conductivity", QuantityKinds.Conductivity, MaterialReader.SaltConcentration).At(temperature),
        Diffusivity = reader.Function("diffusivity", QuantityKinds.Diffusivity, MaterialReader.SaltConcentration).At(temperature),
        TransferenceNumber = reader.Function("transferenceNumber", QuantityKinds.Ratio, MaterialReader.SaltConcentration).At(temperature),
        ThermodynamicFactor = reader.Function("thermodynamicFactor", QuantityKinds.Ratio, MaterialReader.SaltConcentration).At(temperature),
    };
}
