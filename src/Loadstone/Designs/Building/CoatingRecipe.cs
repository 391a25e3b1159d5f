using Loadstone.Designs.Fields;
using Loadstone.Formats.Json;
using Loadstone.Materials;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Building;

/// <summary>A layer whose materials are known: composition, particle sizes, and what the document says of its transport.</summary>
internal sealed record LayerRecipe
{
    public required string Name { get; init; }

    public required double Share { get; init; }

    public required Composition Composition { get; init; }

    /// <summary>Active materials by the name that they have in the composition.</summary>
    public required IReadOnlyDictionary<string, ActiveMaterial> Actives { get; init; }

    /// <summary>Particle sizes; the shares of one material add to 1.</summary>
    public required IReadOnlyList<ParticleSize> Particles { get; init; }

    public Formulation? Slurry { get; init; }

    public Solvent? Solvent { get; init; }

    /// <summary>What was measured of the slurry.</summary>
    public SlurryMeasurements Measured { get; init; } = new();

    public double? Porosity { get; init; }

    public double? BruggemanExponent { get; init; }

    public double? TortuosityFactor { get; init; }

    public double? ElectronicConductivity { get; init; }

    public required double WettedFraction { get; init; }

    public required double BinderConductivity { get; init; }

    public CompactionDesign Compaction { get; init; } = new();

    public required JsonPlace Place { get; init; }

    /// <summary>Charge per mass of all solids between two potentials against lithium [C/kg].</summary>
    public double CapacityPerMass(Func<ActiveMaterial, double> window) =>
        Composition.Components.Where(c => c.Role == ComponentRole.Active).Sum(c => c.MassFraction * Actives[c.Name].TheoreticalCapacity * window(Actives[c.Name]));
}

/// <summary>Particles of one material about one size.</summary>
/// <param name="Material">Name of the material in the composition.</param>
/// <param name="Diameter">Diameter [m]; with a spread, the median by volume.</param>
/// <param name="Share">Share of that material's mass.</param>
/// <param name="Spread">σ of ln R, 0 for particles of one size.</param>
/// <param name="Classes">Into how many classes a spread is cut.</param>
internal sealed record ParticleSize(string Material, double Diameter, double Share, double Spread, int Classes);

/// <summary>Looks up the materials of a layer.</summary>
internal static class CoatingRecipe
{
    private const double LeastSpreadDiameter = 20e-9; // m; the smallest class of the widest spread still is a particle

    /// <summary>The layer with its materials.</summary>
    /// <exception cref="InputException">A material is not in the catalogue or is no solid of a coating, or the layer has no active material.</exception>
    public static LayerRecipe Resolve(LayerDesign layer, Provenance provenance)
    {
        var actives = new Dictionary<string, ActiveMaterial>();
        SolidComponent[] components = [.. layer.Solids.Select(solid => Component(solid, actives, provenance))];
        if (actives.Count == 0) throw layer.Place.Member("solids").Error($"Layer {layer.Name} has no active material.");
        RejectTwice(layer, components);
        var composition = new Composition(components);
        return new LayerRecipe
        {
            Name = layer.Name,
            Share = layer.Share,
            Composition = composition,
            Actives = actives,
            Particles = [.. actives.SelectMany(active => Sizes(layer, active.Key, active.Value, actives.Count, provenance)).Select(size => CheckedSpread(layer, size))],
            Slurry = layer.Slurry is { } slurry ? Slurry(slurry, composition, provenance) : null,
            Solvent = layer.Slurry is { } wet ? Find<Solvent>(wet.Solvent, wet.Place.Member("solvent")) : null,
            Measured = layer.Slurry?.Measured ?? new SlurryMeasurements(),
            Porosity = layer.Porosity,
            BruggemanExponent = layer.BruggemanExponent,
            TortuosityFactor = layer.TortuosityFactor,
            ElectronicConductivity = layer.ElectronicConductivity,
            WettedFraction = layer.WettedFraction ?? 1,
            BinderConductivity = layer.BinderConductivity ?? 0,
            Compaction = layer.Compaction,
            Place = layer.Place,
        };
    }

