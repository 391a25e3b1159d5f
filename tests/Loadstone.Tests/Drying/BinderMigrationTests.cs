using FsCheck;
using FsCheck.Fluent;
using Loadstone.Drying;

namespace Loadstone.Tests.Drying;

public class BinderMigrationTests
{
    private const double Hot = 363.15;

    /// <summary>A film that shrinks at constant speed; its Péclet number at the end of shrinkage is E h²/(L D).</summary>
    private static readonly DryingCurve Steady = FilmDrying.Dry(Films.Cathode(0.70) with { StartTemperature = Hot },
        OvenProgramme.RampAndHold(Hot, Hot, 1, 1e4, 1e7, 0.01));

    private static MigratingSpecies Binder(double diffusivity) => new() { Name = "binder", Diffusivity = _ => diffusivity };

    private static double DiffusivityFor(double peclet)
    {
        WetFilm film = Steady.Film;
        double speed = Steady.Rates[1] / film.Solvent.Density.Value, liquid = film.PoreSolventMass / film.Solvent.Density.Value;
        return speed * film.DryThickness * film.DryThickness / (liquid * peclet);
    }

    private static MigrationProfile At(double peclet, int cells = BinderMigration.DefaultCells, double tolerance = 1e-7) =>
        BinderMigration.Migrate(Steady, Binder(DiffusivityFor(peclet)), cells, tolerance);

    [Fact]
    public void BinderIsConserved()
    {
        Prop.ForAll(Gen.Choose(-60, 80).ToArbitrary(), exponent =>
            Math.Abs(At(Math.Pow(10, exponent / 20.0), tolerance: 1e-5).Total - 1) < 1e-10).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void SlowDryingLeavesTheBinderUniform()
    {
        MigrationProfile profile = At(1e-4);
        profile.UniformityIndex.ShouldBe(1, 1e-4);
        profile.TopBottomRatio.ShouldBe(1, 1e-4);
    }

    /// <summary>Near equilibrium the flux vanishes, b_ξ = P ξ b, so that b = 1 + P (ξ²/2 − 1/6) but for terms of P².</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.01)]
    public void SlowDryingBendsTheProfileAsItsFirstOrderSays(double peclet)
    {
        MigrationProfile profile = At(peclet);
        for (int i = 0; i < profile.Values.Count; i++)
        {
            double middle = (profile.Edges[i] + profile.Edges[i + 1]) / 2;
            profile.Values[i].ShouldBe(1 + peclet * (middle * middle / 2 - 1.0 / 6), 0.5 * peclet * peclet + 1e-6);
        }
    }

    /// <summary>
    /// Fast drying: inside, the concentration stays what it was, so binder falls with the liquid, b = L/L₀; what is missing stands
    /// in a layer at the surface, (1 − L/L₀) P exp(−P(1 − ξ)). The difference falls with 1/P.
    /// </summary>
    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(10000)]
    public void FastDryingLeavesABoundaryLayer(double peclet)
    {
        MigrationProfile profile = At(peclet, 400);
        double left = Steady.Film.PoreSolventMass / Steady.Film.SolventMass;
        profile.MeanOver(0, 0.5).ShouldBe(left, 0.05 * left * 100 / peclet);
        double layer = 1 / peclet;
        double expected = left * layer + (1 - left) * (1 - Math.Exp(-1));
        (profile.MeanOver(1 - layer, 1) * layer).ShouldBe(expected, 3 / peclet + 3e-4);
    }

    [Fact]
    public void WithoutDiffusionTheSurfaceTakesItAll()
    {
        MigrationProfile profile = BinderMigration.Migrate(Steady, Binder(0), 200, 1e-7);
        double left = Steady.Film.PoreSolventMass / Steady.Film.SolventMass;
        profile.MeanOver(0, 0.9).ShouldBe(left, 1e-3);
        profile.Total.ShouldBe(1, 1e-10);
    }

    /// <summary>Means over the cells of the coarse grid, which the fine one divides, approach those of the fine one with the square of the cells.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(50)]
    public void TheProfileConvergesWithSecondOrder(double peclet)
    {
        MigrationProfile reference = At(peclet, 1280, 1e-9);
        double Error(int cells)
        {
            MigrationProfile coarse = At(peclet, cells, 1e-9);
            double sum = 0;
            for (int i = 0; i < cells; i++)
                sum += Math.Abs(coarse.Values[i] - reference.MeanOver(coarse.Edges[i], coarse.Edges[i + 1])) * (coarse.Edges[i + 1] - coarse.Edges[i]);
            return sum;
        }
        double first = Error(40), second = Error(80), third = Error(160);
        Math.Log2(first / second).ShouldBeInRange(1.8, 2.3);
        Math.Log2(second / third).ShouldBeInRange(1.8, 2.3);
    }

    /// <summary>More solids and a higher viscosity at rest hold the binder, as Park et al. (Fig. 3C–E) argue.</summary>
    [Fact]
    public void MoreSolidsAndMoreViscosityFlattenTheProfile()
    {
        static MigrationProfile Dried(double solids, double viscosity) => BinderMigration.Migrate(
            FilmDrying.Dry(Films.Cathode(solids), Films.Analyser(0.014)),
            new MigratingSpecies
            {
                Name = "binder", Diffusivity = MigrationLaws.CarriedOver(3e-10, 0.5, 0.5), MobileShare = MigrationLaws.MobileShare(viscosity, 10),
            });
        MigrationProfile pristine = Dried(0.70, 5), dense = Dried(0.77, 5), both = Dried(0.77, 15);
        dense.UniformityIndex.ShouldBeGreaterThan(pristine.UniformityIndex);
        both.UniformityIndex.ShouldBeGreaterThan(dense.UniformityIndex);
        both.FoilShare.ShouldBeGreaterThan(pristine.FoilShare);
    }

    [Fact]
    public void WhatSticksToTheParticlesStays()
    {
        MigratingSpecies free = Binder(DiffusivityFor(5)), half = free with { MobileShare = 0.5 };
        double whole = BinderMigration.Migrate(Steady, free).FoilShare, part = BinderMigration.Migrate(Steady, half).FoilShare;
        part.ShouldBe((1 + whole) / 2, 1e-9);
        BinderMigration.Migrate(Steady, free with { MobileShare = 0 }).UniformityIndex.ShouldBe(1, 1e-12);
    }
}
