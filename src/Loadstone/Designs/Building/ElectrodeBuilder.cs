using Loadstone.Cells;
using Loadstone.Designs.Fields;
using Loadstone.Designs.Making;
using Loadstone.Drying;
using Loadstone.Electrodes;
using Loadstone.Materials;
using Loadstone.Slurry;

namespace Loadstone.Designs.Building;

/// <summary>Makes coated electrodes of what a document says of them.</summary>
/// <param name="laws">Laws for what the recipe does not say.</param>
/// <param name="temperature">Temperature [K].</param>
/// <param name="provenance">Notes what is taken on trust.</param>
internal sealed class ElectrodeBuilder(CoatingLaws laws, double temperature, Provenance provenance)
{
    private const string LawName = "coating laws";

    // One instance for each material, so that equal particles are seen to be of one material.
    private readonly Dictionary<string, IntercalationMaterial> _materials = [];

    /// <summary>The electrode.</summary>
    /// <param name="design">What the document says.</param>
    /// <param name="recipe">Its layers in their order, from <see cref="Arrange"/>.</param>
    /// <param name="loading">Active mass per area where it is known [kg/m²].</param>
    /// <param name="empty">Potential against lithium at the end of the window that holds more lithium [V].</param>
    /// <param name="full">Potential against lithium at the end that holds less [V].</param>
    /// <param name="standardFoil">Foil where the document names none.</param>
    public ElectrodeStructure Build(ElectrodeDesign design, IReadOnlyList<LayerRecipe> recipe, double? loading, double empty, double full, DefaultSheet standardFoil)
    {
        ProcessChain? chain = design.Process is null ? null : new ProcessChain(design, recipe, loading, provenance);
        if (chain is not null) (design, recipe, loading) = (chain.Design, chain.Recipe, chain.Loading);
        (IReadOnlyList<LayerLedger> ledgers, CalenderingStructure? calendering) = design.Calendering is null
            ? (CoatingGeometry.Solve(design, recipe, loading), null)
            : CalenderedGeometry.Solve(design, design.Calendering, recipe, loading!.Value, provenance);
        MadeElectrode? making = chain?.Finish(ledgers);
        (LayerStructure Structure, Layer Layer)[] layers = [.. recipe.Select((layer, i) => BuildLayer(layer, ledgers[i], making?.Layers[i].Slices))];
        var electrode = new Electrode
        {
            Layers = [.. layers.Select(layer => layer.Layer)],
            ContactResistance = design.ContactResistance ?? ContactResistance(layers[0].Layer.ElectronicConductivity.At(0)),
        };
        (string foil, double foilThickness) = Foil(design, standardFoil);
        return new ElectrodeStructure
        {
            Electrode = electrode,
            Layers = [.. layers.Select(layer => layer.Structure)],
            Foil = foil,
            FoilThickness = foilThickness,
            Calendering = calendering,
            Making = making,
            ArealCapacity = (CellBalance.ContentAt(electrode, empty) - CellBalance.ContentAt(electrode, full)) * PhysicalConstants.Faraday,
            // Layers of one recipe differ by round-off, which is no unevenness.
            Heterogeneity = Math.Round(Heterogeneity.Of([.. ledgers.Select(ledger => ledger.Solids)]), 12),
        };
    }

    /// <summary>The layers with their materials, in the order that the document asks for.</summary>
    public IReadOnlyList<LayerRecipe> Arrange(ElectrodeDesign design)
    {
        LayerRecipe[] written = [.. design.Layers.Select(layer => CoatingRecipe.Resolve(layer, provenance))];
        return design.Arrangement switch
        {
            LayerArrangement.Reversed => [.. written.Reverse()],
            LayerArrangement.Mixed => [LayerMixing.Mix(design, written)],
            _ => written,
        };
    }

    /// <summary>Charge per active mass between two potentials, for layers of these shares [C/kg].</summary>
    public double SpecificCapacity(ElectrodeDesign design, IReadOnlyList<LayerRecipe> recipe, double empty, double full)
    {
        double Window(ActiveMaterial material) =>
            CellBalance.StoichiometryAt(MaterialOf(material), empty) - CellBalance.StoichiometryAt(MaterialOf(material), full);
        return CoatingGeometry.UnitSolids(design, recipe).Select((solids, i) => solids.MassPerArea * recipe[i].CapacityPerMass(Window)).Sum();
    }

    private (LayerStructure, Layer) BuildLayer(LayerRecipe recipe, LayerLedger ledger, IReadOnlyList<DepthSlice>? slices)
    {
        (ParticleStructure Structure, ParticleClass Class)[] particles = [.. recipe.Particles.SelectMany(size => Particles(recipe, ledger, size))];
        double EfficiencyAt(double porosity) => recipe.TortuosityFactor is { } tau ? porosity / tau
            : recipe.BruggemanExponent is { } exponent ? Math.Pow(porosity, exponent)
            : Efficiency(porosity);
        double carbon = ledger.VolumeFractionOf(ComponentRole.Carbon);
        double ByLaw(double share) => Conductivity(recipe, carbon * share, particles.Select(p => p.Structure));
        // A stated conductivity is that of the layer's mean carbon; the law tells how it follows the carbon over the depth.
        double ConductivityAt(double share) => recipe.ElectronicConductivity is not { } stated ? ByLaw(share)
            : share == 1 || carbon == 0 ? stated : stated * ByLaw(share) / ByLaw(1);
        bool isGraded = slices is { Count: > 1 };
        DepthProfile Graded(Func<DepthSlice, double> of, double uniform)
        {
            if (!isGraded) return uniform;
            (double[] positions, double[] values) = DepthComposition.Knots(slices!, of);
            return DepthProfile.Through(positions, values);
        }
        DepthProfile efficiency = Graded(slice => EfficiencyAt(slice.Porosity), EfficiencyAt(ledger.Porosity));
        DepthProfile conductivity = Graded(slice => ConductivityAt(slice.CarbonShare), ConductivityAt(1));
        var structure = new LayerStructure
        {
            Name = recipe.Name,
            Ledger = ledger,
            Particles = [.. particles.Select(p => p.Structure)],
            Slurry = recipe.Slurry,
            TransportEfficiency = isGraded ? InSeries(slices!, slice => EfficiencyAt(slice.Porosity)) : efficiency.Mean,
            ElectronicConductivity = isGraded ? InSeries(slices!, slice => ConductivityAt(slice.CarbonShare)) : conductivity.Mean,
        };
        var layer = new Layer(recipe.Name, ledger.Thickness, Graded(slice => slice.Porosity, ledger.Porosity), efficiency, conductivity, [.. particles.Select(p => p.Class)])
        {
            WettedFraction = recipe.WettedFraction,
            BinderConductivity = recipe.BinderConductivity,
        };
        return (structure, layer);
    }