    /// <summary>A material of the catalogue; an error names the place where it was asked for.</summary>
    public static T Find<T>(string name, JsonPlace place)
        where T : Material
    {
        try
        {
            return typeof(T) == typeof(Material) ? (T)Catalogue.Default.Find(name) : Catalogue.Default.Find<T>(name);
        }
        catch (InputException e) when (e.File is null)
        {
            throw place.Error(e.Problem);
        }
    }

    private static SolidComponent Component(SolidDesign solid, Dictionary<string, ActiveMaterial> actives, Provenance provenance)
    {
        Material material = Find<Material>(solid.Material, solid.Place);
        SourcedValue density = material switch
        {
            ActiveMaterial m => m.Density,
            ConductiveCarbon m => m.Density,
            Binder m => m.Density,
            _ => throw solid.Place.Error($"{material.Title} is no solid of a coating; expected an active material, a carbon or a binder."),
        };
        SourcedValue? surface = material switch
        {
            ActiveMaterial m => m.SpecificSurface,
            ConductiveCarbon m => m.SpecificSurface,
            _ => null,
        };
        if (material is ActiveMaterial active) actives[material.Name] = active;
        return new SolidComponent
        {
            Name = material.Name,
            Role = material switch { ActiveMaterial => ComponentRole.Active, ConductiveCarbon => ComponentRole.Carbon, _ => ComponentRole.Binder },
            MassFraction = solid.MassFraction,
            Density = provenance.Use(material.Name, "density", density),
            SpecificSurface = surface is null ? 0 : provenance.Use(material.Name, "specific surface", surface),
        };
    }

    private static void RejectTwice(LayerDesign layer, SolidComponent[] components)
    {
        foreach (var group in components.GroupBy(c => c.Name).Where(group => group.Count() > 1))
            throw layer.Place.Member("solids").Error($"{group.Key} stands there under two names; add its mass fractions up.");
    }

    private static IEnumerable<ParticleSize> Sizes(LayerDesign layer, string name, ActiveMaterial material, int activeCount, Provenance provenance)
    {
        ParticleDesign[] stated = [.. layer.Particles.Where(size => NameOf(size, layer, name, activeCount) == name)];
        if (stated.Length > 0) return stated.Select(size => Size(size.Diameter, size.Share));
        if (layer.ParticleDiameter is { } diameter) return [Size(diameter, 1)];
        double standard = provenance.Use(name, "particle diameter", material.ParticleDiameter);
        provenance.Default(layer.Place.Member("particleDiameter").Path, $"{material.ParticleDiameter.Kind.Format(standard)} of {name}");
        return [Size(standard, 1)];

        ParticleSize Size(double diameter, double share) => new(name, diameter, share, layer.SizeSpread ?? 0, layer.SizeClasses ?? DesignDefaults.SizeClasses);
    }

    private static ParticleSize CheckedSpread(LayerDesign layer, ParticleSize size) => size.Spread == 0 || size.Diameter >= LeastSpreadDiameter
        ? size
        : throw layer.Place.Member("sizeSpread").Error($"The particles of {size.Material} are too small to be spread about their diameter of"
            + $" {QuantityKinds.ParticleSize.Format(size.Diameter)}; expected {QuantityKinds.ParticleSize.Format(LeastSpreadDiameter)} or more.");

    private static string NameOf(ParticleDesign size, LayerDesign layer, string only, int activeCount)
    {
        if (size.Material is null)
            return activeCount == 1 ? only : throw size.Place.Error($"Layer {layer.Name} has {activeCount} active materials; say with \"material\" which of them has this size.");
        string name = Find<ActiveMaterial>(size.Material, size.Place).Name;
        bool known = layer.Solids.Any(solid => Catalogue.Default.Find(solid.Material).Name == name);
        return known ? name : throw size.Place.Error($"{size.Material} is not among the solids of layer {layer.Name}.");
    }

    private static Formulation Slurry(SlurryDesign slurry, Composition solids, Provenance provenance)
    {
        Solvent solvent = Find<Solvent>(slurry.Solvent, slurry.Place.Member("solvent"));
        return new Formulation
        {
            Solids = solids,
            SolventToSolidRatio = (1 - slurry.SolidsContent) / slurry.SolidsContent,
            SolventDensity = provenance.Use(solvent.Name, "density", solvent.Density),
        };
    }
}
