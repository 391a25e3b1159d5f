using FsCheck;
using FsCheck.Fluent;
using Loadstone.Coating;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Coating;

public class WetFilmTests
{
    private static Formulation SlurryOf(Composition solids, double ratio) => new() { Solids = solids, SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = ratio };

    [Fact]
    public void Loading_is_thickness_times_density_times_solids()
    {
        Formulation slurry = SlurryOf(Recipes.Reference, 1);
        var film = new WetFilm(slurry, 200e-6);
        film.Solids.MassPerArea.ShouldBe(200e-6 * slurry.Density * 0.5, 1e-15);
        film.Solids.ActiveLoading.ShouldBe(0.94 * film.Solids.MassPerArea, 1e-15);
    }

    [Fact]
    public void Nothing_is_lost_between_wet_and_dry()
    {
        var films =
            from solids in Recipes.Any
            from ratio in Recipes.Between(0.1, 5)
            from thickness in Recipes.Between(10e-6, 1e-3)
            from porosity in Recipes.Between(0.1, 0.9)
            select (film: new WetFilm(SlurryOf(solids, ratio), thickness), porosity);
        Prop.ForAll(films.ToArbitrary(), c =>
        {
            (c.film.Solids.MassPerArea + c.film.SolventPerArea).ShouldBe(c.film.MassPerArea, c.film.MassPerArea * 1e-13);
            WetFilm.For(c.film.Slurry, c.film.Solids.MassPerArea).Thickness.ShouldBe(c.film.Thickness, c.film.Thickness * 1e-13);
            WetFilm.ForActiveLoading(c.film.Slurry, c.film.Solids.ActiveLoading).Thickness.ShouldBe(c.film.Thickness, c.film.Thickness * 1e-13);
            LayerLedger dry = c.film.Dried(c.porosity);
            dry.Porosity.ShouldBe(c.porosity, 1e-12);
            (dry.Thickness * (1 - dry.Porosity)).ShouldBe(c.film.Thickness * c.film.Slurry.SolidVolumeFraction, c.film.Thickness * 1e-12);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>At one gap, thickness rises and porosity falls with φ, and equal φ is equal whatever the carbon (Yari et al. 2020, Fig. 1c and d).</summary>
    [Fact]
    public void At_one_gap_thickness_and_porosity_follow_the_solid_fraction()
    {
        double film = new BladeCoater { Gap = 235e-6, Speed = 0.05 }.WetThickness(new PowerLaw(1), 0);
        double thinner = 0, denser = 1;
        foreach (double phi in new[] { 0.17, 0.20, 0.24 })
        {
            LayerLedger[] dry = [.. new[] { 0.01, 0.025, 0.04 }.Select(carbon =>
            {
                Composition solids = Recipe.For(Recipes.Reference, 13e-9, carbon);
                double ratio = Recipes.SolventDensity * solids.SpecificVolume * (1 / phi - 1);
                return new WetFilm(SlurryOf(solids, ratio), film).Dried();
            })];
            foreach (LayerLedger layer in dry)
            {
                layer.Thickness.ShouldBe(dry[0].Thickness, dry[0].Thickness * 1e-12);
                layer.Porosity.ShouldBe(dry[0].Porosity, 1e-12);
            }
            dry[0].Thickness.ShouldBeGreaterThan(thinner);
            dry[0].Porosity.ShouldBeLessThan(denser);
            (thinner, denser) = (dry[0].Thickness, dry[0].Porosity);
        }
        denser.ShouldBeInRange(0.4, 0.6);
    }

    [Fact]
    public void A_slurry_without_active_material_has_no_loading()
    {
        Formulation carbon = SlurryOf(Recipes.Of(0, 0.5, 0.5), 5);
        Should.Throw<InputException>(() => WetFilm.ForActiveLoading(carbon, 0.1)).Message.ShouldContain("no active");
    }
}
