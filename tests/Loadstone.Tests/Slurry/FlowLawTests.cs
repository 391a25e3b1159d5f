using FsCheck;
using FsCheck.Fluent;
using Loadstone.Slurry;

namespace Loadstone.Tests.Slurry;

public class FlowLawTests
{
    private static readonly FlowLaw[] _laws =
    [
        new PowerLaw(5, 0.6), new Casson(4, 0.5), new HerschelBulkley(3, 2, 0.7), new Cross(50, 0.4, 10, 0.8), new CarreauYasuda(50, 0.4, 10, 0.4),
    ];

    [Fact]
    public void Stresses_by_hand()
    {
        new PowerLaw(2, 0.5).Stress(9).ShouldBe(6, 1e-14);
        new Casson(4, 1).Stress(9).ShouldBe(25, 1e-13);
        new HerschelBulkley(3, 2, 0.5).Stress(9).ShouldBe(9, 1e-14);
        new Cross(10, 2, 0.1, 1).Viscosity(10).ShouldBe(6, 1e-14);
        new CarreauYasuda(10, 2, 0.1, 0.5).Viscosity(10).ShouldBe(2 + 8 * Math.Pow(2, -0.25), 1e-13);
    }

    [Fact]
    public void Plateaus_and_yield_stresses_are_reached()
    {
        foreach (FlowLaw law in new FlowLaw[] { new Cross(50, 0.4, 10, 0.8), new CarreauYasuda(50, 0.4, 10, 0.4) })
        {
            law.Viscosity(1e-9).ShouldBe(50, 1e-4);
            law.Viscosity(1e12).ShouldBe(0.4, 1e-3);
        }
        foreach (FlowLaw law in _laws.Where(l => l.YieldStress > 0)) law.Stress(1e-12).ShouldBe(law.YieldStress, 1e-4);
        new Casson(4, 0.5).Viscosity(1e12).ShouldBe(0.5, 1e-5);
    }

    [Fact]
    public void Stress_rises_and_viscosity_falls_with_the_rate()
    {
        var cases =
            from law in Gen.Elements(_laws)
            from exponent in Recipes.Between(-4, 4)
            from step in Recipes.Between(0.01, 2)
            select (law, low: Math.Pow(10, exponent), high: Math.Pow(10, exponent + step));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            c.law.Stress(c.high).ShouldBeGreaterThan(c.law.Stress(c.low));
            c.law.Viscosity(c.high).ShouldBeLessThan(c.law.Viscosity(c.low));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_tangent_touches()
    {
        // Casson: d ln τ/d ln γ̇ = √(ηγ̇)/(√τ₀ + √(ηγ̇)).
        var casson = new Casson(4, 1);
        PowerLaw tangent = casson.TangentAt(9);
        tangent.Exponent.ShouldBe(0.6, 1e-7);
        tangent.Stress(9).ShouldBe(25, 1e-11);
        PowerLaw itself = new PowerLaw(2, 0.5).TangentAt(100);
        itself.Exponent.ShouldBe(0.5, 1e-9);
        itself.Consistency.ShouldBe(2, 1e-7);
    }

    [Fact]
    public void Laws_whose_stress_would_fall_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Cross(1, 2, 1, 0.5));
        Should.Throw<ArgumentException>(() => new Cross(1, 0.1, 1, 1.5));
        Should.Throw<ArgumentException>(() => new Casson(-1, 1));
        Should.Throw<ArgumentException>(() => new PowerLaw(1).Stress(0));
    }
}
