using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>
/// An active material. Its lithium sites follow from mass: c_max = ρ Q/F with Q = F n/M, so that wt% and mg/cm² of a recipe, the
/// capacity and the concentrations in the particles agree with each other.
/// </summary>
public sealed record ActiveMaterial : Material
{
    /// <summary>"positive" or "negative": the electrode it is used in.</summary>
    public required string Electrode { get; init; }

    /// <summary>The formula unit that <see cref="MolarMass"/> counts; null for a blend.</summary>
    public string? Formula { get; init; }

    /// <summary>Lithium sites per formula unit n.</summary>
    public int SitesPerFormula { get; init; } = 1;

    /// <summary>Molar mass of the formula unit M [kg/mol]; null for a blend.</summary>
    public SourcedValue? MolarMass { get; init; }

    /// <summary>Capacity of all sites of a blend [C/kg]; null where it follows from the formula.</summary>
    public SourcedValue? BlendCapacity { get; init; }

    /// <summary>Density of the crystal ρ [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Open-circuit potential U(θ) against Li/Li⁺ [V].</summary>
    public required SourcedFunction OpenCircuitPotential { get; init; }

    /// <summary>Solid diffusivity D(θ) at 25 °C [m²/s].</summary>
    public required SourcedFunction Diffusivity { get; init; }

    /// <summary>Activation energy of the solid diffusivity [J/mol].</summary>
    public required SourcedValue DiffusivityActivationEnergy { get; init; }

    /// <summary>i₀* at 25 °C [A/m²] in j₀ = i₀* √(c_e/1000 mol/m³ · θ(1 − θ)).</summary>
    public required SourcedValue ReferenceExchangeCurrentDensity { get; init; }

    /// <summary>Activation energy of the exchange-current density [J/mol].</summary>
    public required SourcedValue ExchangeActivationEnergy { get; init; }

    /// <summary>Particle diameter where a recipe gives none [m].</summary>
    public required SourcedValue ParticleDiameter { get; init; }

    /// <summary>Specific surface by gas adsorption [m²/kg].</summary>
    public required SourcedValue SpecificSurface { get; init; }

    /// <summary>Capacity of all lithium sites Q [C/kg].</summary>
    public double TheoreticalCapacity =>
        BlendCapacity?.Value ?? SitesPerFormula * PhysicalConstants.Faraday / MolarMass!.Value;

    /// <summary>Lithium concentration at stoichiometry 1, c_max [mol/m³].</summary>
    public double MaximumConcentration => Density.Value * TheoreticalCapacity / PhysicalConstants.Faraday;

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("molarMass", MolarMass), ("blendCapacity", BlendCapacity), ("density", Density),
        ("diffusivityActivationEnergy", DiffusivityActivationEnergy),
        ("referenceExchangeCurrentDensity", ReferenceExchangeCurrentDensity), ("exchangeActivationEnergy", ExchangeActivationEnergy),
        ("particleDiameter", ParticleDiameter), ("specificSurface", SpecificSurface));

    /// <inheritdoc/>
    public override IReadOnlyList<NamedFunction> Functions =>
        [new("openCircuitPotential", OpenCircuitPotential), new("diffusivity", Diffusivity)];

    internal static ActiveMaterial Read(MaterialReader reader)
    {
        SourcedValue? molarMass = reader.OptionalValue("molarMass", QuantityKinds.MolarMass);
        SourcedValue? blend = reader.OptionalValue("blendCapacity", QuantityKinds.SpecificCapacity);
        if (molarMass is null == blend is null)
            throw reader.Problem("give either molarMass with formula, or blendCapacity");
        return new ActiveMaterial
        {
            Name = reader.Name,
            Title = reader.Text("title"),
            Aliases = reader.Aliases,
            Notes = reader.Texts("notes"),
            Electrode = reader.Text("electrode"),
            Formula = molarMass is null ? null : reader.Text("formula"),
            SitesPerFormula = reader.OptionalCount("sitesPerFormula") ?? 1,
            MolarMass = molarMass,
            BlendCapacity = blend,
            Density = reader.Value("density", QuantityKinds.Density),
            OpenCircuitPotential = reader.Function("openCircuitPotential", QuantityKinds.Voltage, MaterialReader.Stoichiometry),
            Diffusivity = reader.Function("diffusivity", QuantityKinds.Diffusivity, MaterialReader.Stoichiometry),
            DiffusivityActivationEnergy = reader.Value("diffusivityActivationEnergy", QuantityKinds.MolarEnergy),
            ReferenceExchangeCurrentDensity = reader.Value("referenceExchangeCurrentDensity", QuantityKinds.CurrentDensity),
            ExchangeActivationEnergy = reader.Value("exchangeActivationEnergy", QuantityKinds.MolarEnergy),
            ParticleDiameter = reader.Value("particleDiameter", QuantityKinds.ParticleSize),
            SpecificSurface = reader.Value("specificSurface", QuantityKinds.SpecificSurface),
        };
    }
}
