using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrodes;

namespace Loadstone.Tests.Designs;

/// <summary>Temperature, self-heating, wetting, binder and spread of sizes on their way from the document into the cell.</summary>
public class ClimateTests
{
    private const string Set = """{ "name": "set", "cell": "marquis2019" }""";

    private static readonly MeshSettings _mesh = new() { Negative = 8, Separator = 4, Positive = 10, Radial = 8 };

    private static BuiltDesign Build(params string[] overrides) => DesignBuilder.Build(Documents.Parse(Documents.TwoLayers, overrides).Base);

    private static Cell BuildSet(params string[] overrides) => DesignBuilder.Build(Documents.Parse(Set, overrides).Base).Cell;

    private static double Capacity(Cell cell, string discharge)
    {
        var protocol = new Protocol("discharge", [ProtocolParser.Parse(discharge)]);
        return new Simulation(cell, _mesh).Run(protocol).Steps[0].Charge;
    }

    [Fact]
    public void A_recipe_gives_less_in_the_cold_and_more_in_the_warmth()
    {
        string example = File.ReadAllText(Path.Combine(Repository.Root, "examples", "nmc811-half-cell.json"));
        double At(string temperature) => Capacity(DesignBuilder.Build(Documents.Parse(example, $"temperature={temperature}").Base).Cell, "Discharge at 1C until 2.8 V");
        double cold = At("0 °C"), room = At("25 °C"), warm = At("45 °C");
        cold.ShouldBeLessThan(0.95 * room);
        warm.ShouldBeGreaterThan(room);
    }

    [Fact]
    public void A_published_set_gives_less_in_the_cold_and_more_in_the_warmth()
    {
        double At(string temperature) => Capacity(BuildSet($"temperature={temperature}"), "Discharge at 1C until 3.105 V");
        double cold = At("0 °C"), room = At("25 °C"), warm = At("45 °C");
        cold.ShouldBeLessThan(room);
        room.ShouldBeLessThan(warm);
    }

    [Fact]
    public void Self_heating_reaches_the_cell_with_surroundings_as_warm_as_it_is()
    {
        string[] heat = ["thermal.heatCapacity=40 J/K", "thermal.heatTransfer=100 mW/K"];
        Build().Cell.Thermal.ShouldBeNull();
        Build([.. heat, "temperature=35 °C"]).Cell.Thermal.ShouldBe(new LumpedThermal { HeatCapacity = 40, HeatTransfer = 0.1, AmbientTemperature = 308.15 });
        Build([.. heat, "thermal.ambient=10 °C"]).Cell.Thermal!.AmbientTemperature.ShouldBe(283.15);
        BuildSet([.. heat, "temperature=35 °C"]).Thermal!.AmbientTemperature.ShouldBe(308.15);
        BuildSet([.. heat, "temperature=35 °C"]).Temperature.ShouldBe(308.15);
    }

    [Fact]
    public void Double_layers_reach_all_surfaces_of_recipes_and_sets_and_none_is_there_unasked()
    {
        Build().Cell.HasDoubleLayers.ShouldBeFalse();
        Cell recipe = Build("doubleLayerCapacitance=20 µF/cm²").Cell, set = BuildSet("doubleLayerCapacitance=0.15 F/m²");
        recipe.Lithium!.DoubleLayerCapacitance!.Value.ShouldBe(0.2, 1e-12);
        foreach (ParticleClass particles in recipe.Positive.Layers.SelectMany(layer => layer.Particles)) particles.Material.DoubleLayerCapacitance!.Value.ShouldBe(0.2, 1e-12);
        foreach (Electrode electrode in (Electrode[])[set.Positive, set.Negative!]) electrode.Layers[0].Particles[0].Material.DoubleLayerCapacitance.ShouldBe(0.15);
        Build("doubleLayerCapacitance=0 F/m²").Cell.HasDoubleLayers.ShouldBeFalse();
    }

    [Fact]
    public void The_laws_of_the_catalogue_stand_at_25_degrees_whatever_the_temperature_of_the_cell()
    {
        Cell cell = Build("temperature=45 °C").Cell;
        IntercalationMaterial material = cell.Positive.Layers[0].Particles[0].Material;
        material.ReferenceTemperature.ShouldBe(298.15);
        material.DiffusivityActivationEnergy.ShouldBe(25_000);
        material.ExchangeActivationEnergy.ShouldBe(24_000);
        cell.Lithium!.ReferenceTemperature.ShouldBe(298.15);
        cell.Lithium.ExchangeActivationEnergy.ShouldBe(50_000);
        cell.Electrolyte.ReferenceTemperature.ShouldBe(298.15);
        cell.Electrolyte.ConductivityActivationEnergy.ShouldBe(17_100);
        cell.Electrolyte.DiffusivityActivationEnergy.ShouldBe(17_100);
    }

