using FsCheck;
using FsCheck.Fluent;
using Loadstone.Coating;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Coating;

public class MixedZoneTests
{
    [Theory]
    [InlineData(0.1, 0.1124629160182848922)]
    [InlineData(1, 0.8427007929497148693)]
    [InlineData(2.4, 0.9993114861033549214)]
    [InlineData(2.6, 0.9997639655834706509)]
    [InlineData(4, 0.9999999845827420998)]
    public void Error_function_of_the_tables(double x, double expected)
    {
        ErrorFunction.Erf(x).ShouldBe(expected, 4e-16);
        ErrorFunction.Erf(-x).ShouldBe(-expected, 4e-16);
    }

    [Fact]
    public void Far_from_the_walls_the_boundary_is_an_error_function()
    {
        var zone = new MixedZone(200e-6, 100e-6, 10e-6);
        zone.SecondShareAt(100e-6).ShouldBe(0.5, 1e-12);
        zone.SecondShareAt(110e-6).ShouldBe(0.5 * (1 + 0.8427007929497149), 1e-12);
        zone.SecondShareAt(0).ShouldBe(0, 1e-12);
        zone.SecondShareAt(200e-6).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Wide_zones_mix_all_through_and_no_width_is_sharp()
    {
        var wide = new MixedZone(1, 0.3, 30);
        foreach (double z in new[] { 0, 0.2, 0.9 }) wide.SecondShareAt(z).ShouldBe(0.7, 1e-9);
        var sharp = new MixedZone(1, 0.3, 0);
        sharp.SecondShareAt(0.299).ShouldBe(0);
        sharp.SecondShareAt(0.301).ShouldBe(1);
        sharp.MeanSecondShare(0.2, 0.4).ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Each_layer_keeps_its_volume_and_the_share_rises()
    {
        var zones =
            from boundary in Recipes.Between(0.01, 0.99)
            from width in Recipes.Between(1e-4, 3)
            select new MixedZone(1, boundary, width);
        Prop.ForAll(zones.ToArbitrary(), zone =>
        {
            zone.MeanSecondShare(0, 1).ShouldBe(1 - zone.Boundary, 1e-12);
            double sum = 0, previous = 0;
            for (int i = 0; i < 40; i++)
            {
                double mean = zone.MeanSecondShare(i / 40.0, (i + 1) / 40.0);
                mean.ShouldBeGreaterThanOrEqualTo(previous - 1e-9);
                previous = mean;
                sum += mean / 40;
            }
            sum.ShouldBe(1 - zone.Boundary, 1e-11);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Widths_of_diffusion_and_settling()
    {
        MixedZone.DiffusedWidth(1e-12, 100).ShouldBe(20e-6, 1e-12);
        // 2 · 3700 · 9.80665 · (5 µm)² /(9 · 0.1) = 2.016 µm/s alone; nothing settles in a packing.
        MixedZone.SettledWidth(3700, 5e-6, 0.1, 0, 10).ShouldBe(20.16e-6, 0.01e-6);
        MixedZone.SettledWidth(3700, 5e-6, 0.1, 1, 10).ShouldBe(0);
    }

    [Fact]
    public void Mixed_layers_hold_what_each_brought()
    {
        var cases =
            from first in Recipes.Any
            from second in Recipes.Any
            from masses in Recipes.Between(0.02, 0.4).ArrayOf(2)
            from width in Recipes.Between(0.001, 2)
            select (first: new LayerSolids { Composition = first, MassPerArea = masses[0] }, second: new LayerSolids { Composition = second, MassPerArea = masses[1] }, width);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            IReadOnlyList<LayerSolids> slices = WetOnWet.Mix(c.first, c.second, c.width, 12);
            slices.Count.ShouldBe(12);
            double mass = c.first.MassPerArea + c.second.MassPerArea;
            slices.Sum(s => s.MassPerArea).ShouldBe(mass, mass * 1e-12);
            slices.Sum(s => s.SolidThickness).ShouldBe(c.first.SolidThickness + c.second.SolidThickness, 1e-12 * mass);
            foreach (ComponentRole role in Enum.GetValues<ComponentRole>())
            {
                double before = c.first.MassPerArea * c.first.Composition.MassFractionOf(role) + c.second.MassPerArea * c.second.Composition.MassFractionOf(role);
                slices.Sum(s => s.MassPerArea * s.Composition.MassFractionOf(role)).ShouldBe(before, mass * 1e-11);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_sharp_boundary_leaves_the_layers_as_they_are_and_a_mixed_one_goes_from_the_first_to_the_second()
    {
        var first = new LayerSolids { Composition = Recipes.Of(0.97, 0.01, 0.02), MassPerArea = 0.1 };
        var second = new LayerSolids { Composition = Recipes.Of(0.92, 0.04, 0.04), MassPerArea = 0.12 };
        WetOnWet.Mix(first, second, 0).ShouldBe([first, second]);
        IReadOnlyList<LayerSolids> mixed = WetOnWet.Mix(first, second, 0.1, 20);
        mixed[0].Composition.MassFractionOf(ComponentRole.Carbon).ShouldBe(0.01, 1e-4);
        mixed[^1].Composition.MassFractionOf(ComponentRole.Carbon).ShouldBe(0.04, 1e-4);
        // The same three components, not six.
        mixed[10].Composition.Components.Count.ShouldBe(3);
    }
}
