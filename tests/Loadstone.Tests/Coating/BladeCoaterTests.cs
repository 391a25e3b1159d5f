using FsCheck;
using FsCheck.Fluent;
using Loadstone.Coating;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Coating;

public class BladeCoaterTests
{
    private static readonly Formulation Slurry = new() { Solids = Recipes.Reference, SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = 0.6 };

    [Theory]
    [InlineData(350e-6, 143)]
    [InlineData(260e-6, 192)]
    public void Shear_rates_of_published_gaps_at_3_m_per_min(double gap, double expected) =>
        new BladeCoater { Gap = gap, Speed = 3.0 / 60 }.ShearRate.ShouldBe(expected, 0.5);

    [Theory]
    [InlineData(1)]
    [InlineData(0.3)]
    [InlineData(1.4)]
    public void Drag_alone_leaves_half_the_gap_whatever_the_liquid(double exponent) =>
        new BladeCoater { Gap = 200e-6, Speed = 0.1 }.WetThickness(new PowerLaw(3, exponent), 0).ShouldBe(100e-6, 1e-18);

    [Fact]
    public void A_Newtonian_liquid_under_a_head_follows_the_closed_form()
    {
        // G/2 + G³ p/(12 η L U).
        foreach (double pressure in new[] { 1e-3, 1, 1e3, 1e6 })
        {
            var blade = new BladeCoater { Gap = 300e-6, Speed = 0.05, LipLength = 2e-3 };
            double expected = 150e-6 + Math.Pow(300e-6, 3) * pressure / (12 * 1.5 * 2e-3 * 0.05);
            blade.WetThickness(new PowerLaw(1.5), pressure).ShouldBe(expected, expected * 1e-10);
        }
    }

    [Fact]
    public void Far_above_the_drag_the_head_drives_a_power_law_as_between_resting_walls()
    {
        // Plane Poiseuille flow of a power law: 2n/(2n + 1) (P/K)^(1/n) (G/2)^(1/n + 2).
        const double n = 0.5, k = 2, gap = 1e-3, length = 1e-2, pressure = 1e6, speed = 1e-6;
        double half = gap / 2, gradient = pressure / length;
        double flux = 2 * n / (2 * n + 1) * Math.Pow(gradient / k, 1 / n) * Math.Pow(half, 1 / n + 2);
        var blade = new BladeCoater { Gap = gap, Speed = speed, LipLength = length };
        (blade.WetThickness(new PowerLaw(k, n), pressure) * speed).ShouldBe(flux, flux * 1e-6);
    }

    [Fact]
    public void The_flux_agrees_with_a_velocity_profile_that_is_integrated_point_by_point()
    {
        const double n = 0.4, k = 5, gap = 250e-6, speed = 0.05, gradient = 2e6;
        // Shooting on the stress at the web, then the trapezium rule: no formula of the code under test.
        double low = -1e5, high = 1e5;
        double flux = 0;
        for (int i = 0; i < 100; i++)
        {
            double wall = 0.5 * (low + high);
            (double top, flux) = Integrate(wall);
            if (top > 0) high = wall;
            else low = wall;
        }
        var blade = new BladeCoater { Gap = gap, Speed = speed, LipLength = 1 };
        (blade.WetThickness(new PowerLaw(k, n), gradient) * speed).ShouldBe(flux, flux * 1e-6);

        static (double Top, double Flux) Integrate(double wall)
        {
            const int steps = 20_000;
            double dy = gap / steps, u = speed, sum = 0;
            for (int i = 0; i < steps; i++)
            {
                double tau = wall - gradient * (i + 0.5) * dy;
                double next = u + Math.Sign(tau) * Math.Pow(Math.Abs(tau) / k, 1 / n) * dy;
                sum += 0.5 * (u + next) * dy;
                u = next;
            }
            return (u, sum);
        }
    }

    [Fact]
    public void The_gap_for_a_film_gives_that_film()
    {
        var cases =
            from thickness in Recipes.Between(20e-6, 800e-6)
            from speed in Recipes.Between(0.005, 2)
            from head in Recipes.Between(0, 0.05)
            from yield in Recipes.Between(0, 30)
            from viscosity in Recipes.Between(0.1, 5)
            select (thickness, speed, head, flow: new Casson(yield, viscosity));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var blade = new BladeCoater { Gap = 1, Speed = c.speed, HeadHeight = c.head };
            BladeCoater found = blade.For(new WetFilm(Slurry, c.thickness), c.flow);
            found.Gap.ShouldBeLessThanOrEqualTo(2 * c.thickness * (1 + 1e-9));
            found.Film(Slurry, c.flow).Thickness.ShouldBe(c.thickness, c.thickness * 1e-7);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Head_and_shear_thinning_raise_the_film()
    {
        var blade = new BladeCoater { Gap = 300e-6, Speed = 0.05 };
        var thick = new PowerLaw(2);
        // The same viscosity under the blade, but less between the walls' higher rates.
        var thinning = new PowerLaw(2 * Math.Pow(blade.ShearRate, 0.5), 0.5);
        blade.WetThickness(thick, 3000).ShouldBeGreaterThan(blade.WetThickness(thick, 300));
        blade.WetThickness(thinning, 3000).ShouldBeGreaterThan(blade.WetThickness(thick, 3000));
    }

    [Fact]
    public void A_gap_below_the_largest_particle_is_refused_with_the_gap_that_works()
    {
        var blade = new BladeCoater { Gap = 15e-6, Speed = 0.05 };
        Should.Throw<InputException>(() => blade.Film(Slurry, new PowerLaw(1), 20e-6)).Message.ShouldContain("60 µm");
        Should.Throw<InputException>(() => blade.For(new WetFilm(Slurry, 8e-6), new PowerLaw(1), 20e-6)).Message.ShouldContain("20 µm");
        blade.Film(Slurry, new PowerLaw(1), 10e-6).Thickness.ShouldBe(7.5e-6, 1e-18);
    }
}
