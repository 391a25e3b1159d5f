using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>
/// A liquid electrolyte with one salt, in concentrated-solution theory. The transport functions depend on the salt concentration
/// c [mol/m³] and stand at 25 °C; <see cref="At"/> gives them at another temperature.
/// </summary>
public sealed record Electrolyte : Material
{
    /// <summary>Salt concentration as filled c₀ [mol/m³].</summary>
    public required SourcedValue Concentration { get; init; }

    /// <summary>Density [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Dynamic viscosity [Pa s].</summary>
    public required SourcedValue Viscosity { get; init; }

    /// <summary>Surface tension against gas [N/m].</summary>
    public required SourcedValue SurfaceTension { get; init; }

    /// <summary>Ionic conductivity κ(c) [S/m].</summary>
    public required SourcedFunction Conductivity { get; init; }

    /// <summary>Activation energy of the conductivity [J/mol]; null where the function depends on temperature itself.</summary>
    public SourcedValue? ConductivityActivationEnergy { get; init; }

    /// <summary>Salt diffusivity D(c) [m²/s].</summary>
    public required SourcedFunction Diffusivity { get; init; }

    /// <summary>Activation energy of the diffusivity [J/mol]; null where the function depends on temperature itself.</summary>
    public SourcedValue? DiffusivityActivationEnergy { get; init; }

    /// <summary>Cation transference number t₊(c) against the solvent.</summary>
    public required SourcedFunction TransferenceNumber { get; init; }

    /// <summary>Thermodynamic factor 1 + d ln f/d ln c.</summary>
    public required SourcedFunction ThermodynamicFactor { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("concentration", Concentration), ("density", Density), ("viscosity", Viscosity), ("surfaceTension", SurfaceTension),
        ("conductivityActivationEnergy", ConductivityActivationEnergy), ("diffusivityActivationEnergy", DiffusivityActivationEnergy));

    /// <inheritdoc/>
    public override IReadOnlyList<NamedFunction> Functions =>
    [
        new("conductivity", Conductivity), new("diffusivity", Diffusivity),
        new("transferenceNumber", TransferenceNumber), new("thermodynamicFactor", ThermodynamicFactor),
    ];

    /// <summary>The same electrolyte with its transport functions at a temperature [K].</summary>
    public Electrolyte At(double temperature) => this with
    {
        Conductivity = Conductivity.At(temperature),
        Diffusivity = Diffusivity.At(temperature),
        TransferenceNumber = TransferenceNumber.At(temperature),
        ThermodynamicFactor = ThermodynamicFactor.At(temperature),
    };

    internal static Electrolyte Read(MaterialReader reader)
    {
        SourcedFunction conductivity = reader.Function("conductivity", QuantityKinds.Conductivity, MaterialReader.SaltConcentration);
        SourcedFunction diffusivity = reader.Function("diffusivity", QuantityKinds.Diffusivity, MaterialReader.SaltConcentration);
        if (conductivity.DependsOnTemperature != diffusivity.DependsOnTemperature)
            throw reader.Problem("conductivity and diffusivity depend on T both or neither");
        return new Electrolyte
        {
            Name = reader.Name,
            Title = reader.Text("title"),
            Aliases = reader.Aliases,
            Notes = reader.Texts("notes"),
            Concentration = reader.Value("concentration", QuantityKinds.Concentration),
            Density = reader.Value("density", QuantityKinds.Density),
            Viscosity = reader.Value("viscosity", QuantityKinds.Viscosity),
            SurfaceTension = reader.Value("surfaceTension", QuantityKinds.SurfaceTension),
            Conductivity = conductivity,
            ConductivityActivationEnergy = Energy("conductivityActivationEnergy", conductivity),
            Diffusivity = diffusivity,
            DiffusivityActivationEnergy = Energy("diffusivityActivationEnergy", diffusivity),
            TransferenceNumber = reader.Function("transferenceNumber", QuantityKinds.Ratio, MaterialReader.SaltConcentration),
            ThermodynamicFactor = reader.Function("thermodynamicFactor", QuantityKinds.Ratio, MaterialReader.SaltConcentration),
        };

        SourcedValue? Energy(string field, SourcedFunction function) => function.DependsOnTemperature ? null : reader.Value(field, QuantityKinds.MolarEnergy);
    }
}
