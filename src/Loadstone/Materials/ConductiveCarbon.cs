using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A conductive carbon: black or nanotubes.</summary>
public sealed record ConductiveCarbon : Material
{
    /// <summary>Density of the solid [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Specific surface by gas adsorption [m²/kg].</summary>
    public required SourcedValue SpecificSurface { get; init; }

    /// <summary>Diameter of the primary particle or of the tube [m].</summary>
    public required SourcedValue ParticleDiameter { get; init; }

    /// <summary>Length of a tube [m]; null for carbon black.</summary>
    public SourcedValue? TubeLength { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("density", Density), ("specificSurface", SpecificSurface), ("particleDiameter", ParticleDiameter), ("tubeLength", TubeLength));

    internal static ConductiveCarbon Read(MaterialReader reader) => new()
    {
        Name = reader.Name,
        Title = reader.Text("title"),
        Aliases = reader.Aliases,
        Notes = reader.Texts("notes"),
        Density = reader.Value("density", QuantityKinds.Density),
        SpecificSurface = reader.Value("specificSurface", QuantityKinds.SpecificSurface),
        ParticleDiameter = reader.Value("particleDiameter", QuantityKinds.ParticleSize),
        TubeLength = reader.OptionalValue("tubeLength", QuantityKinds.Length),
    };
}
