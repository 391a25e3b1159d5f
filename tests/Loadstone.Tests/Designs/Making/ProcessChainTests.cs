using FsCheck;
using FsCheck.Fluent;
using Loadstone.Coating;
using Loadstone.Designs.Building;
using Loadstone.Designs.Making;
using Loadstone.Drying;
using Loadstone.Electrodes;
using Loadstone.Slurry;

namespace Loadstone.Tests.Designs.Making;

/// <summary>From the slurry to the electrode: what one step decides, the next one has.</summary>
public class ProcessChainTests
{
    [Fact]
    public void The_loading_of_a_gap_is_the_slurry_that_passes_it()
    {
        ElectrodeStructure made = Processes.Build("\"process\": { \"coating\": { \"gap\": \"260 µm\" } }, " + Processes.OneLayer()).Positive!;
        CoatStep coat = made.Making!.Coats[0];
        // Half the gap without a head of slurry, whatever flows.
        coat.Film.Thickness.ShouldBe(130e-6, 1e-9);
        made.MassPerArea.ShouldBe(coat.Film.Thickness * coat.Slurry.Density * coat.Slurry.SolidMassFraction, 1e-12);
        made.Making.LoadingIsDerived.ShouldBeTrue();
        made.Porosity.ShouldBe(SlurryLaws.Default.DryPorosity(coat.Slurry.SolidVolumeFraction), 1e-12, "nothing presses it");
    }

