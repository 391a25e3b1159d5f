using FsCheck;
using FsCheck.Fluent;
using Loadstone.Calendering;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Calendering;

public class CalenderTests
{
    private static readonly CompactionLaw Hard = new(400e3, 0.1), Soft = new(150e3, 0.05);

    private static CoatedLayer Layer(double porosity, CompactionLaw law, double loading = 0.15)
    {
        LayerSolids solids = LayerShares.OfActiveMass([Recipes.Reference], [1], loading)[0];
        return new CoatedLayer(new LayerLedger(solids, solids.SolidThickness / (1 - porosity)), law);
    }

    [Fact]
    public void The_laws_are_those_of_Meyer_and_of_Heckel()
    {
        // By hand: 0.1 + 0.4/e, and 0.5/e² after two yield pressures.
        Hard.PorosityAt(0.5, 400e3).ShouldBe(0.1 + 0.4 * 0.36787944117144233, 1e-15);
        CompactionLaw.Heckel(200e6).PorosityAt(0.5, 400e6).ShouldBe(0.5 * 0.1353352832366127, 1e-15);
        Hard.PorosityAt(0.5, double.PositiveInfinity).ShouldBe(0.1);
        Hard.PorosityAt(0.08, 1e9).ShouldBe(0.08, "a coating denser than its law lets it become stays as it is");
        Hard.LoadFor(0.5, 0.1).ShouldBe(double.PositiveInfinity);
        Hard.LoadFor(0.5, Hard.PorosityAt(0.5, 321e3)).ShouldBe(321e3, 1e-6);
    }

    [Fact]
    public void Equal_layers_stay_equal_whatever_their_thickness()
    {
        CalenderedCoating coating = Calender.ToPorosity([Layer(0.55, Hard, 0.05), Layer(0.55, Hard, 0.25)], 0.3);
        coating.Layers[0].Porosity.ShouldBe(0.3, 1e-12);
        coating.Layers[1].Porosity.ShouldBe(0.3, 1e-12);
    }

    [Fact]
    public void The_softer_layer_gives_way_by_more_and_a_rigid_one_not_at_all()
    {
        CalenderedCoating both = Calender.ToPorosity([Layer(0.5, Hard), Layer(0.5, Soft)], 0.3);
        both.Layers[1].Porosity.ShouldBeLessThan(both.Layers[0].Porosity);
        both.Porosity.ShouldBe(0.3, 1e-12);

        CoatedLayer rigid = Layer(0.5, new CompactionLaw(double.PositiveInfinity));
        CalenderedCoating one = Calender.ToThickness([rigid, Layer(0.5, Soft)], 1.6 * rigid.Coated.Thickness);
        one.Layers[0].Thickness.ShouldBe(rigid.Coated.Thickness, 1e-18);
        one.Layers[1].Thickness.ShouldBe(0.6 * rigid.Coated.Thickness, 1e-15);
    }

    [Fact]
    public void A_coating_springs_back_by_a_part_of_its_strain()
    {
        CoatedLayer layer = Layer(0.5, Soft);
        CalenderedCoating coating = Calender.AtLoad([layer], 200e3, springBack: 0.1);
        double under = coating.UnderLoad[0].Thickness, before = layer.Coated.Thickness;
        coating.Thickness.ShouldBe(under + 0.1 * (before - under), 1e-18);
        // The same thickness is found from the other side, at the same load.
        Calender.ToThickness([layer], coating.Thickness, 0.1).Load.ShouldBe(200e3, 1e-4);
    }

