using FsCheck;
using FsCheck.Fluent;
using Loadstone.Calendering;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Calendering;

public class CompactionTests
{
    private static LayerSolids Solids(Composition composition, double activeLoading) => LayerShares.OfActiveMass([composition], [1], activeLoading)[0];

    [Fact]
    public void Pressing_from_141_to_83_micrometres_takes_56_percent_of_pores_to_25()
    {
        // Chen et al. 2024: 82.7 µm at 25 %; the electrode before was 141.5 µm thick, "between 55 and 60 %".
        Composition composition = Recipes.Of(0.96, 0.02, 0.02);
        LayerSolids solids = new() { Composition = composition, MassPerArea = 82.7e-6 * 0.75 * composition.Density };
        IReadOnlyList<LayerLedger> before = Compaction.AtThickness([solids], 141.5e-6);
        before[0].Porosity.ShouldBe(0.562, 0.0005);
        Compaction.ToThickness(before, 82.7e-6)[0].Porosity.ShouldBe(0.25, 1e-12);
        Compaction.Thickness(Compaction.ToPorosity(before, 0.25)).ShouldBe(82.7e-6, 1e-17);
    }

    [Fact]
    public void Porosity_thickness_and_density_say_the_same()
    {
        LayerSolids solids = Solids(Recipes.Of(0.96, 0.02, 0.02), 0.22);
        // By hand: 0.22/0.96 kg/m² of 0.96/4700 + 0.02/1800 + 0.02/1780 m³/kg.
        double solid = 0.22 / 0.96 * (0.96 / 4700 + 0.02 / 1800 + 0.02 / 1780);
        solids.SolidThickness.ShouldBe(solid, 1e-18);
        LayerLedger layer = Compaction.AtPorosity([solids], 0.3)[0];
        layer.Thickness.ShouldBe(solid / 0.7, 1e-17);
        layer.Density.ShouldBe(0.22 / 0.96 / (solid / 0.7), 1e-9);
        Compaction.AtDensity([solids], layer.Density)[0].Thickness.ShouldBe(layer.Thickness, 1e-17);
        Compaction.AtThickness([solids], layer.Thickness)[0].Porosity.ShouldBe(0.3, 1e-14);
    }

    [Fact]
    public void A_loading_that_does_not_fit_is_told_with_what_it_needs()
    {
        LayerSolids solids = Solids(Recipes.Of(0.96, 0.02, 0.02), 0.296);
        string message = Should.Throw<InputException>(() => Compaction.AtThickness([solids], solids.SolidThickness / 1.03)).Message;
        message.ShouldContain("29.6 mg/cm²");
        message.ShouldContain("-3 %");
        message.ShouldContain(FormattableString.Invariant($"{solids.SolidThickness * 1e6:0.##} µm"));
        Should.Throw<InputException>(() => Compaction.AtDensity([solids], 5000)).Message.ShouldContain("5 g/cm³");
        Should.Throw<InputException>(() => Compaction.ToThickness(Compaction.AtPorosity([solids], 0.5), solids.SolidThickness));
        Should.Throw<ArgumentException>(() => new LayerLedger(solids, 0.99 * solids.SolidThickness));
    }

    [Fact]
    public void Any_pressing_conserves_mass_and_solid_volume_and_fills_the_volume()
    {
        var sequences =
            from foilSide in Recipes.Any
            from top in Recipes.Any
            from share in Recipes.Between(0.05, 0.95)
            from loading in Recipes.Between(0.02, 1)
            from porosities in Recipes.Between(0.01, 0.9).ArrayOf(6)
            select (foilSide, top, share, loading, porosities);
        Prop.ForAll(sequences.ToArbitrary(), sequence =>
        {
            IReadOnlyList<LayerSolids> solids = LayerShares.OfActiveMass([sequence.foilSide, sequence.top], [sequence.share, 1 - sequence.share], sequence.loading);
            // Layers of unequal porosity at the start.
            IReadOnlyList<LayerLedger> coating = [
                Compaction.AtPorosity([solids[0]], sequence.porosities[0])[0], Compaction.AtPorosity([solids[1]], sequence.porosities[1])[0]];
            foreach (double porosity in sequence.porosities.Skip(2))
            {
                coating = Compaction.ToPorosity(coating, porosity);
                Compaction.Porosity(coating).ShouldBe(porosity, 1e-12);
                for (int i = 0; i < coating.Count; i++)
                {
                    (coating[i].Porosity + coating[i].VolumeFractions.Sum()).ShouldBe(1, 1e-15);
                    ((1 - coating[i].Porosity) * coating[i].Thickness).ShouldBe(solids[i].SolidThickness, coating[i].Thickness * 2e-15);
                    (coating[i].Density * coating[i].Thickness).ShouldBe(solids[i].MassPerArea, solids[i].MassPerArea * 1e-15);
                }
                coating.Sum(layer => layer.Solids.ActiveLoading).ShouldBe(sequence.loading, sequence.loading * 1e-14);
            }
            // Pressing has no memory of its path.
            IReadOnlyList<LayerLedger> straight = Compaction.ToPorosity(
                [Compaction.AtPorosity([solids[0]], sequence.porosities[0])[0], Compaction.AtPorosity([solids[1]], sequence.porosities[1])[0]], sequence.porosities[^1]);
            straight[0].Thickness.ShouldBe(coating[0].Thickness, coating[0].Thickness * 1e-11);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Layers_of_equal_porosity_stay_equal_and_the_looser_layer_gives_way_more()
    {
        IReadOnlyList<LayerSolids> solids = LayerShares.OfActiveMass([Recipes.Of(0.97, 0.01, 0.02), Recipes.Of(0.9, 0.05, 0.05)], [0.5, 0.5], 0.3);
        IReadOnlyList<LayerLedger> equal = Compaction.ToThickness(Compaction.AtPorosity(solids, 0.55), 100e-6);
        equal[0].Porosity.ShouldBe(equal[1].Porosity, 1e-14);

        IReadOnlyList<LayerLedger> unequal = [Compaction.AtPorosity([solids[0]], 0.6)[0], Compaction.AtPorosity([solids[1]], 0.4)[0]];
        IReadOnlyList<LayerLedger> pressed = Compaction.ToPorosity(unequal, 0.3);
        double loose = pressed[0].Thickness / unequal[0].Thickness, dense = pressed[1].Thickness / unequal[1].Thickness;
        loose.ShouldBeLessThan(dense);
        dense.ShouldBeLessThan(1);
    }

    [Fact]
    public void Volume_fractions_and_capacity_come_from_the_masses()
    {
        LayerLedger layer = Compaction.AtPorosity([Solids(Recipes.Of(0.96, 0.02, 0.02), 0.22)], 0.25)[0];
        layer.VolumeFractionOf(ComponentRole.Active).ShouldBe(0.22 / (4700 * layer.Thickness), 1e-15);
        layer.VolumeFractionOf(ComponentRole.Carbon).ShouldBe(0.22 / 0.96 * 0.02 / (1800 * layer.Thickness), 1e-15);
        layer.VolumeFractionOf(ComponentRole.Other).ShouldBe(0);
        // 22 mg/cm² at 210 mAh/g are 4.62 mAh/cm² = 166.32 kC/m² · 1e-3.
        layer.Solids.ArealCapacity(210 * 3600).ShouldBe(166_320, 1e-6);
    }
}