    /// <summary>A function of temperature must not be taken twice: it holds at the cell's own, and its slope goes on from there.</summary>
    [Fact]
    public void An_electrolyte_that_depends_on_temperature_holds_at_that_of_the_cell()
    {
        ElectrolyteProperties warm = Build("temperature=45 °C", "electrolyte=landesfeind2019").Cell.Electrolyte;
        ElectrolyteProperties room = Build("electrolyte=landesfeind2019").Cell.Electrolyte;
        warm.ReferenceTemperature.ShouldBe(318.15);
        warm.DiffusivityActivationEnergy.ShouldBe(17_020, 1);
        // From 25 °C on by the slope there, the conductivity at 45 °C is met within a few per cent.
        double carried = room.Conductivity.At(1000) * Arrhenius.Factor(room.ConductivityActivationEnergy, 318.15, room.ReferenceTemperature);
        carried.ShouldBe(warm.Conductivity.At(1000), 0.06 * carried);
        warm.Conductivity.At(1000).ShouldBeGreaterThan(1.2 * room.Conductivity.At(1000));
    }

    [Theory]
    [InlineData("temperature=30 °C")]
    [InlineData("thermal={ \"heatCapacity\": \"40 J/K\", \"heatTransfer\": \"0 W/K\" }")]
    [InlineData("run[0]={ \"protocol\": [\"Discharge at 1C until 2.7 V at 0 °C\"] }")]
    public void Assumed_activation_energies_are_listed_once_they_count(string change)
    {
        string[] between = ["between=[\"2.7 V\", \"4.3 V\"]"];
        Build(between).Assumed.ShouldNotContain(a => a.Property.StartsWith("activation energy", StringComparison.Ordinal));
        Build([.. between, change]).Assumed.Count(a => a.Property.StartsWith("activation energy", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public void Wetting_and_binder_reach_their_layer_alone()
    {
        Electrode electrode = Build("positive.layers[0].wettedFraction=90 %", "positive.layers[1].binderConductivity=0.01 mS/cm").Positive!.Electrode;
        electrode.Layers[0].WettedFraction.Mean.ShouldBe(0.9);
        electrode.Layers[1].WettedFraction.Mean.ShouldBe(1);
        electrode.Layers[0].BinderConductivity.Mean.ShouldBe(0);
        electrode.Layers[1].BinderConductivity.Mean.ShouldBe(1e-3);
    }

    [Fact]
    public void A_spread_of_sizes_keeps_the_volume_about_the_median()
    {
        ElectrodeStructure plain = Build().Positive!, spread = Build("positive.layers[0].sizeSpread=0.4").Positive!;
        IReadOnlyList<ParticleClass> classes = spread.Electrode.Layers[0].Particles;
        classes.Count.ShouldBe(5);
        spread.Electrode.Layers[1].Particles.Count.ShouldBe(1);
        spread.Electrode.SitesPerArea.ShouldBe(plain.Electrode.SitesPerArea, 1e-12 * plain.Electrode.SitesPerArea);
        classes[0].Radius.ShouldBeLessThan(0.7 * 5.65e-6);
        classes[2].Radius.ShouldBe(5.65e-6, 0.01 * 5.65e-6);
        classes[4].Radius.ShouldBeGreaterThan(1.4 * 5.65e-6);
        spread.Layers[0].Particles.Sum(p => p.Share).ShouldBe(1, 1e-12);
        Build("positive.layers[0].sizeSpread=0.4", "positive.layers[0].sizeClasses=9").Positive!.Electrode.Layers[0].Particles.Count.ShouldBe(9);
    }

    [Fact]
    public void Mixed_layers_keep_the_spread_of_each_part_and_the_mean_of_the_rest()
    {
        ElectrodeStructure mixed = Build("positive.layers[0].sizeSpread=0.4", "positive.layers[0].wettedFraction=80 %", "positive.arrangement=mixed").Positive!;
        mixed.Electrode.Layers.Count.ShouldBe(1);
        mixed.Electrode.Layers[0].Particles.Count.ShouldBe(6);
        mixed.Electrode.Layers[0].WettedFraction.Mean.ShouldBe(0.9, 1e-12);
        mixed.Layers[0].Particles.Sum(p => p.Share).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Particles_of_a_few_nanometres_are_not_spread()
    {
        InputException error = Should.Throw<InputException>(() => Build("positive.layers[0].particleDiameter=15 nm", "positive.layers[0].sizeSpread=0.4"));
        error.Message.ShouldContain("positive.layers[0].sizeSpread: The particles of nmc83 are too small to be spread about their diameter of");
        Build("positive.layers[0].particleDiameter=20 nm", "positive.layers[0].sizeSpread=1", "positive.layers[0].sizeClasses=20").Positive!.Layers[0].Particles.Count.ShouldBe(20);
    }
}