    [Fact]
    public void Figures_of_the_papers()
    {
        // Chen et al. 2024: 141.5 µm pressed to 82.7 µm is 55 to 56.2 % to 25 %, at a load that the default law gives.
        Composition nmc = Recipes.Of(0.96, 0.02, 0.02);
        LayerSolids solids = new() { Composition = nmc, MassPerArea = 82.7e-6 * 0.75 * nmc.Density };
        CompactionParameters hard = CompactionLaws.Default.Hard;
        var law = new CompactionLaw(hard.CompactionResistance.Value, hard.LeastPorosity.Value);
        CalenderedCoating chen = Calender.ToThickness([new CoatedLayer(new LayerLedger(solids, 141.5e-6), law)], 82.7e-6);
        new LayerLedger(solids, 141.5e-6).Porosity.ShouldBe(0.562, 0.0005);
        chen.Porosity.ShouldBe(0.25, 1e-12);
        chen.Load.ShouldBe(400e3 * Math.Log((1 - 0.75 * 82.7 / 141.5 - 0.1) / 0.15), 1);

        // Jeong et al. press their coatings by 30 % of the thickness: a coating of 50 % is left with 1 − 0.5/0.7.
        CoatedLayer jeong = Layer(0.5, law);
        Calender.ToThickness([jeong], 0.7 * jeong.Coated.Thickness).Porosity.ShouldBe(1 - 0.5 / 0.7, 1e-12);

        // Park et al.: 97.78 : 0.6 : 1.5 at 2.8 and 3.2 g/cm³ (what is missing to 100 % is counted as active material). The porosities follow from the ledger alone.
        Composition park = Recipes.Of(0.979, 0.006, 0.015);
        CoatedLayer coated = new(Compaction.AtPorosity([new LayerSolids { Composition = park, MassPerArea = 0.6 }], 0.55)[0], law);
        double Porosity(double density) => 1 - density * (0.979 / Recipes.ActiveDensity + 0.006 / Recipes.CarbonDensity + 0.015 / Recipes.BinderDensity);
        Calender.ToDensity([coated], 2800).Porosity.ShouldBe(Porosity(2800), 1e-12);
        Calender.ToDensity([coated], 3200).Porosity.ShouldBe(Porosity(3200), 1e-12);
        Porosity(2800).ShouldBe(0.383, 0.002);
        Porosity(3200).ShouldBe(0.295, 0.002);
        Calender.ToDensity([coated], 3200).Load.ShouldBeGreaterThan(Calender.ToDensity([coated], 2800).Load);
    }

    [Fact]
    public void Solids_of_every_layer_are_conserved_and_the_target_is_met()
    {
        var coatings =
            from porosities in Recipes.Between(0.4, 0.8).ArrayOf(3)
            from resistances in Recipes.Between(50e3, 900e3).ArrayOf(3)
            from least in Recipes.Between(0, 0.25).ArrayOf(3)
            from loadings in Recipes.Between(0.02, 0.5).ArrayOf(3)
            from springBack in Recipes.Between(0, 0.3)
            from depth in Recipes.Between(0, 0.95)
            select (porosities, resistances, least, loadings, springBack, depth);
        Prop.ForAll(coatings.ToArbitrary(), c =>
        {
            CoatedLayer[] layers = [.. Enumerable.Range(0, 3).Select(i => Layer(c.porosities[i], new CompactionLaw(c.resistances[i], c.least[i]), c.loadings[i]))];
            double before = layers.Sum(l => l.Coated.Thickness), least = layers.Sum(l => l.Coated.Solids.SolidThickness / (1 - l.Law.LeastPorosity));
            double thickness = before - c.depth * (before - least) * (1 - c.springBack);
            CalenderedCoating coating = Calender.ToThickness(layers, thickness, c.springBack);
            coating.Thickness.ShouldBe(thickness, 1e-11 * thickness);
            for (int i = 0; i < 3; i++)
            {
                LayerLedger after = coating.Layers[i];
                ((1 - after.Porosity) * after.Thickness).ShouldBe(layers[i].Coated.Solids.SolidThickness, 1e-14 * after.Thickness);
                after.Porosity.ShouldBeLessThanOrEqualTo(layers[i].Coated.Porosity + 1e-14);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_no_calender_can_do_is_told_with_what_would_work()
    {
        CoatedLayer layer = Layer(0.5, Hard);
        double solid = layer.Coated.Solids.SolidThickness;
        Should.Throw<InputException>(() => Calender.ToPorosity([layer], 0.08)).Message.ShouldContain("a porosity of 10 %");
        Should.Throw<InputException>(() => Calender.ToPorosity([layer], 0.12, springBack: 0.2)).Message
            .ShouldContain(FormattableString.Invariant($"{(solid / 0.9 + 0.2 * (2 * solid - solid / 0.9)) * 1e6:0.##} µm"));
        Should.Throw<InputException>(() => Calender.ToPorosity([layer], 0.6)).Message.ShouldContain("cannot thicken");
        Should.Throw<InputException>(() => Calender.ToDensity([layer], 9000)).Message.ShouldContain("density of the solids without pores");
        Calender.ToPorosity([layer], 0.5).Load.ShouldBe(0);
    }

    [Fact]
    public void Graphite_gives_way_sooner_than_oxides_by_default()
    {
        CompactionLaws laws = CompactionLaws.Default;
        laws.For(["graphite"]).ShouldBe(laws.Soft);
        laws.For(["nmc811", "graphite"]).ShouldBe(laws.Hard);
        laws.Soft.CompactionResistance.Value.ShouldBeLessThan(laws.Hard.CompactionResistance.Value);
    }
}
