using FsCheck;
using FsCheck.Fluent;
using Loadstone.Coating;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Coating;

public class SecondLayerTests
{
    private static readonly Formulation Slurry = new() { Solids = Recipes.Of(0.96, 0.02, 0.02), SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = 0.6 };
    private static readonly LayerLedger First = new WetFilm(Slurry, 160e-6).Dried(0.56);

    [Fact]
    public void What_the_first_layer_drinks_the_second_film_has_lost()
    {
        var pores = new DryFirstLayer(First, 0.5);
        var film = new WetFilm(Slurry, 200e-6);
        WetFilm settled = pores.Settled(film);
        settled.Solids.MassPerArea.ShouldBe(film.Solids.MassPerArea, film.Solids.MassPerArea * 1e-13);
        (film.SolventPerArea - settled.SolventPerArea).ShouldBe(0.5 * 0.56 * First.Thickness * Recipes.SolventDensity, 1e-12);
        (film.Thickness - settled.Thickness).ShouldBe(pores.DrunkThickness, 1e-15);
    }

    [Theory]
    [InlineData(3.0 / 7)]
    [InlineData(1)]
    [InlineData(7.0 / 3)]
    public void The_film_for_a_ratio_gives_it(double ratio)
    {
        var pores = new DryFirstLayer(First, 0.2);
        WetFilm film = pores.FilmFor(Slurry, ratio);
        pores.Dried(film).Thickness.ShouldBe(ratio * First.Thickness, First.Thickness * 1e-9);
    }

    [Fact]
    public void Any_film_for_a_ratio_gives_it_or_the_least_ratio_is_told()
    {
        var cases =
            from filled in Recipes.Between(0, 1)
            from ratio in Recipes.Between(0.2, 5)
            from solvent in Recipes.Between(0.3, 3)
            select (filled, ratio, solvent);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var pores = new DryFirstLayer(First, c.filled);
            Formulation slurry = Slurry with { SolventToSolidRatio = c.solvent };
            try
            {
                pores.Dried(pores.FilmFor(slurry, c.ratio)).Thickness.ShouldBe(c.ratio * First.Thickness, First.Thickness * 1e-8);
            }
            catch (InputException problem)
            {
                problem.Message.ShouldContain("drink");
                c.filled.ShouldBeGreaterThan(0);
            }
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Chen et al.: the same slurry does not give the same layer twice; the second needs another gap.</summary>
    [Fact]
    public void An_absorbing_first_layer_asks_for_a_thicker_second_film()
    {
        WetFilm sealed_ = new DryFirstLayer(First, 0).FilmFor(Slurry, 1), drinking = new DryFirstLayer(First, 0.4).FilmFor(Slurry, 1);
        drinking.Thickness.ShouldBeGreaterThan(sealed_.Thickness * 1.01);
    }

    [Fact]
    public void A_film_that_the_first_layer_drinks_dry_is_refused_with_one_that_works()
    {
        var pores = new DryFirstLayer(First);
        string message = Should.Throw<InputException>(() => pores.Settled(new WetFilm(Slurry, 20e-6))).Message;
        double least = double.Parse(System.Text.RegularExpressions.Regex.Match(message, @"thicker than ([\d.]+) µm").Groups[1].Value) * 1e-6;
        pores.Settled(new WetFilm(Slurry, least * 1.01)).Thickness.ShouldBeGreaterThan(0);
        Should.Throw<InputException>(() => pores.FilmFor(Slurry, 0.05)).Message.ShouldContain("at least");
    }

    [Fact]
    public void A_second_layer_inside_the_first_costs_its_own_edges_one_outside_those_of_the_first()
    {
        var inside = new LayerWidths { First = 0.1, Second = 0.09, FirstEdge = 2e-3, SecondEdge = 3e-3 };
        inside.Case.ShouldBe(WidthCase.SecondInside);
        inside.UsableWidth.ShouldBe(0.084, 1e-12);
        inside.TrimShare.ShouldBe(0.16, 1e-12);
        LayerWidths outside = inside with { Second = 0.11 };
        outside.Case.ShouldBe(WidthCase.SecondOutside);
        outside.UsableWidth.ShouldBe(0.096, 1e-12);
    }

    [Fact]
    public void Within_the_first_layers_width_the_thickness_is_even_in_case_two_alone()
    {
        var inside = new LayerWidths { First = 0.1, Second = 0.08, FirstEdge = 1e-3, SecondEdge = 5e-3 };
        LayerWidths outside = inside with { Second = 0.112 };
        CrossWebProfile one = inside.Profile(70e-6, 70e-6), two = outside.Profile(70e-6, 70e-6);
        one.HeightAt(0).ShouldBe(140e-6, 1e-12);
        one.HeightAt(0.0375).ShouldBe(105e-6, 1e-10);
        one.HeightAt(-0.045).ShouldBe(70e-6, 1e-10);
        foreach (double y in new[] { -0.0485, 0, 0.03, 0.0485 }) two.HeightAt(y).ShouldBe(140e-6, 1e-10);
        // Trapezia: thickness × (width − edge).
        one.Area.ShouldBe(70e-6 * (0.099 + 0.075), 1e-12);
    }
}
