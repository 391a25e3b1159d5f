using Loadstone.Coating;
using Loadstone.Slurry;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Coating;

public class EdgeModelTests
{
    private const double Gap = 300e-6;

    private static readonly WetFilm Film =
        new(new Formulation { Solids = Recipes.Reference, SolventDensity = Recipes.SolventDensity, SolventToSolidRatio = 0.5 }, 160e-6);

    private static readonly EdgeModel Model = new() { SurfaceTension = 0.041, Time = 20 };

    [Fact]
    public void At_the_coater_the_ridge_is_the_root_of_the_draw_ratio()
    {
        EdgeMeasures edge = (Model with { Time = 0 }).Edge(Film, Gap, new PowerLaw(5));
        edge.Height.ShouldBe(Math.Sqrt(300.0 / 160), 1e-12);
        edge.RidgeWidth.ShouldBe(10 * Gap, 1e-15);
    }

    [Fact]
    public void The_ridge_first_levels_at_the_rate_of_Orchards_wave()
    {
        const double time = 1e-3;
        EdgeMeasures start = (Model with { Time = 0 }).Edge(Film, Gap, new PowerLaw(5)), soon = (Model with { Time = time }).Edge(Film, Gap, new PowerLaw(5));
        double lost = 1 - (soon.Height - 1) / (start.Height - 1);
        lost.ShouldBe(time / Model.LevellingTime(5, 20 * Gap, Film.Thickness), lost * 1e-3);
    }

    [Fact]
    public void Spreading_keeps_the_volume_of_the_ridge()
    {
        foreach (double time in new double[] { 0, 1, 30, 1000 })
        {
            EdgeMeasures edge = (Model with { Time = time }).Edge(Film, Gap, new PowerLaw(0.3));
            ((edge.Height - 1) * edge.RidgeWidth).ShouldBe((Math.Sqrt(300.0 / 160) - 1) * 10 * Gap, 1e-12);
        }
    }

    /// <summary>A slurry that is thicker at rest keeps a narrower ridge, as Park et al. find B* to fall.</summary>
    [Fact]
    public void Viscosity_at_rest_narrows_the_ridge()
    {
        EdgeMeasures thin = Model.Edge(Film, Gap, new PowerLaw(0.3)), thick = Model.Edge(Film, Gap, new PowerLaw(30));
        thick.Width.ShouldBeLessThan(thin.Width);
    }

    [Fact]
    public void A_yield_stress_arrests_the_ridge_and_steepens_the_ramp()
    {
        EdgeModel long_ = Model with { Time = 1e6 };
        EdgeMeasures flowing = long_.Edge(Film, Gap, new Casson(0, 0.3)), held = long_.Edge(Film, Gap, new Casson(5, 0.3));
        held.Width.ShouldBeLessThan(flowing.Width);
        held.Slope.ShouldBeGreaterThan(flowing.Slope);
        // Beyond the time at which the stress falls below it nothing moves.
        EdgeMeasures later = (long_ with { Time = 1e8 }).Edge(Film, Gap, new Casson(5, 0.3));
        later.Width.ShouldBe(held.Width, held.Width * 1e-12);
    }

    [Fact]
    public void The_analysis_of_a_simulated_profile_finds_the_edge_that_made_it()
    {
        var flow = new Casson(3, 0.5);
        EdgeMeasures edge = Model.Edge(Film, Gap, flow);
        EdgeAnalysis found = EdgeAnalysis.Of(Model.Profile(Film, Gap, flow, 0.15, 20_000), Gap);
        found.BulkHeight.ShouldBe(Film.Thickness, 1e-12);
        found.Mean.Height.ShouldBe(edge.Height, 1e-3);
        found.Mean.Width.ShouldBe(edge.Width, edge.Width * 1e-3);
        found.Mean.Slope.ShouldBe(edge.Slope, edge.Slope * 1e-3);
        found.GapRatio!.Value.ShouldBe(300.0 / 160, 1e-9);
        found.TrimShare.ShouldBe(2 * edge.SideWidth / 0.15, 1e-4);
    }

    [Fact]
    public void A_film_as_thick_as_the_gap_has_no_ridge_and_a_narrow_web_no_middle()
    {
        EdgeMeasures edge = Model.Edge(Film, Film.Thickness, new PowerLaw(1));
        edge.Height.ShouldBe(1, 1e-12);
        edge.Width.ShouldBe(0);
        Should.Throw<InputException>(() => Model.Profile(Film, Gap, new PowerLaw(1), 5e-3)).Message.ShouldContain("mm");
    }
}
