using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using Loadstone.Quantities;

namespace Loadstone.Tests.Laboratory.Mechanics;

public class ReplicateTests
{
    private static readonly double[] First = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
    private static readonly double[] Second = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.4];

    /// <summary>Welch's t of a data set computed by hand: t = (mean difference)/√(s₁²/n₁ + s₂²/n₂), with Satterthwaite's degrees of freedom, and p by integrating t's density.</summary>
    [Fact]
    public void The_difference_is_Welchs()
    {
        GroupDifference found = GroupDifference.Of(First, Second);
        (double a, double b) = (Variance(First) / First.Length, Variance(Second) / Second.Length);
        found.Difference.StandardError.ShouldBe(Math.Sqrt(a + b), 1e-12);
        found.Difference.DegreesOfFreedom.ShouldBe(Math.Pow(a + b, 2) / (a * a / 14 + b * b / 14), 1e-9);
        found.Chance.ShouldBe(2 * Tail(Math.Abs(found.Difference.Value / found.Difference.StandardError), found.Difference.DegreesOfFreedom), 1e-6);
        (found.Chance < 0.05).ShouldBe(Math.Abs(found.Difference.Value) > found.Difference.HalfWidth());
    }

    /// <summary>Groups of one mean are called different in one case of twenty, no more: p is what it says.</summary>
    [Fact]
    public void Chance_is_as_frequent_as_it_says()
    {
        var random = new Random(4);
        int called = Enumerable.Range(0, 2000).Count(_ => GroupDifference.Of(Draw(4, 1), Draw(6, 3)).Chance < 0.05);
        (called / 2000.0).ShouldBeInRange(0.03, 0.07);

        double[] Draw(int count, double scatter) => [.. Enumerable.Range(0, count).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, 10, scatter))];
    }

    /// <summary>One sample on a side has no spread: no p may be made up.</summary>
    [Fact]
    public void One_sample_says_nothing() => GroupDifference.Of([1], [2, 3]).Chance.ShouldBe(double.NaN);

    [Fact]
    public void Groups_are_named_by_samples_or_patterns()
    {
        IReadOnlyList<SampleGroup> groups = SampleGroup.Parse(["IBC=ibc-*", "other=b.csv,c: Force 2"], ["ibc-1", "ibc-2", "b", "c: Force 1", "c: Force 2"], "--group");
        groups[0].Samples.ShouldBe(["ibc-1", "ibc-2"]);
        groups[1].Samples.ShouldBe(["b", "c: Force 2"]);
    }

    [Theory]
    [InlineData("ibc-1", "is no group")]
    [InlineData("A=", "is no group")]
    [InlineData("A=ibc-3", "names \"ibc-3\"")]
    public void A_group_that_cannot_be_read_is_refused(string text, string reason) =>
        Should.Throw<InputException>(() => SampleGroup.Parse([text], ["ibc-1", "ibc-2"], "--group")).Message.ShouldContain(reason);

    [Fact]
    public void A_sample_belongs_to_one_group() =>
        Should.Throw<InputException>(() => SampleGroup.Parse(["A=ibc-1", "B=ibc-*"], ["ibc-1", "ibc-2"], "--group")).Message.ShouldContain("stands in the groups \"A\" and \"B\"");

    /// <summary>The summary has a mean of each group and a difference of each pair.</summary>
    [Fact]
    public void Groups_become_results()
    {
        LaboratoryResult[] samples = [.. new[] { 20.0, 22, 24, 10, 11 }.Select((v, i) => new LaboratoryResult("peel", $"s{i}", [new NamedEstimate("strength", Estimate.Exact(v), QuantityKinds.PeelForce, "N/m")], [], []))];
        IReadOnlyList<LaboratoryResult> found = ReplicateReport.Of(samples, [new("A", ["s0", "s1", "s2"]), new("B", ["s3", "s4"])]);
        found.Select(r => r.Sample).ShouldBe(["A, n = 3", "B, n = 2", "A − B"]);
        found[0].Numbers[0].Estimate.Value.ShouldBe(22);
        found[0].Numbers[0].Estimate.StandardError.ShouldBe(2 / Math.Sqrt(3), 1e-12);
        found[2].Numbers[0].Name.ShouldBe("strength");
        found[2].Numbers[0].Estimate.Value.ShouldBe(11.5);
    }

    [Theory]
    [InlineData("20..80 %", 0.2, 0.8)]
    [InlineData("20 % .. 80 %", 0.2, 0.8)]
    [InlineData("5..45.5 %", 0.05, 0.455)]
    public void Ranges_are_read(string text, double low, double high)
    {
        var range = QuantityRange.Parse(text, QuantityKinds.Fraction, "--window");
        range.Low.ShouldBe(low, 1e-12);
        range.High.ShouldBe(high, 1e-12);
    }

    [Theory]
    [InlineData("20 %", "is no range")]
    [InlineData("80..20 %", "ends before it begins")]
    [InlineData("a..20 %", "a")]
    [InlineData("20..80", "unit")]
    public void A_range_that_cannot_be_read_is_refused(string text, string reason) =>
        Should.Throw<InputException>(() => QuantityRange.Parse(text, QuantityKinds.Fraction, "--window")).Message.ShouldContain(reason);

    private static double Variance(double[] values) => values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1);

    // Upper tail of Student's t by the midpoint rule in u = x/(1 + x).
    private static double Tail(double t, double freedom)
    {
        double Density(double x) => Math.Exp(MathNet.Numerics.SpecialFunctions.GammaLn((freedom + 1) / 2) - MathNet.Numerics.SpecialFunctions.GammaLn(freedom / 2)) / Math.Sqrt(freedom * Math.PI) * Math.Pow(1 + x * x / freedom, -(freedom + 1) / 2);
        const int Steps = 200_000;
        double from = t / (1 + t), sum = 0, h = (1 - from) / Steps;
        for (int i = 0; i < Steps; i++)
        {
            double u = from + (i + 0.5) * h;
            sum += Density(u / (1 - u)) / ((1 - u) * (1 - u)) * h;
        }
        return sum;
    }
}
