using Loadstone.Slurry;

namespace Loadstone.Designs.Building;

/// <summary>Mixes layers into one that holds the solids and particles of all, each by its mass.</summary>
internal static class LayerMixing
{
    /// <summary>The one layer.</summary>
    /// <param name="electrode">What the document says of the electrode.</param>
    /// <param name="layers">The layers as written.</param>
    /// <exception cref="InputException">A property is stated by some of the layers only, so that the mixture's is not known.</exception>
    public static LayerRecipe Mix(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers)
    {
        return layers.Count == 1 ? layers[0] : Mix(electrode, layers, [.. CoatingGeometry.UnitSolids(electrode, layers).Select(layer => layer.MassPerArea)]);
    }

    /// <summary>One layer that holds given masses of each.</summary>
    /// <param name="electrode">What the document says of the electrode.</param>
    /// <param name="layers">The layers as written.</param>
    /// <param name="masses">Mass of the solids of each.</param>
    /// <exception cref="InputException">A property is stated by some of the layers only, so that the mixture's is not known.</exception>
    public static LayerRecipe Mix(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers, double[] masses)
    {
        double total = masses.Sum();
        var parts = layers.SelectMany((layer, i) => layer.Composition.Components.Select(c => (Component: c, Mass: masses[i] * c.MassFraction / total)));
        SolidComponent[] components = [.. parts.GroupBy(part => part.Component.Name).Select(group => group.First().Component with { MassFraction = group.Sum(part => part.Mass) })];
        double? Mean(string property, Func<LayerRecipe, double?> of)
        {
            int stated = layers.Count(layer => of(layer) is not null);
            if (stated == 0) return null;
            if (stated < layers.Count) throw electrode.Place.Error($"Only some of the layers state their {property}, so that it is not known of their mixture; state it in all or none.");
            return layers.Select((layer, i) => masses[i] * of(layer)!.Value).Sum() / total;
        }
        return new LayerRecipe
        {
            Name = string.Join(" + ", layers.Select(layer => layer.Name)),
            Share = 1,
            Composition = new Composition(components),
            Actives = layers.SelectMany(layer => layer.Actives).DistinctBy(active => active.Key).ToDictionary(),
            Particles = Sizes(layers, masses),
            Slurry = Slurry(layers, masses),
            Solvent = layers[0].Solvent,
            Measured = new SlurryMeasurements(
                Mean("yieldStress", layer => layer.Measured.YieldStress),
                Mean("highShearViscosity", layer => layer.Measured.HighShearViscosity),
                Mean("lowShearViscosity", layer => layer.Measured.LowShearViscosity),
                Mean("carbonStructureVolume", layer => layer.Measured.CarbonStructureVolume)),
            Porosity = Mean("porosity", layer => layer.Porosity ?? electrode.Porosity),
            BruggemanExponent = Mean("bruggemanExponent", layer => layer.BruggemanExponent),
            TortuosityFactor = Mean("tortuosityFactor", layer => layer.TortuosityFactor),
            ElectronicConductivity = Mean("electronicConductivity", layer => layer.ElectronicConductivity),
            WettedFraction = MeanOf(layer => layer.WettedFraction),
            BinderConductivity = MeanOf(layer => layer.BinderConductivity),
            Compaction = new CompactionDesign(
                Mean("coatedPorosity", layer => layer.Compaction.CoatedPorosity),
                Mean("compactionResistance", layer => layer.Compaction.Resistance),
                Mean("leastPorosity", layer => layer.Compaction.LeastPorosity),
                Mean("yieldPressure", layer => layer.Compaction.YieldPressure)),
            Place = electrode.Place,
        };

        double MeanOf(Func<LayerRecipe, double> property) => layers.Select((layer, i) => masses[i] * property(layer)).Sum() / total;
    }

    private static ParticleSize[] Sizes(IReadOnlyList<LayerRecipe> layers, double[] masses)
    {
        var sizes = layers.SelectMany((layer, i) => layer.Particles.Select(size =>
            (Size: size, Mass: masses[i] * size.Share * layer.Composition.Components.First(c => c.Name == size.Material).MassFraction))).ToArray();
        return [.. sizes.GroupBy(part => part.Size with { Share = 1 }).Select(group => group.Key with
        {
            Share = group.Sum(part => part.Mass) / sizes.Where(part => part.Size.Material == group.Key.Material).Sum(part => part.Mass),
        })];
    }

    private static Formulation? Slurry(IReadOnlyList<LayerRecipe> layers, double[] masses)
    {
        if (layers.Any(layer => layer.Slurry is null) || layers.Select(layer => layer.Slurry!.SolventDensity).Distinct().Count() > 1) return null;
        double solvent = layers.Select((layer, i) => masses[i] * layer.Slurry!.SolventToSolidRatio).Sum();
        return layers[0].Slurry! with { SolventToSolidRatio = solvent / masses.Sum() };
    }
}
