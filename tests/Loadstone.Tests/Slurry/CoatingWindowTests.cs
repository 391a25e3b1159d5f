using Loadstone.Materials;
using Loadstone.Slurry;

namespace Loadstone.Tests.Slurry;

public class CoatingWindowTests
{
    private static readonly BinderSolution _medium =
        BinderSolution.Of(Catalogue.Default.Find<Solvent>("nmp"), Catalogue.Default.Find<Binder>("pvdf"));

    [Fact]
    public void The_edges_of_the_window_stand_where_the_limits_are_met()
    {
        SlurryLaws laws = SlurryLaws.Default;
        CoatingWindow window = CoatingWindow.Of(Recipes.Reference, Recipes.SolventDensity, _medium);
        (double low, double high) = window.Solids!.Value;
        Flow(low).Viscosity(100).ShouldBe(laws.LowestCoatingViscosity.Value, 1e-4 * laws.LowestCoatingViscosity.Value);
        switch (window.UpperBound)
        {
            case WindowBound.TooThick:
                Flow(high).Viscosity(10).ShouldBe(laws.HighestCoatingViscosity.Value, 1e-3 * laws.HighestCoatingViscosity.Value);
                break;
            case WindowBound.TooStiff:
                Flow(high).YieldStress.ShouldBe(laws.HighestYieldStress.Value, 1e-3 * laws.HighestYieldStress.Value);
                break;
            default:
                throw new InvalidOperationException($"{window.UpperBound}");
        }
        high.ShouldBeLessThan(window.JammingSolids);
    }

    [Fact]
    public void Every_point_is_told_as_the_window_says()
    {
        CoatingWindow window = CoatingWindow.Of(Recipes.Reference, Recipes.SolventDensity, _medium);
        window.Points.Count.ShouldBe(50);
        (double low, double high) = window.Solids!.Value;
        foreach (WindowPoint point in window.Points)
        {
            bool inside = point.SolidMassFraction > low && point.SolidMassFraction < high;
            (point.Bound == WindowBound.None).ShouldBe(inside, $"{point.SolidMassFraction}");
        }
        window.Points.ShouldContain(p => p.Bound == WindowBound.TooThin);
    }

    [Fact]
    public void A_stiffer_carbon_network_leaves_the_window_sooner()
    {
        SlurryLaws laws = SlurryLaws.Default;
        SlurryLaws stiff = laws with { ReferenceYieldStress = laws.ReferenceYieldStress with { Value = 20 } };
        CoatingWindow usual = CoatingWindow.Of(Recipes.Reference, Recipes.SolventDensity, _medium);
        CoatingWindow sooner = CoatingWindow.Of(Recipes.Reference, Recipes.SolventDensity, _medium, stiff);
        sooner.UpperBound.ShouldBe(WindowBound.TooStiff);
        sooner.Solids!.Value.High.ShouldBeLessThan(usual.Solids!.Value.High);
    }

    [Fact]
    public void A_recipe_that_is_too_stiff_from_the_start_has_no_window()
    {
        SlurryLaws laws = SlurryLaws.Default;
        SlurryLaws stiff = laws with { ReferenceYieldStress = laws.ReferenceYieldStress with { Value = 1e6 } };
        CoatingWindow window = CoatingWindow.Of(Recipes.Reference, Recipes.SolventDensity, _medium, stiff);
        window.Solids.ShouldBeNull();
        window.UpperBound.ShouldBe(WindowBound.TooStiff);
    }

    private static Casson Flow(double solids) => SlurryRheology.Of(
        new Formulation { Solids = Recipes.Reference, SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = 1 / solids - 1 }, _medium).Flow;
}
