using Loadstone.Wetting.Areas;

namespace Loadstone.Tests.Wetting.Areas;

public class AreaResistanceTests
{
    private static readonly WettingLiquid Liquid = new(3.5e-3, 0.03, 0.5);

    private static readonly WettingArea Area = new()
    {
        Layers = [new AreaLayer("separator", 25e-6, 0.5, 0.25, LayerWettingProperties.OfPores(0.25, 3e-8, Liquid)), new AreaLayer("coating", 75e-6, 0.3, 0.15, LayerWettingProperties.OfGrains(0.3, 8e-6, Liquid))],
        HalfWidth = 8e-3, Liquid = Liquid, Gas = new TrappedGas { Solubility = 0.1, Diffusivity = 2e-9 }, Conductivity = 0.9,
    };

    [Fact]
    public void Wet_resistance_is_that_of_the_layers_one_after_the_other() =>
        AreaWetting.Of(Area, 1).WetResistance.ShouldBe((25e-6 / 0.25 + 75e-6 / 0.15) / 0.9, 1e-12);

    /// <summary>With n = 2, gas that fills a tenth of the coating's pores raises the coating's part by 1/0.9².</summary>
    [Fact]
    public void Gas_raises_the_part_of_its_layer()
    {
        AreaLayer coating = Area.Layers[1];
        WettingArea gassy = Area with { SaturationExponent = 2, Feed = AreaFaces.Top, Layers = [Area.Layers[0], coating with { Properties = coating.Properties with { TrappedShare = 0.1 } }] };
        AreaWetting wetting = AreaWetting.Of(gassy, 60);
        WettingState filled = wetting.States.First(s => s.Time >= wetting.FilledAt);
        filled.Resistance.ShouldBe((25e-6 / 0.25 + 75e-6 / 0.15 / 0.81) / 0.9, 1e-3 * filled.Resistance);
        wetting.Overall(filled, firstLayer: 1).ShouldBe(0.9, 1e-3);
    }

    /// <summary>Columns stand side by side: where the front has come to the middle of a strip, it conducts half as well, and it settles when it arrives.</summary>
    [Fact]
    public void Resistance_settles_when_the_area_is_full()
    {
        WettingArea area = Area with { SaturationExponent = 2, Columns = 64 };
        AreaWetting wetting = AreaWetting.Of(area, 3600);
        WettingState half = wetting.States.MinBy(s => Math.Abs(wetting.Overall(s) - 0.5))!;
        half.Resistance.ShouldBe(2 * wetting.WetResistance, 0.15 * wetting.WetResistance);
        wetting.SettlingTime(0.02).ShouldBe(wetting.FilledAt, 0.1 * wetting.FilledAt);
        wetting.SettlingTime(0.5).ShouldBeLessThan(wetting.SettlingTime(0.02));
        double.IsNaN(AreaWetting.Of(area, 0.1 * wetting.FilledAt).SettlingTime(0.02)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(90)]
    [InlineData(120)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_liquid_that_does_not_wet_is_refused(double degrees) =>
        Should.Throw<InputException>(() => new WettingLiquid(3e-3, 0.03, degrees * Math.PI / 180)).Message.ShouldContain("0° to below 90°");

    /// <summary>Smaller grains and denser layers suck more and let less through; the mean suction over the filling is that of the surface energy.</summary>
    [Fact]
    public void Grains_follow_Carman_and_White()
    {
        LayerWettingProperties layer = LayerWettingProperties.OfGrains(0.4, 10e-6, Liquid);
        layer.Permeability.ShouldBe(0.064 * 1e-10 / (180 * 0.36), 1e-20);
        (layer.EntryPressure * layer.PoreIndex / (layer.PoreIndex - 1)).ShouldBe(6 * 0.6 * 0.03 * Math.Cos(0.5) / (0.4 * 10e-6), 1e-6);
    }
}
