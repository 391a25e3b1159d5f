using Loadstone.Electrodes;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Electrodes;

public class HeterogeneityTests
{
    private const double BinderFilm = 13e-9;

    private static LayerSolids Layer(double carbonFraction, double massPerArea = 0.1) =>
        new() { Composition = Recipe.For(Recipes.Reference, BinderFilm, carbonFraction), MassPerArea = massPerArea };

    [Theory]
    [InlineData(0.02, 0.03, 0.2, 0.505, 0.495)]
    [InlineData(0.015, 0.035, 0.4, 0.511, 0.489)]
    [InlineData(0.01, 0.04, 0.6, 0.516, 0.484)]
    [InlineData(0.03, 0.02, 0.2, 0.495, 0.505)]
    [InlineData(0.035, 0.015, 0.4, 0.489, 0.511)]
    [InlineData(0.04, 0.01, 0.6, 0.484, 0.516)]
    public void Table_1_of_Yari_to_the_printed_digits(double foilSide, double top, double delta, double shareAtFoil, double shareAtTop)
    {
        // Two layers of equal solid loading with the binder film of the reference recipe.
        LayerSolids[] layers = [Layer(foilSide), Layer(top)];
        Heterogeneity.Of(layers).ShouldBe(delta, 1e-12);
        IReadOnlyList<double> shares = Heterogeneity.ActiveShares(layers);
        Math.Round(shares[0], 3).ShouldBe(shareAtFoil);
        Math.Round(shares[1], 3).ShouldBe(shareAtTop);
    }

    [Fact]
    public void Equal_layers_and_a_single_layer_are_homogeneous()
    {
        Heterogeneity.Of([Layer(0.025)]).ShouldBe(0, 1e-15);
        Heterogeneity.Of([Layer(0.025, 0.05), Layer(0.025, 0.1), Layer(0.025, 0.2)]).ShouldBe(0, 1e-15);
        Heterogeneity.Of([Layer(0), Layer(0)]).ShouldBe(0);
    }

    [Fact]
    public void Splitting_a_layer_or_changing_the_order_changes_nothing()
    {
        double whole = Heterogeneity.Of([Layer(0.01, 0.3), Layer(0.04, 0.1)]);
        Heterogeneity.Of([Layer(0.04, 0.1), Layer(0.01, 0.1), Layer(0.01, 0.2)]).ShouldBe(whole, 1e-14);
        // By hand: mean 1.75 %, deviations 0.75 % on 3/4 and 2.25 % on 1/4.
        whole.ShouldBe((0.75 * 0.75 + 0.25 * 2.25) / 1.75, 1e-12);
    }
}
