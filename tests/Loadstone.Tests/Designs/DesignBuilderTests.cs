using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrodes;
using Loadstone.Materials;
using Loadstone.Slurry;

namespace Loadstone.Tests.Designs;

public class DesignBuilderTests
{
    private static BuiltDesign Build(params string[] overrides) => DesignBuilder.Build(Documents.Parse(Documents.TwoLayers, overrides).Base);

    [Fact]
    public void Pores_and_solids_fill_every_layer()
    {
        foreach (LayerStructure layer in Build().Positive!.Layers)
            (layer.Porosity + layer.Ledger.VolumeFractions.Sum()).ShouldBe(1, 1e-15);
    }

    [Fact]
    public void Lithium_sites_follow_from_the_loading_alone()
    {
        // 0.22 kg/m² of active material of 97.19 g/mol with one site each: nothing of porosity or density.
        double expected = 0.22 / 97.19e-3;
        Build().Positive!.Electrode.SitesPerArea.ShouldBe(expected, expected * 1e-12);
        Build("positive.porosity=55 %").Positive!.Electrode.SitesPerArea.ShouldBe(expected, expected * 1e-12);
    }

    [Fact]
    public void The_loading_is_of_active_mass_and_shares_are_of_it()
    {
        ElectrodeStructure positive = Build("positive.layers[0].share=70 %", "positive.layers[1].share=30 %").Positive!;
        positive.Loading.ShouldBe(0.22, 1e-12);
        positive.Layers[0].Loading.ShouldBe(0.7 * 0.22, 1e-12);
        positive.MassPerArea.ShouldBe(0.22 / 0.96, 1e-12);
    }

    [Fact]
    public void One_C_is_a_current_per_active_mass() =>
        Build("area=0.785 cm²").Cell.OneC.ShouldBe(210 * 0.22 * 0.785e-4, 1e-12);

    [Fact]
    public void Without_a_1C_current_the_capacity_passes_in_an_hour()
    {
        BuiltDesign built = Build("oneC=null");
        built.Cell.OneC.ShouldBe(CellBalance.CapacityPerArea(built.Cell) * built.Cell.Area / 3600, 1e-12);
        built.Defaults.ShouldContain(d => d.Path == "oneC" && d.Taken.Contains("one hour", StringComparison.Ordinal));
    }

    [Fact]
    public void Porosity_thickness_and_press_density_say_the_same()
    {
        ElectrodeStructure byPorosity = Build().Positive!;
        ElectrodeStructure byThickness = Build("positive.porosity=null", $"positive.thickness={byPorosity.Thickness:R} m").Positive!;
        ElectrodeStructure byDensity = Build("positive.porosity=null", $"positive.pressDensity={byPorosity.Density:R} kg/m³").Positive!;
        ElectrodeStructure withoutLoading = Build("positive.loading=null", $"positive.thickness={byPorosity.Thickness:R} m").Positive!;
        byThickness.Porosity.ShouldBe(0.25, 1e-12);
        byDensity.Porosity.ShouldBe(0.25, 1e-12);
        withoutLoading.Loading.ShouldBe(0.22, 1e-12);
    }

    [Fact]
    public void Values_that_agree_do_not_clash() =>
        Build($"positive.thickness={Build().Positive!.Thickness:R} m").Positive!.Porosity.ShouldBe(0.25, 1e-12);