    [Fact]
    public void The_gap_of_a_loading_gives_that_loading_back()
    {
        Prop.ForAll(Gen.Choose(5, 60).ToArbitrary(), loading =>
        {
            double gap = Processes.Build($"\"loading\": \"{loading} mg/cm²\", \"process\": {{ \"coating\": {{ \"headHeight\": \"20 mm\" }} }}, " + Processes.OneLayer()).Positive!.Making!.Coats[0].Gap;
            ElectrodeStructure again = Processes.Build($"\"process\": {{ \"coating\": {{ \"gap\": \"{Processes.Text(gap * 1e6)} µm\", \"headHeight\": \"20 mm\" }} }}, " + Processes.OneLayer()).Positive!;
            again.Loading.ShouldBe(loading / 100.0, 1e-9);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Binder, carbon and active mass of all slices are those of the recipe, pressed or not, however the film dried.</summary>
    [Theory]
    [InlineData("\"loading\": \"30 mg/cm²\", \"pressDensity\": \"3.2 g/cm³\", \"calendering\": {}, \"process\": { \"coating\": {}, \"drying\": { \"rampAndHold\": { \"temperature\": \"120 °C\" } } }")]
    [InlineData("\"loading\": \"60 mg/cm²\", \"process\": { \"coating\": { \"method\": \"slot\" }, \"drying\": { \"zones\": [ { \"length\": \"20 m\", \"airTemperature\": \"110 °C\" } ], \"binderDiffusivity\": \"1e-11 m²/s\" } }")]
    public void Nothing_is_lost_on_the_way(string electrode)
    {
        ElectrodeStructure made = Processes.Build($"{electrode}, {Processes.OneLayer()}").Positive!;
        IReadOnlyList<DepthSlice> slices = made.Making!.Layers[0].Slices;
        slices.Average(s => s.BinderShare).ShouldBe(1, 1e-10);
        slices.Average(s => s.CarbonShare).ShouldBe(1, 1e-10);
        slices.Average(s => s.Porosity).ShouldBe(made.Porosity, 1e-10);
        made.Electrode.Layers[0].Porosity.Mean.ShouldBe(made.Porosity, 1e-10);
        made.Making.Layers[0].FoilBinder.ShouldBeLessThan(1, "evaporation draws it to the surface");
    }

    [Fact]
    public void Layers_that_dry_together_exchange_binder_and_lose_none()
    {
        ElectrodeStructure made = Processes.Build($$"""
            "loading": "40 mg/cm²", "process": { "coating": { "layers": "wet on wet", "mixedZone": "10 %" }, {{Processes.Ramp}} }, {{Processes.TwoLayers}}
            """).Positive!;
        made.Layers.Count.ShouldBeGreaterThan(2, "the zone is cut into layers");
        made.Making!.Dryings.Count.ShouldBe(1);
        double binder = made.Layers.Select((layer, i) => Binder(layer) * made.Making.Layers[i].Slices.Average(s => s.BinderShare)).Sum();
        binder.ShouldBe(made.Layers.Sum(Binder), 1e-10 * binder);
        made.Layers.Sum(l => l.Loading).ShouldBe(0.4, 1e-10);
        made.Making.Layers[^1].Slices.Average(s => s.BinderShare).ShouldBeGreaterThan(1);
        made.Layers.Select(l => Carbon(l)).ShouldBeInOrder(SortDirection.Descending, "the layer at the foil has more carbon, and the zone lies between");

        static double Binder(LayerStructure layer) => layer.MassPerArea * layer.Ledger.Solids.Composition.MassFractionOf(ComponentRole.Binder);
        static double Carbon(LayerStructure layer) => layer.Ledger.Solids.Composition.MassFractionOf(ComponentRole.Carbon);
    }

    [Fact]
    public void A_layer_on_a_dry_one_loses_solvent_to_it_and_dries_denser()
    {
        MadeElectrode dried = Processes.Build($$"""
            "loading": "40 mg/cm²", "process": { "coating": { "layers": "dried" }, {{Processes.Ramp}} }, {{Processes.TwoLayers}}
            """).Positive!.Making!;
        MadeElectrode wet = Processes.Build($$"""
            "loading": "40 mg/cm²", "process": { "coating": { "layers": "wet on wet" }, {{Processes.Ramp}} }, {{Processes.TwoLayers}}
            """).Positive!.Making!;
        dried.Dryings.Count.ShouldBe(2);
        dried.Coats[0].Settled.ShouldBe(dried.Coats[0].Film);
        dried.Coats[1].Settled.SolventPerArea.ShouldBeLessThan(dried.Coats[1].Film.SolventPerArea);
        dried.Coats[1].Dried.Porosity.ShouldBeLessThan(wet.Coats[1].Dried.Porosity);
        dried.Coats[1].Film.Thickness.ShouldBe(wet.Coats[1].Film.Thickness, 1e-9, "the loading decides the film");
    }

    /// <summary>Chen et al., section 4: for layers of one thickness the gap of the second is not that of the first.</summary>
    [Fact]
    public void Shares_of_thickness_hold_when_the_first_layer_drinks()
    {
        MadeElectrode made = Processes.Build($$"""
            "loading": "40 mg/cm²", "shareOf": "thickness", "process": { "coating": {} }, {{Processes.TwoLayers}}
            """).Positive!.Making!;
        made.Coats[1].Dried.Thickness.ShouldBe(made.Coats[0].Dried.Thickness, 1e-6 * made.Coats[0].Dried.Thickness);
        made.Coats[1].Film.Thickness.ShouldBeGreaterThan(1.02 * made.Coats[0].Film.Thickness);
        double known = new DryFirstLayer(made.Coats[0].Dried).FilmFor(made.Coats[1].Slurry, 1).Thickness;
        made.Coats[1].Film.Thickness.ShouldBe(known, 1e-6 * known);
    }

    /// <summary>Slices go into the model: less carbon at the foil conducts less there.</summary>
    [Fact]
    public void The_gradient_of_carbon_is_one_of_conductivity_in_the_model()
    {
        ElectrodeStructure made = Processes.Build($"\"loading\": \"30 mg/cm²\", \"porosity\": \"30 %\", \"process\": {{ \"coating\": {{}}, {Processes.Ramp} }}, " + Processes.OneLayer()).Positive!;
        Layer layer = made.Electrode.Layers[0];
        layer.ElectronicConductivity.At(0).ShouldBeLessThan(0.97 * layer.ElectronicConductivity.At(1));
        layer.Porosity.At(0).ShouldBeGreaterThan(layer.Porosity.At(1), "binder fills the pores at the surface");
        layer.TransportEfficiency.At(0).ShouldBe(CoatingLaws.Default.TransportEfficiency(layer.Porosity.At(0)), 1e-12);
        made.Layers[0].ElectronicConductivity.ShouldBeInRange(layer.ElectronicConductivity.Minimum, layer.ElectronicConductivity.Mean);
    }

    [Fact]
    public void Without_drying_nothing_migrates_and_the_cell_is_the_one_without_process()
    {
        BuiltDesign made = Processes.Build("\"loading\": \"30 mg/cm²\", \"porosity\": \"30 %\", \"process\": { \"coating\": {} }, " + Processes.OneLayer());
        BuiltDesign plain = Processes.Build("\"loading\": \"30 mg/cm²\", \"porosity\": \"30 %\", " + Processes.OneLayer());
        made.Positive!.Electrode.Layers[0].Porosity.IsUniform.ShouldBeTrue();
        made.Positive.Thickness.ShouldBe(plain.Positive!.Thickness, 1e-15);
        made.Positive.Layers[0].ElectronicConductivity.ShouldBe(plain.Positive.Layers[0].ElectronicConductivity, 1e-12);
        plain.Positive.Making.ShouldBeNull();
    }

    [Fact]
    public void What_is_left_out_and_what_is_assumed_is_listed()
    {
        BuiltDesign made = Processes.Build($"\"loading\": \"30 mg/cm²\", \"process\": {{ \"coating\": {{}}, {Processes.Ramp} }}, " + Processes.OneLayer());
        made.Defaults.Select(d => d.Path).ShouldContain("positive.process.coating.speed");
        made.Defaults.Select(d => d.Path).ShouldContain("positive.process.drying.residual");
        made.Assumed.Select(a => a.Property).ShouldContain("binder diffusivity");
        made.Assumed.Select(a => a.Property).ShouldContain("maximum packing");
    }
}
