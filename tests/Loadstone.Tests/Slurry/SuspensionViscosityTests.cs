using FsCheck;
using FsCheck.Fluent;
using Loadstone.Slurry;

namespace Loadstone.Tests.Slurry;

public class SuspensionViscosityTests
{
    private static readonly SuspensionViscosity[] _laws =
    [
        new SuspensionViscosity.Einstein(), new SuspensionViscosity.Batchelor(), new SuspensionViscosity.KriegerDougherty(0.64),
        new SuspensionViscosity.MaronPierce(0.64), new SuspensionViscosity.Thomas(),
    ];

    [Fact]
    public void Dilute_spheres_thicken_by_two_and_a_half_times_their_volume()
    {
        const double phi = 1e-4;
        foreach (SuspensionViscosity law in _laws)
        {
            // 2/φ_m for Maron and Pierce, whose slope is not Einstein's; Thomas' exponential adds 0.27 % at φ = 0.
            double slope = law is SuspensionViscosity.MaronPierce ? 2 / 0.64 : 2.5;
            double atRest = law is SuspensionViscosity.Thomas ? 0.00273 : 0;
            (law.RelativeViscosity(0) - 1).ShouldBe(atRest, 1e-15, law.Name);
            ((law.RelativeViscosity(phi) - law.RelativeViscosity(0)) / phi).ShouldBe(slope, 0.05, law.Name);
        }
    }

    [Fact]
    public void Krieger_and_Dougherty_have_Batchelors_pairs_only_at_one_packing()
    {
        // Second order: [η]([η] + 1/φ_m)/2.
        const double phi = 1e-3;
        double second = (new SuspensionViscosity.KriegerDougherty(0.64).RelativeViscosity(phi) - 1 - 2.5 * phi) / (phi * phi);
        second.ShouldBe(2.5 * (2.5 + 1 / 0.64) / 2, 0.02);
    }

    [Theory]
    [InlineData(5.2)]
    [InlineData(7.6)]
    public void Pairs_count_with_their_coefficient(double pairs) =>
        new SuspensionViscosity.Batchelor { PairCoefficient = pairs }.RelativeViscosity(0.1).ShouldBe(1.25 + pairs * 0.01, 1e-14);

    [Fact]
    public void Thomas_at_one_half_by_hand() =>
        new SuspensionViscosity.Thomas().RelativeViscosity(0.5).ShouldBe(1 + 1.25 + 10.05 * 0.25 + 0.00273 * Math.Exp(8.3), 1e-12);

    [Fact]
    public void More_particles_never_make_it_thinner()
    {
        var pairs =
            from law in Gen.Elements(_laws)
            from a in Recipes.Between(0, 0.63)
            from b in Recipes.Between(0, 0.63)
            select (law, low: Math.Min(a, b), high: Math.Max(a, b));
        Prop.ForAll(pairs.ToArbitrary(), c =>
            c.law.RelativeViscosity(c.high).ShouldBeGreaterThanOrEqualTo(c.law.RelativeViscosity(c.low))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_jammed_suspension_is_refused_with_its_limit()
    {
        var law = new SuspensionViscosity.KriegerDougherty(0.6);
        Should.Throw<InputException>(() => law.RelativeViscosity(0.6)).Message.ShouldContain("60 %");
        Should.Throw<InputException>(() => law.RelativeViscosity(0.7));
        law.RelativeViscosity(0.599).ShouldBeGreaterThan(1000);
        Should.Throw<ArgumentException>(() => law with { Packing = 1.2 });
    }
}
