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

    /// <summary>Activation energy of the solid diffusivity [J/mol]; null where none is published.</summary>
    public SourcedValue? DiffusivityActivationEnergy { get; init; }

    /// <summary>m in j₀ = m √(c_e c_s (c_max − c_s)) [A m^2.5 mol^-1.5].</summary>
    public required SourcedValue ExchangeCurrentConstant { get; init; }

    /// <summary>Activation energy of the exchange-current density [J/mol]; null where none is published.</summary>
    public SourcedValue? ExchangeActivationEnergy { get; init; }

    /// <summary>Open-circuit potential U(θ) against Li/Li⁺ [V], raw: without terms that keep it off the ends.</summary>
    public required SourcedFunction OpenCircuitPotential { get; init; }

    /// <summary>dU/dT(θ) [V/K]; null where none is published.</summary>
    public SourcedFunction? EntropicCoefficient { get; init; }

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
        DiffusivityActivationEnergy = reader.OptionalValue("diffusivityActivationEnergy", QuantityKinds.MolarEnergy),
        ExchangeCurrentConstant = reader.Value("exchangeCurrentConstant", QuantityKinds.ExchangeCurrentConstant),
        ExchangeActivationEnergy = reader.OptionalValue("exchangeActivationEnergy", QuantityKinds.MolarEnergy),
        OpenCircuitPotential = reader.Function("openCircuitPotential", QuantityKinds.Voltage, MaterialReader.Stoichiometry),
        EntropicCoefficient = reader.OptionalFunction("entropicCoefficient", QuantityKinds.VoltagePerTemperature, MaterialReader.Stoichiometry),
    };
}
