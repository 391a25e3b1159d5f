using FsCheck;
using FsCheck.Fluent;
using Loadstone.Slurry;

namespace Loadstone.Tests.Slurry;

public class FormulationTests
{
    [Fact]
    public void Reference_recipe_has_the_published_binder_film() =>
        Recipes.Reference.BinderFilmThickness.ShouldBe(13e-9, 0.01e-9);

    [Fact]
    public void Four_percent_of_carbon_with_the_published_film_and_shell()
    {
        Formulation slurry = Recipe.For(Recipes.Reference, 13e-9, 0.04, 0.64e-6, Recipes.SolventDensity);
        slurry.SolidVolumeFraction.ShouldBe(0.149, 0.0005);
        slurry.PrintedSolidVolumeFraction.ShouldBe(0.126, 0.0005);
    }

    [Fact]
    public void By_hand()
    {
        // 1 kg of solids of 2 L with 1 kg of solvent of 1 L on 500 m².
        var solids = new Composition([
            new SolidComponent { Name = "a", Role = ComponentRole.Active, MassFraction = 0.5, Density = 500, SpecificSurface = 1000 },
            new SolidComponent { Name = "b", Role = ComponentRole.Binder, MassFraction = 0.5, Density = 500 }]);
        var slurry = new Formulation { Solids = solids, SolventToSolidRatio = 1, SolventDensity = 1000 };
        solids.BinderFilmThickness.ShouldBe(1e-3 / 500, 1e-18);
        slurry.SolventShellThickness.ShouldBe(1e-3 / 500, 1e-18);
        slurry.SolidVolumeFraction.ShouldBe(2.0 / 3, 1e-15);
        slurry.SolidMassFraction.ShouldBe(0.5);
        slurry.Density.ShouldBe(2 / 3e-3, 1e-12);
    }

    [Fact]
    public void Without_solvent_all_is_solid_and_without_surface_nothing_is_thin()
    {
        var dry = new Formulation { Solids = Recipes.Reference, SolventToSolidRatio = 0, SolventDensity = 1028 };
        dry.SolidVolumeFraction.ShouldBe(1);
        dry.SolventShellThickness.ShouldBe(0);
        dry.Density.ShouldBe(Recipes.Reference.Density, 1e-9);
        var smooth = new Composition([
            new SolidComponent { Name = "a", Role = ComponentRole.Active, MassFraction = 0.9, Density = 4000 },
            new SolidComponent { Name = "b", Role = ComponentRole.Binder, MassFraction = 0.1, Density = 1800 }]);
        smooth.BinderFilmThickness.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Fractions_that_do_not_add_to_the_whole_are_refused()
    {
        Should.Throw<InputException>(() => Recipes.Of(0.9778, 0.006, 0.015)).Message.ShouldContain("99.88 %");
        Should.Throw<ArgumentException>(() => Recipes.Of(1.2, -0.1, -0.1));
    }

    [Fact]
    public void The_recipe_for_a_state_has_that_state()
    {
        var states =
            from solids in Recipes.Any
            // At 10 nm, even 10 % of carbon of 250 m²/g leaves room for active material.
            from film in Recipes.Between(1e-9, 10e-9)
            from carbon in Recipes.Between(0.001, 0.1)
            from shell in Recipes.Between(0.01e-6, 2e-6)
            select (solids, film, carbon, shell);
        Prop.ForAll(states.ToArbitrary(), state =>
        {
            Formulation slurry = Recipe.For(state.solids, state.film, state.carbon, state.shell, Recipes.SolventDensity);
            slurry.Solids.BinderFilmThickness.ShouldBe(state.film, state.film * 1e-12);
            slurry.Solids.MassFractionOf(ComponentRole.Carbon).ShouldBe(state.carbon, state.carbon * 1e-12);
            slurry.SolventShellThickness.ShouldBe(state.shell, state.shell * 1e-12);
            // Proportions within a role, and the dispersant, are those of the solids that were given.
            slurry.Solids.MassFractionOf(ComponentRole.Other).ShouldBe(state.solids.MassFractionOf(ComponentRole.Other), 1e-15);
            double before = state.solids.Components[0].MassFraction / state.solids.Components[1].MassFraction;
            (slurry.Solids.Components[0].MassFraction / slurry.Solids.Components[1].MassFraction).ShouldBe(before, before * 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_state_of_a_recipe_leads_back_to_it()
    {
        Prop.ForAll(Recipes.Any.ToArbitrary(), solids =>
        {
            Composition back = Recipe.For(solids, solids.BinderFilmThickness, solids.MassFractionOf(ComponentRole.Carbon));
            for (int i = 0; i < solids.Components.Count; i++)
                back.Components[i].MassFraction.ShouldBe(solids.Components[i].MassFraction, 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_cannot_be_mixed_is_told()
    {
        Should.Throw<InputException>(() => Recipe.For(Recipes.Reference, 100e-9, 0.2)).Message.ShouldContain("100 nm");
        Composition bare = new([new SolidComponent { Name = "a", Role = ComponentRole.Active, MassFraction = 1, Density = 4700, SpecificSurface = 400 }]);
        Should.Throw<ArgumentException>(() => Recipe.For(bare, 1e-9, 0));
        Should.Throw<ArgumentException>(() => Recipe.For(bare, 0, 0.02));
    }
}
