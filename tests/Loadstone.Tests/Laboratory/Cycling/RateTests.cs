using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Cycling;

public class RateTests
{
    private static readonly double[] Rates = [0.1, 0.2, 0.5, 1, 2, 0.1];

    /// <summary>Three cycles a rate with Y = 3600 C · rate^(−0.2), or what is given.</summary>
    internal static RateTable Test(Func<double, double> capacity, double? oneC = 1, int repeats = 3)
    {
        var log = new TestLog();
        foreach (double rate in Rates)
        {
            for (int k = 0; k < repeats; k++)
            {
                double q = capacity(rate);
                log.Constant(q / 0.1, q / 0.1 / 40, -0.1, 3.5, 4.2).Rest(60, 10, 4.15).Constant(q / rate, q / rate / 40, rate, 4.1, 3).Rest(60, 10, 3.3);
            }
        }
        return RateTable.Of(CycleTable.Of(log.ToTrace()), oneC);
    }

    [Fact]
    public void Steps_are_found_without_being_told()
    {
        RateTable table = Test(rate => 3600 * Math.Pow(rate, -0.2));
        table.Side.ShouldBe(Direction.Discharge);
        table.Steps.Select(s => Math.Round(s.Rate, 9)).ShouldBe(Rates);
        table.Steps.Select(s => (s.FirstCycle, s.LastCycle)).ShouldBe([(1, 3), (4, 6), (7, 9), (10, 12), (13, 15), (16, 18)]);
        table.Steps.Select(s => s.IsReturn).ShouldBe([false, false, false, false, false, true]);
        table.Steps[4].Retention.Value.ShouldBe(Math.Pow(20, -0.2), 1e-9);
    }

    [Fact]
    public void The_law_that_made_the_capacities_comes_back_and_gamma_both_ways()
    {
        RateTable table = Test(rate => 3600 * Math.Pow(rate, -0.2));
        RateFit fit = RateFit.Of([.. table.Fresh.Select(s => s.Rate)], [.. table.Fresh.Select(s => s.Capacity.Value)]);
        fit.Alpha.Value.ShouldBe(0.2, 1e-9);
        fit.Beta.Value.ShouldBe(3600, 1e-6);
        fit.Gamma.Value.ShouldBe(Math.Pow(0.5, 0.2), 1e-9);
        fit.GammaAsPrinted.Value.ShouldBe(Math.Pow(0.301, 0.2), 1e-9);
    }

    [Fact]
    public void Without_a_given_current_the_slowest_step_sets_the_hour()
    {
        RateTable table = Test(rate => 3600 * Math.Pow(rate / 0.1, -0.2), oneC: null);
        table.OneC.ShouldBe(1, 1e-9);
        table.IsOneCGiven.ShouldBeFalse();
    }

    /// <summary>Straight simulation of the errors of all inputs, without any derivative.</summary>
    [Fact]
    public void Errors_of_all_inputs_reach_the_use_of_the_layers()
    {
        Estimate q = new(170 * 3600, 1.5 * 3600), w = new(0.5, 0.01), q1 = new(180 * 3600, 2 * 3600), q2 = new(185 * 3600, 2 * 3600);
        BilayerUse use = BilayerUse.Of(q, w, q1, q2);
        var random = new Random(7);
        double Draw(Estimate e) => Normal.Sample(random, e.Value, e.StandardError);
        var u2 = new List<double>();
        var psi = new List<double>();
        for (int k = 0; k < 40_000; k++)
        {
            double a = Draw(q), b = Draw(w), c = Draw(q1), d = Draw(q2), used = (a - b * c) / (1 - b);
            u2.Add(used / d);
            psi.Add(c / (used + c));
        }
        use.SecondUtilisation.Value.ShouldBe(160.0 / 185, 1e-12);
        // The sample's own error of a standard deviation is 0.35 %; the rest is the second order.
        use.SecondUtilisation.StandardError.ShouldBe(Deviation(u2), 0.02 * Deviation(u2));
        use.Evenness.StandardError.ShouldBe(Deviation(psi), 0.02 * Deviation(psi));
    }

    /// <summary>Every input is drawn anew and the whole analysis repeated without errors: the scatter of its numbers is what it must state from one run with them.</summary>
    [Fact]
    public void Errors_of_capacities_masses_and_share_reach_every_number_of_a_rate_test()
    {
        const double CapacityError = 0.004, MassError = 0.006, ShareError = 0.005, Mass = 0.01, Share = 0.5;
        RateTable bilayer = Test(rate => 3500 * Math.Pow(rate, -0.1)), first = Test(rate => 3600 * Math.Pow(rate, -0.08)), second = Test(rate => 3550 * Math.Pow(rate, -0.15));
        string[] names = ["γ = 0.5^α", "β at 1C", "β at 1C per mass", "u₂ at 1C", "ψ at 1C"];
        double[] stated = [.. Numbers(bilayer, first, second, Mass, Mass, Mass, Share, new RateSettings { CapacityError = CapacityError, MassError = MassError }, ShareError).Select(e => e.StandardError)];
        var random = new Random(11);
        double[][] drawn = [.. Enumerable.Range(0, 4000).Select(_ => Numbers(Drawn(bilayer), Drawn(first), Drawn(second), DrawnMass(), DrawnMass(), DrawnMass(), Normal.Sample(random, Share, ShareError), new RateSettings { CapacityError = 0 }, 0).Select(e => e.Value).ToArray())];
        // The sample's own error of a standard deviation is 1.1 %; the rest is the second order.
        for (int k = 0; k < names.Length; k++) stated[k].ShouldBe(Deviation([.. drawn.Select(d => d[k])]), 0.05 * stated[k], names[k]);

        Estimate[] Numbers(RateTable table, RateTable one, RateTable two, double mass, double massOne, double massTwo, double share, RateSettings settings, double shareError)
        {
            LaboratoryResult result = RateReport.Of("bilayer", table, settings with { Mass = mass, Partners = new BilayerPartners(one, massOne, two, massTwo, new Estimate(share, shareError)) });
            return [.. names.Select(name => result.Numbers.Single(n => n.Name == name).Estimate)];
        }

        RateTable Drawn(RateTable table) => table with { Steps = [.. table.Steps.Select(s => s with { Capacity = s.Capacity.Times(1 + Normal.Sample(random, 0, CapacityError)) })] };

        double DrawnMass() => Mass * (1 + Normal.Sample(random, 0, MassError));
    }

    [Fact]
    public void A_bilayer_is_told_rate_by_rate_and_a_rate_without_partner_is_named()
    {
        RateTable bilayer = Test(_ => 3600), first = Test(_ => 3600), second = Test(_ => 3600);
        var few = second with { Steps = [.. second.Steps.Take(4)] };
        LaboratoryResult result = RateReport.Of("bilayer", bilayer, new RateSettings { Mass = 0.01, Partners = new BilayerPartners(first, 0.01, few, 0.01, new Estimate(0.5, 0)) });
        result.Numbers.Single(n => n.Name == "ψ at 0.5C").Estimate.Value.ShouldBe(0.5, 1e-9);
        result.Numbers.Single(n => n.Name == "u₂ at 0.5C").Estimate.Value.ShouldBe(1, 1e-9);
        result.Warnings.ShouldContain(w => w.Contains("2C"));
    }

    [Fact]
    public void A_bilayer_that_gives_less_than_its_first_layer_is_refused() =>
        Should.Throw<InputException>(() => BilayerUse.Of(new(50 * 3600, 0), new(0.5, 0), new(180 * 3600, 0), new(180 * 3600, 0))).Message.ShouldContain("50 mAh/g");

    private static double Deviation(List<double> values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
