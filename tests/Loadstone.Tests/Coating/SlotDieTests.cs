using FsCheck;
using FsCheck.Fluent;
using Loadstone.Coating;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Coating;

public class SlotDieTests
{
    private static readonly Formulation Slurry = new() { Solids = Recipes.Reference, SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = 0.5 };
    private static readonly SlotDie Die = new() { Gap = 200e-6, Speed = 0.5, Width = 0.3 };

    [Fact]
    public void The_film_carries_what_is_pumped()
    {
        WetFilm film = Die.Film(Slurry, 15e-6);
        film.Thickness.ShouldBe(100e-6, 1e-18);
        Die.FlowFor(film).ShouldBe(15e-6, 1e-18);
        Die.DrawRatio(film).ShouldBe(2, 1e-12);
    }

    [Fact]
    public void The_thinnest_film_satisfies_the_published_limit()
    {
        Prop.ForAll(Recipes.Between(-4, 1).ToArbitrary(), exponent =>
        {
            double capillary = Math.Pow(10, exponent);
            double ratio = Die.Gap / Die.ThinnestFilm(capillary);
            (0.65 * Math.Pow(2 / (ratio - 1), 1.5)).ShouldBe(capillary, capillary * 1e-9);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Films_that_the_die_cannot_hold_are_refused_with_numbers_that_work()
    {
        // Ca = 0.02 · 0.5/0.04 = 0.25.
        var flow = new PowerLaw(0.02);
        Die.CapillaryNumber(flow, 0.04).ShouldBe(0.25, 1e-12);
        double thinnest = Die.ThinnestFilm(0.25);
        Should.Throw<InputException>(() => Die.Check(new WetFilm(Slurry, 0.9 * thinnest), flow, 0.04)).Message.ShouldContain($"{thinnest * 1e6:0.##} µm");
        Die.Check(new WetFilm(Slurry, 1.01 * thinnest), flow, 0.04);
        (Die with { Gap = 0.89 * Die.Gap, Speed = 0.89 * Die.Speed }).Check(new WetFilm(Slurry, 0.95 * thinnest), flow, 0.04);
        Should.Throw<InputException>(() => Die.Check(new WetFilm(Slurry, 210e-6), flow, 0.04)).Message.ShouldContain("more than 210 µm");
        Should.Throw<InputException>(() => Die.Check(new WetFilm(Slurry, 150e-6), flow, 0.04, 250e-6)).Message.ShouldContain("250 µm");
    }
}