    private IEnumerable<(ParticleStructure, ParticleClass)> Particles(LayerRecipe recipe, LayerLedger ledger, ParticleSize size)
    {
        Composition composition = ledger.Solids.Composition;
        int index = composition.Components.ToList().FindIndex(c => c.Name == size.Material);
        double fraction = ledger.VolumeFractions[index] * size.Share;
        double share = composition.Components[index].MassFraction * size.Share / composition.MassFractionOf(ComponentRole.Active);
        IntercalationMaterial material = MaterialOf(recipe.Actives[size.Material]);
        IReadOnlyList<ParticleClass> classes = ParticleSizeDistribution.LogNormal(material, fraction, size.Diameter / 2, size.Spread, size.Classes);
        return classes.Select(c => (new ParticleStructure(size.Material, 2 * c.Radius, share / classes.Count, fraction / classes.Count), c));
    }

    // What slices of equal thickness are to a current that passes all of them.
    private static double InSeries(IReadOnlyList<DepthSlice> slices, Func<DepthSlice, double> of) => slices.Count / slices.Sum(slice => 1 / of(slice));

    private double Efficiency(double porosity)
    {
        provenance.Use(LawName, "Bruggeman exponent", laws.BruggemanExponent);
        return laws.TransportEfficiency(porosity);
    }

    private double Conductivity(LayerRecipe recipe, double carbon, IEnumerable<ParticleStructure> particles)
    {
        double surface = 0, conducting = 0;
        foreach (ParticleStructure size in particles)
        {
            surface += 6 * size.VolumeFraction / size.Diameter;
            if (laws.ConductingMaterials.Contains(size.Material)) conducting += size.VolumeFraction;
        }
        if (carbon == 0 && conducting == 0)
            throw recipe.Place.Error($"Layer {recipe.Name} holds no carbon, so that its electronic conductivity is not known; add a carbon or state \"electronicConductivity\".");
        provenance.Use(LawName, "reference conductivity", laws.ReferenceConductivity);
        provenance.Use(LawName, "percolation exponent", laws.PercolationExponent);
        provenance.Use(LawName, "film exponent", laws.FilmExponent);
        if (conducting > 0) provenance.Use(LawName, "conductivity of graphite", laws.ConductingActiveConductivity);
        return laws.ElectronicConductivity(carbon, surface, conducting);
    }

    private double ContactResistance(double conductivity)
    {
        provenance.Use(LawName, "constriction length", laws.ConstrictionLength);
        return laws.ContactResistance(conductivity);
    }

    private (string Name, double Thickness) Foil(ElectrodeDesign design, DefaultSheet standard)
    {
        if (design.Foil is null) provenance.Default(design.Place.Member("foil").Path, $"{standard}");
        Foil foil = CoatingRecipe.Find<Foil>(design.Foil?.Material ?? standard.Material, design.Foil?.Place ?? design.Place);
        return (foil.Name, design.Foil is null ? standard.Thickness : design.Foil.Thickness ?? provenance.Use(foil.Name, "thickness", foil.Thickness));
    }

    private IntercalationMaterial MaterialOf(ActiveMaterial material)
    {
        if (_materials.TryGetValue(material.Name, out IntercalationMaterial? known)) return known;
        if (material.MolarMass is { } mass) provenance.Use(material.Name, "molar mass", mass);
        if (material.BlendCapacity is { } blend) provenance.Use(material.Name, "capacity", blend);
        return _materials[material.Name] = new IntercalationMaterial
        {
            Name = material.Title,
            MaximumConcentration = material.MaximumConcentration,
            OpenCircuitPotential = provenance.Use(material.Name, "open-circuit potential", ModelFunctions.Potential(material.OpenCircuitPotential, temperature)),
            Diffusivity = provenance.Use(material.Name, "solid diffusivity", material.Diffusivity),
            DiffusivityActivationEnergy = provenance.UseAwayFromReference(material.Name, "activation energy of the solid diffusivity", material.DiffusivityActivationEnergy),
            ReferenceExchangeCurrentDensity = provenance.Use(material.Name, "reference exchange-current density", material.ReferenceExchangeCurrentDensity),
            ExchangeActivationEnergy = provenance.UseAwayFromReference(material.Name, "activation energy of the exchange-current density", material.ExchangeActivationEnergy),
            ReferenceTemperature = DesignDefaults.Temperature,
        };
    }
}
