using FsCheck;
using FsCheck.Fluent;
using Loadstone.Calendering;
using Loadstone.Slurry;

namespace Loadstone.Tests.Slurry;

public class LayerSharesTests
{
    private static readonly Composition Rich = Recipes.Of(0.97, 0.01, 0.02);
    private static readonly Composition Poor = Recipes.Of(0.85, 0.1, 0.05);

    [Fact]
    public void Shares_of_the_active_mass_hold_and_the_total_is_more()
    {
        IReadOnlyList<LayerSolids> layers = LayerShares.OfActiveMass([Rich, Poor], [0.3, 0.7], 0.22);
        layers[0].ActiveLoading.ShouldBe(0.066, 1e-15);
        layers[1].ActiveLoading.ShouldBe(0.154, 1e-15);
        layers[1].MassPerArea.ShouldBe(0.154 / 0.85, 1e-15);
    }

    [Fact]
    public void Shares_of_the_thickness_hold_at_any_common_porosity()
    {
        IReadOnlyList<LayerSolids> layers = LayerShares.OfThickness([Rich, Poor], [0.3, 0.7], 0.22);
        layers.Sum(layer => layer.ActiveLoading).ShouldBe(0.22, 1e-15);
        foreach (double porosity in new[] { 0.1, 0.5, 0.8 })
        {
            IReadOnlyList<LayerLedger> coating = Compaction.AtPorosity(layers, porosity);
            (coating[0].Thickness / Compaction.Thickness(coating)).ShouldBe(0.3, 1e-14);
        }
    }

    [Fact]
    public void Shares_of_the_thickness_hold_at_given_porosities()
    {
        double[] porosities = [0.25, 0.45];
        IReadOnlyList<LayerSolids> layers = LayerShares.OfThickness([Rich, Poor], [0.4, 0.6], 0.3, porosities);
        layers.Sum(layer => layer.ActiveLoading).ShouldBe(0.3, 1e-15);
        double[] thicknesses = [.. layers.Select((layer, i) => layer.SolidThickness / (1 - porosities[i]))];
        (thicknesses[0] / thicknesses.Sum()).ShouldBe(0.4, 1e-14);
    }

    [Fact]
    public void Equal_layers_divide_mass_and_thickness_alike()
    {
        Prop.ForAll(Recipes.Between(0.05, 0.95).ToArbitrary(), share =>
        {
            double byMass = LayerShares.OfActiveMass([Rich, Rich], [share, 1 - share], 0.2)[0].MassPerArea;
            LayerShares.OfThickness([Rich, Rich], [share, 1 - share], 0.2)[0].MassPerArea.ShouldBe(byMass, byMass * 1e-13);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Shares_that_do_not_fit_are_refused()
    {
        Should.Throw<InputException>(() => LayerShares.OfActiveMass([Rich, Poor], [0.5, 0.4], 0.2)).Message.ShouldContain("90 %");
        Should.Throw<InputException>(() => LayerShares.OfThickness([Rich, Poor], [1, 0], 0.2)).Message.ShouldContain("0 %");
        Should.Throw<InputException>(() => LayerShares.OfActiveMass([Rich, Poor], [double.NaN, 1], 0.2));
        Should.Throw<InputException>(() => LayerShares.OfActiveMass([Rich, Recipes.Of(0, 0.5, 0.5)], [0.5, 0.5], 0.2)).Message.ShouldContain("no active");
        Should.Throw<ArgumentException>(() => LayerShares.OfActiveMass([Rich], [0.5, 0.5], 0.2));
    }
}
