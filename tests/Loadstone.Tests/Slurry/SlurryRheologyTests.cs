using FsCheck;
using FsCheck.Fluent;
using Loadstone.Materials;
using Loadstone.Slurry;

namespace Loadstone.Tests.Slurry;

public class SlurryRheologyTests
{
    private static readonly BinderSolution _medium =
        BinderSolution.Of(Catalogue.Default.Find<Solvent>("nmp"), Catalogue.Default.Find<Binder>("pvdf"));

    private static readonly double[] _carbons = [0.01, 0.025, 0.04];

    [Fact]
    public void Binder_thickens_its_solvent_as_Huggins_says_where_it_is_dilute()
    {
        var solution = new BinderSolution { SolventViscosity = 2e-3, IntrinsicViscosity = 0.2, MartinCoefficient = 0.3 };
        solution.Viscosity(0).ShouldBe(2e-3, 1e-18);
        const double c = 0.01, x = c * 0.2;
        ((solution.Viscosity(c) / 2e-3 - 1 - x) / (x * x)).ShouldBe(0.3, 1e-3);
    }

    [Fact]
    public void Catalogue_binders_give_solutions_of_the_order_of_data_sheets()
    {
        // 8 % by mass of PVDF in NMP: about 85 g/L.
        _medium.Viscosity(85).ShouldBeInRange(0.5, 5);
        Should.Throw<InputException>(() => BinderSolution.Of(Catalogue.Default.Find<Solvent>("water"), Catalogue.Default.Find<Binder>("sbr")));
    }

    /// <summary>
    /// With t_b = 13 nm held, slurries of equal t_s have nearly one viscosity whatever their carbon (Yari et al. 2020, Fig. 1a, b, eqn 2).
    /// The paper says "almost coincide" on axes of decades; here the largest is at most 1.45 times the smallest at the paper's
    /// 142 s⁻¹ and twice it over 10 to 500 s⁻¹, while t_s moves the viscosity by more than 40 times.
    /// </summary>
    [Fact]
    public void Slurries_of_one_solvent_shell_fall_on_one_curve()
    {
        double[] shells = [0.36e-6, 0.64e-6, 1.35e-6];
        double[] means = [.. shells.Select(shell => Viscosities(shell, 142).Average())];
        (means[0] / means[2]).ShouldBeGreaterThan(40);
        foreach (double shell in shells)
        {
            Spread(Viscosities(shell, 142)).ShouldBeLessThan(1.45);
            foreach (double rate in new double[] { 10, 30, 100, 500 }) Spread(Viscosities(shell, rate)).ShouldBeLessThan(2);
        }
    }

    /// <summary>The paper finds the rule less accurate in concentrated slurries poor in carbon, where φ is highest.</summary>
    [Fact]
    public void The_rule_of_the_shell_fails_first_where_the_slurry_is_concentrated()
    {
        Spread(Viscosities(0.36e-6, 142)).ShouldBeGreaterThan(Spread(Viscosities(0.64e-6, 142)));
        Viscosities(0.36e-6, 142)[0].ShouldBe(Viscosities(0.36e-6, 142).Max());
    }

    /// <summary>Not by accident: at one solvent-to-solid ratio the same recipes are far apart.</summary>
    [Fact]
    public void Slurries_of_one_solvent_ratio_do_not()
    {
        double[] viscosities = [.. _carbons.Select(carbon =>
        {
            var slurry = new Formulation { Solids = Recipe.For(Recipes.Reference, 13e-9, carbon), SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = 1 };
            return SlurryRheology.Of(slurry, _medium).Flow.Viscosity(142);
        })];
        Spread(viscosities).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void At_one_shell_and_film_the_medium_is_the_same_exactly()
    {
        double[] media = [.. _carbons.Select(carbon => SlurryRheology.Of(Slurry(carbon, 0.64e-6), _medium).MediumViscosity)];
        foreach (double viscosity in media) viscosity.ShouldBe(media[0], media[0] * 1e-10);
    }

    [Fact]
    public void Adsorbed_binder_leaves_the_medium_for_the_particles()
    {
        SlurryLaws laws = SlurryLaws.Default;
        SlurryRheology free = SlurryRheology.Of(Slurry(0.025, 0.64e-6), _medium, laws);
        SlurryRheology bound = SlurryRheology.Of(Slurry(0.025, 0.64e-6), _medium, laws with { AdsorbedBinderShare = laws.AdsorbedBinderShare with { Value = 1 } });
        bound.MediumViscosity.ShouldBe(1.67e-3, 1e-9);
        bound.EffectiveFraction.ShouldBeGreaterThan(free.EffectiveFraction);
    }

    [Fact]
    public void More_solids_are_thicker_up_to_the_limit_that_the_message_gives()
    {
        Prop.ForAll(Recipes.Any.ToArbitrary(), solids =>
        {
            double limit = SlurryRheology.JammingSolids(solids, Recipes.SolventDensity);
            limit.ShouldBeInRange(0.01, 1);
            double previous = 0;
            foreach (double part in new[] { 0.2, 0.5, 0.9, 0.999 })
            {
                double viscosity = SlurryRheology.Of(WithSolids(solids, part * limit), _medium).Flow.Viscosity(100);
                viscosity.ShouldBeGreaterThan(previous);
                previous = viscosity;
            }
            if (limit < 0.999) Should.Throw<InputException>(() => SlurryRheology.Of(WithSolids(solids, limit * 1.0001), _medium)).Message.ShouldContain("jams");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Dry_porosity_falls_with_the_solid_fraction_towards_the_packing()
    {
        SlurryLaws laws = SlurryLaws.Default;
        laws.DryPorosity(1).ShouldBe(0.6 / 1.6, 1e-12);
        laws.DryPorosity(0.2).ShouldBe((0.6 + 0.12 * 4) / (1.6 + 0.12 * 4), 1e-12);
        laws.DryPorosity(0.15).ShouldBeGreaterThan(laws.DryPorosity(0.25));
    }

    private static Formulation WithSolids(Composition solids, double fraction) =>
        new() { Solids = solids, SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = 1 / fraction - 1 };

    private static Formulation Slurry(double carbon, double shell) => Recipe.For(Recipes.Reference, 13e-9, carbon, shell, Recipes.SolventDensity);

    private static double[] Viscosities(double shell, double rate) =>
        [.. _carbons.Select(carbon => SlurryRheology.Of(Slurry(carbon, shell), _medium).Flow.Viscosity(rate))];

    private static double Spread(double[] values) => values.Max() / values.Min();
}
