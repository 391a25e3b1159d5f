using FsCheck;
using FsCheck.Fluent;
using Loadstone.Drying;

namespace Loadstone.Tests.Drying;

public class CrackingLimitTests
{
    public static TheoryData<string> Names => [.. CrackingData.Names];

    /// <summary>Fitted on the two lower contents, the limit at 5 % must be at least what was made there.</summary>
    [Fact]
    public void TheLimitOfIsp50AtFivePerCentIsPredictedFromOneAndTwo()
    {
        CrackingLimit limit = CrackingLimit.Of("isp50");
        limit.ContentExponent.ShouldBe(0.82, 0.0082);
        limit.CriticalLoading(0.01).ShouldBe(0.231, 1e-9);
        limit.CriticalLoading(0.02).ShouldBe(0.409, 1e-9);
        limit.CriticalLoading(0.05).ShouldBeInRange(0.861, 0.861 * 1.02);
        limit.Basis.ShouldBe(CrackingObservation.Limit);
    }

    [Fact]
    public void PvdfCarriesWhatItsPublicationPrints() =>
        CrackingLimit.Of("pvdf").CriticalLoading(0.05).ShouldBe(0.373, 1e-9);

    /// <summary>Points that were kept back must agree with the limit fitted on the others.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void PointsKeptBackArePredicted(string name)
    {
        CrackingLimit limit = CrackingLimit.Of(name);
        foreach (CrackingPoint point in limit.Data.Points.Where(point => !point.Fitted))
        {
            double critical = limit.CriticalLoading(point.BinderFraction);
            if (point.Observation == CrackingObservation.Cracked) critical.ShouldBeLessThan(point.Loading);
            else critical.ShouldBeGreaterThanOrEqualTo(point.Loading);
        }
    }

    [Fact]
    public void ALoadingAboveTheLimitIsWarnedOfWithTheNumbersThatWork()
    {
        CrackingLimit limit = CrackingLimit.Of("isp50");
        CrackingAssessment over = limit.Assess(0.60, 0.02);
        over.Margin.ShouldBe(40.9 / 60, 1e-6);
        over.Warning!.Message.ShouldContain("60.0 mg/cm² is above the 40.9 mg/cm²");
        limit.Assess(0.60, limit.BinderFor(0.60) * 1.000001).Warning.ShouldBeNull();
        limit.Assess(0.3, 0.02).Warning.ShouldBeNull();
        limit.Assess(0.3, 0.08).Extrapolated.ShouldBeTrue();
    }

    /// <summary>The mechanistic form: thickness grows as √G and R^1.5 and falls as √γ, at equal capillary pressure over 2γ/R.</summary>
    [Fact]
    public void TheBarePackingFollowsItsPowers()
    {
        var packing = new ParticlePacking { Radius = 5e-6 };
        double h = packing.CriticalThickness;
        (packing with { Radius = 10e-6 }).CriticalThickness.ShouldBe(h * Math.Pow(2, 1.5), 1e-12);
        (packing with { ShearModulus = 4 * packing.ShearModulus }).CriticalThickness.ShouldBe(2 * h, 1e-12);
        (packing with { SurfaceTension = 4 * packing.SurfaceTension }).CriticalThickness.ShouldBe(h / 2, 1e-12);
        CrackingLimit limit = CrackingLimit.Of("isp50");
        limit.CriticalLoading(0.02, packing with { Radius = 10e-6 }).ShouldBe(0.409 * Math.Pow(2, 1.5), 1e-6);
    }

    [Fact]
    public void MoreBinderCarriesMoreAndTheInverseIsExact()
    {
        CrackingLimit limit = CrackingLimit.Of("isp50");
        Prop.ForAll(Gen.Choose(5, 200).ToArbitrary(), tenths =>
        {
            double f = tenths / 1000.0;
            return limit.CriticalLoading(f + 0.001) > limit.CriticalLoading(f) && Math.Abs(limit.BinderFor(limit.CriticalLoading(f)) / f - 1) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnUnknownBinderIsNamedWithTheKnownOnes() =>
        Should.Throw<InputException>(() => CrackingLimit.Of("glue")).Message.ShouldContain("isp50");
}
