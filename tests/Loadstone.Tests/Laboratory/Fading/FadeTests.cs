using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Fading;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Cycling;

namespace Loadstone.Tests.Laboratory.Fading;

public class FadeTests
{
    /// <summary>Figures that a study of three cells prints: 0.024, 0.038 and 0.05 % per cycle (Yari et al. 2020), here on clean lines.</summary>
    [Theory]
    [InlineData(0.00024)]
    [InlineData(0.00038)]
    [InlineData(0.0005)]
    public void Clean_fades_come_back_per_cycle_and_per_charge_passed(double rate)
    {
        const double Mass = 1e-3, First = 3600;
        var log = new TestLog();
        for (int n = 1; n <= 40; n++)
        {
            log.Cycle = n;
            double q = First * (1 - rate * (n - 1));
            log.Constant(q, q / 10, -1, 3.6, 4.2).Rest(60, 30, 4.1).Constant(q, q / 10, 1, 4.0, 3.0).Rest(60, 30, 3.3);
        }
        FadeSample sample = FadeSample.Of("clean", CycleTable.Of(log.ToTrace(true))) with { Mass = Estimate.Exact(Mass) };
        sample.Fade.PerCycle.Value.ShouldBe(rate, 1e-6 * rate);
        sample.Fade.EnergyPerCycle.Value.ShouldBe(rate, 1e-6 * rate); // mean voltage stays 3.5 V
        // dQ/dn over d(passed)/dn: in n cycles 2 n capacities pass, a little less as they shrink.
        sample.PerThroughput!.Value.Value.ShouldBe(rate / (2 * First / Mass), 0.02 * rate / (2 * First / Mass));
        sample.EnergyPerThroughput!.Value.Value.ShouldBe(sample.PerThroughput.Value.Value, 1e-9 * sample.PerThroughput.Value.Value);
    }

    [Fact]
    public void A_clean_exponential_in_psi_comes_back_also_where_a_sample_gains()
    {
        double[] psi = [0.45, 0.5, 0.53, 0.58];
        FadeLaw law = FadeLaw.Fit([.. psi.Select(Estimate.Exact)], [.. psi.Select(p => Estimate.Exact(4e-4 * Math.Exp(12 * (p - 0.5))))]);
        law.AtEven.Value.ShouldBe(4e-4, 1e-7 * 4e-4);
        law.Steepness.Value.ShouldBe(12, 1e-6);
        law.GrowthPer(0.01).Value.ShouldBe(Math.Exp(0.12) - 1, 1e-7);
        law.At(0.53).ShouldBe(4e-4 * Math.Exp(0.36), 1e-9);
        // A rate below zero has no logarithm, but a cell may gain a little.
        Should.NotThrow(() => FadeLaw.Fit([new(0.45, 0), new(0.5, 0), new(0.55, 0)], [new(-1e-6, 1e-5), new(4e-5, 1e-5), new(4e-4, 1e-5)]));
    }

    [Fact]
    public void Samples_of_one_psi_and_two_samples_are_refused()
    {
        Estimate rate = new(4e-4, 1e-5);
        Should.Throw<InputException>(() => FadeLaw.Fit([new(0.5, 0), new(0.5, 0), new(0.5, 0)], [rate, rate, rate])).Message.ShouldContain("1 different ψ");
        Should.Throw<InputException>(() => FadeLaw.Fit([new(0.5, 0), new(0.4, 0)], [rate, rate])).Message.ShouldContain("3 or more samples");
    }

    [Fact]
    public void Residuals_that_follow_each_other_are_told()
    {
        double[] number = [.. Enumerable.Range(1, 60).Select(n => (double)n)], curved = [.. number.Select(n => 3600 * (1 - 1e-5 * n * n))];
        var track = new FadeTrack(number, [.. number.Select(n => 7200 * n)], curved, curved);
        LaboratoryResult result = FadeReport.Of([new FadeSample("curved", track, Fade.Of(track)!, [])])[0];
        result.Warnings.ShouldHaveSingleItem().ShouldContain("follow each other");
    }

    [Theory]
    [InlineData("sample,ψ\na,1.2\n", "ψ = 1.2; expected a number between 0 and 1")]
    [InlineData("sample,ψ\na,0.5\na,0.6\n", "stands in the table twice")]
    [InlineData("sample,ψ,mass / mg\na,0.5,-1\n", "expected one above 0")]
    [InlineData("sample,ψ,ψ error\na,0.5,-0.1\n", "negative error")]
    [InlineData("ψ\n0.5\n", "no column is named \"sample\"")]
    [InlineData("sample,rate\na,0.5\n", "no column is named \"ψ\"")]
    public void Tables_that_cannot_be_meant_are_refused(string text, string expected) =>
        Should.Throw<InputException>(() => EvennessTable.Of(MeasuredTable.Parse(text, "psi.csv"))).Message.ShouldContain(expected);
}