    [Fact]
    public void A_layer_with_its_own_porosity_leaves_the_rest_to_the_others()
    {
        ElectrodeStructure positive = Build("positive.porosity=null", "positive.thickness=90 µm", "positive.layers.L.porosity=30 %").Positive!;
        positive.Layers[0].Porosity.ShouldBe(0.3, 1e-12);
        positive.Thickness.ShouldBe(90e-6, 1e-15);
        positive.Layers[1].Porosity.ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void Shares_of_thickness_are_shares_of_thickness()
    {
        string[] shares = ["positive.shareOf=thickness", "positive.layers[0].share=70 %", "positive.layers[1].share=30 %", "positive.layers.L.porosity=40 %"];
        ElectrodeStructure byPorosity = Build(shares).Positive!;
        byPorosity.Layers[0].Thickness.ShouldBe(0.7 * byPorosity.Thickness, 1e-15);
        byPorosity.Loading.ShouldBe(0.22, 1e-12);
        ElectrodeStructure byThickness = Build([.. shares, "positive.porosity=null", $"positive.thickness={byPorosity.Thickness:R} m"]).Positive!;
        byThickness.Layers[1].Porosity.ShouldBe(0.25, 1e-12);
        byThickness.Layers[0].Thickness.ShouldBe(0.7 * byPorosity.Thickness, 1e-15);
    }

    [Fact]
    public void Reversed_layers_swap_their_places_and_stay_the_same()
    {
        ElectrodeStructure written = Build().Positive!, reversed = Build("positive.layers=reversed").Positive!;
        reversed.Layers.Select(l => l.Name).ShouldBe(["S", "L"]);
        reversed.Layers[0].ElectronicConductivity.ShouldBe(written.Layers[1].ElectronicConductivity, 1e-15);
        reversed.Thickness.ShouldBe(written.Thickness, 1e-18);
    }

    [Fact]
    public void Mixed_layers_keep_mass_volume_and_sizes()
    {
        ElectrodeStructure written = Build().Positive!, mixed = Build("positive.layers=mixed").Positive!;
        LayerStructure layer = mixed.Layers.ShouldHaveSingleItem();
        layer.Name.ShouldBe("L + S");
        layer.Particles.Select(p => (p.Diameter, Math.Round(p.Share, 12))).ShouldBe([(11.3e-6, 0.5), (4.5e-6, 0.5)]);
        mixed.Thickness.ShouldBe(written.Thickness, 1e-12);
        mixed.MassPerArea.ShouldBe(written.MassPerArea, 1e-12);
        mixed.ArealCapacity.ShouldBe(written.ArealCapacity, written.ArealCapacity * 1e-12);
    }

    [Fact]
    public void Layers_of_one_recipe_are_the_single_layer()
    {
        string[] same = ["positive.layers.S.particleDiameter=11.3 µm"];
        ElectrodeStructure two = Build(same).Positive!, one = Build([.. same, "positive.layers=mixed"]).Positive!;
        LayerStructure single = one.Layers.ShouldHaveSingleItem();
        single.Particles.ShouldHaveSingleItem();
        foreach (LayerStructure layer in two.Layers)
        {
            layer.ElectronicConductivity.ShouldBe(single.ElectronicConductivity, 1e-12 * single.ElectronicConductivity);
            layer.TransportEfficiency.ShouldBe(single.TransportEfficiency, 1e-12);
            layer.Porosity.ShouldBe(single.Porosity, 1e-12);
            layer.BinderFilmThickness.ShouldBe(single.BinderFilmThickness, 1e-20);
        }
        two.Heterogeneity.ShouldBe(0);
    }

    [Fact]
    public void Several_sizes_share_the_active_volume()
    {
        LayerStructure layer = Build("positive.layers[0].particleDiameter=null",
            """positive.layers[0].particles=[{"diameter": "3 µm", "share": "25 %"}, {"diameter": "9 µm", "share": "75 %"}]""").Positive!.Layers[0];
        layer.Particles.Sum(p => p.VolumeFraction).ShouldBe(layer.Ledger.VolumeFractionOf(ComponentRole.Active), 1e-15);
        (layer.Particles[1].VolumeFraction / layer.Particles[0].VolumeFraction).ShouldBe(3, 1e-12);
    }

    [Fact]
    public void A_slurry_gives_its_solid_fraction_and_solvent_shell()
    {
        Build().Positive!.Layers[0].SolidVolumeFraction.ShouldBeNull();
        LayerStructure layer = Build("""positive.layers[0].slurry={"solvent": "nmp", "solidsContent": "70 %"}""").Positive!.Layers[0];
        layer.Slurry!.SolidMassFraction.ShouldBe(0.7, 1e-12);
        layer.SolidVolumeFraction!.Value.ShouldBeInRange(0.3, 0.4);
        layer.SolventShellThickness!.Value.ShouldBeInRange(1e-8, 1e-6);
    }

    [Fact]
    public void Transport_follows_the_law_unless_the_document_says_otherwise()
    {
        Build().Positive!.Layers[0].TransportEfficiency.ShouldBe(Math.Pow(0.25, CoatingLaws.Default.BruggemanExponent.Value), 1e-12);
        Build("laws.bruggemanExponent=1.5").Positive!.Layers[0].TransportEfficiency.ShouldBe(0.125, 1e-12);
        Build("positive.layers[0].bruggemanExponent=2.5").Positive!.Layers[0].TransportEfficiency.ShouldBe(Math.Pow(0.25, 2.5), 1e-12);
        Build("positive.layers[0].tortuosityFactor=5").Positive!.Layers[0].TransportEfficiency.ShouldBe(0.05, 1e-12);
    }

    [Fact]
    public void Electrons_follow_the_law_unless_the_document_says_otherwise()
    {
        ElectrodeStructure positive = Build().Positive!;
        // The same carbon on 2.5 times the surface.
        (positive.Layers[0].ElectronicConductivity / positive.Layers[1].ElectronicConductivity).ShouldBe(11.3 / 4.5, 1e-9);
        positive.ContactResistance.ShouldBe(50e-6 / positive.Layers[0].ElectronicConductivity, 1e-12);
        ElectrodeStructure stated = Build("positive.layers[0].electronicConductivity=1 S/m", "positive.contactResistance=20 Ω cm²").Positive!;
        stated.Layers[0].ElectronicConductivity.ShouldBe(1);
        stated.ContactResistance.ShouldBe(20e-4, 1e-15);
    }

    [Fact]
    public void What_the_document_states_is_not_listed_as_assumed()
    {
        IReadOnlyList<AssumedValue> assumed = Build().Assumed;
        assumed.ShouldContain(v => v.Of == "nmc83" && v.Property == "open-circuit potential");
        assumed.ShouldContain(v => v.Property == "constriction length" && v.Value == "50 µm" && v.Range == "0 µm to 200 µm");
        IReadOnlyList<AssumedValue> stated = Build("positive.contactResistance=20 Ω cm²", "laws.bruggemanExponent=1.5").Assumed;
        stated.ShouldNotContain(v => v.Property == "constriction length" || v.Property == "Bruggeman exponent");
        assumed.Distinct().Count().ShouldBe(assumed.Count);
    }

    [Fact]
    public void Assumed_values_carry_a_reason() => Build().Assumed.ShouldAllBe(v => v.Why.Length > 10);

    [Fact]
    public void What_was_left_out_is_listed()
    {
        Build().Defaults.Select(d => d.Path).ShouldBe(["temperature", "area", "positive.foil", "separator", "electrolyte"]);
        Build("negative=null").Defaults.Select(d => d.Taken).ShouldBe(["25 °C", "1 cm²", "aluminium 15 µm", "lithium 250 µm", "polypropylene 25 µm", "1 M LiPF6 in EC:EMC 3:7"]);
        Build("temperature=30 °C", "separator=polypropylene 25 µm").Defaults.Select(d => d.Path).ShouldNotContain("separator");
    }

    [Fact]
    public void A_separator_in_other_words_is_the_same_separator()
    {
        Separator standard = Build().Cell.Separator;
        Build("""separator={"material": "polypropylene", "thickness": "25 µm", "porosity": "55 %"}""").Cell.Separator.ShouldBe(standard);
        Build("""separator={"material": "polypropylene", "tortuosityFactor": 2.2}""").Cell.Separator.TransportEfficiency.ShouldBe(0.25, 1e-12);
        Build("""separator={"material": "polypropylene", "porosity": "40 %", "bruggemanExponent": 2}""").Cell.Separator.TransportEfficiency.ShouldBe(0.16, 1e-12);
    }

    [Fact]
    public void The_choice_of_transport_properties_is_a_choice_of_electrolyte()
    {
        double nyman = Build().Cell.Electrolyte.Diffusivity.At(1000);
        double landesfeind = Build("electrolyte=landesfeind2019").Cell.Electrolyte.Diffusivity.At(1000);
        landesfeind.ShouldNotBe(nyman);
        Build("""electrolyte={"name": "landesfeind2019", "concentration": "1.2 M"}""").Cell.Electrolyte.InitialConcentration.ShouldBe(1200);
    }

    [Fact]
    public void Pressing_conserves_the_solids_as_in_the_paper()
    {
        // Chen et al. 2024, section 4: 141.5 µm at what is labelled 55 % become 82.7 µm at 25 %, so that it was 56.2 % before.
        double solid = (1 - 0.25) * 82.7;
        (1 - solid / 141.5).ShouldBe(0.562, 5e-4);
        BuiltDesign before = Build("positive.porosity=56.1661 %", "positive.loading=26.69 mg/cm²"), after = Build("positive.loading=26.69 mg/cm²");
        (before.Positive!.Thickness / after.Positive!.Thickness).ShouldBe(141.5 / 82.7, 1e-4);
    }

    [Fact]
    public void Every_parameter_of_the_laws_is_assumed_with_a_range_that_holds_it()
    {
        CoatingLaws laws = CoatingLaws.Default;
        SourcedValue[] values = [laws.BruggemanExponent, laws.ReferenceConductivity, laws.PercolationExponent, laws.FilmExponent, laws.ConstrictionLength, laws.ConductingActiveConductivity, laws.FirstCycleLoss];
        foreach (SourcedValue value in values)
        {
            value.Assumed.ShouldBeTrue();
            value.Value.ShouldBeInRange(value.Low!.Value, value.High!.Value);
            value.Low.Value.ShouldBeLessThan(value.High.Value);
        }
    }
}
