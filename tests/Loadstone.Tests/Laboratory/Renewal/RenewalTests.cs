using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Renewal;
using Loadstone.Tests.Electrochemistry;
using Loadstone.Tests.Laboratory.Cycling;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Renewal;

public class RenewalTests
{
    private static readonly MeshSettings Mesh = new() { Positive = 8, Separator = 4, Negative = 8, Radial = 8 };
    private static readonly Cell Fresh = TestCells.Half(TestCells.Layer(60e-6, TestCells.Material()));
    private static readonly LithiumElectrode BadLithium = TestCells.Lithium with { FilmResistance = 2e-3 };
    private static readonly Cell BadNegative = Fresh with { Lithium = BadLithium };
    private static readonly Cell BadPositive = Fresh with { Positive = Fresh.Positive with { ContactResistance = 1.6e-3 } };

    [Fact]
    public void All_of_a_loss_comes_back_with_the_electrode_that_failed_and_nothing_with_the_other()
    {
        RenewalShare right = RenewalSimulation.Run(Fresh, BadNegative, RenewedElectrode.Negative, 0.5 * Fresh.OneC, Mesh).Capacity;
        right.Lost.Value.ShouldBeGreaterThan(0.01);
        right.OfRenewed.Value.ShouldBe(1, 1e-9);
        right.Culprit(RenewedElectrode.Negative).ShouldBe(RenewedElectrode.Negative);
        RenewalShare wrong = RenewalSimulation.Run(Fresh, BadPositive, RenewedElectrode.Negative, 0.5 * Fresh.OneC, Mesh).Capacity;
        wrong.OfRenewed.Value.ShouldBe(0, 1e-9);
        wrong.Culprit(RenewedElectrode.Negative).ShouldBe(RenewedElectrode.Positive);
        RenewalReport.Verdict(wrong, RenewedElectrode.Negative).ShouldContain("positive electrode, which was kept");
    }

    /// <summary>Resistances in a row share the loss as they share the resistance, whichever electrode is exchanged.</summary>
    [Fact]
    public void Two_bad_electrodes_share_the_loss_whichever_is_renewed()
    {
        Cell aged = BadNegative with { Positive = BadPositive.Positive };
        double negative = RenewalSimulation.Run(Fresh, aged, RenewedElectrode.Negative, 0.5 * Fresh.OneC, Mesh).Capacity.OfRenewed.Value;
        double positive = RenewalSimulation.Run(Fresh, aged, RenewedElectrode.Positive, 0.5 * Fresh.OneC, Mesh).Capacity.OfRenewed.Value;
        negative.ShouldBeInRange(0.3, 0.8);
        (negative + positive).ShouldBe(1, 0.2); // the curve's end is not straight: the two losses do not quite add up
    }

    [Fact]
    public void A_full_cell_renewed_with_its_own_electrode_keeps_its_lithium_and_bound_lithium_stays_lost()
    {
        Cell full = TestCells.Full();
        RenewalSimulation.Renew(full, full, RenewedElectrode.Negative).CyclableLithium!.Value.ShouldBe(full.CyclableLithium!.Value, 1e-6);
        Cell poorer = full with { CyclableLithium = 0.95 * full.CyclableLithium };
        RenewalSimulation simulation = RenewalSimulation.Run(full, poorer, RenewedElectrode.Negative, 0.2 * full.OneC, Mesh);
        simulation.Capacity.OfRenewed.Value.ShouldBeLessThan(0.3, "what a film has bound is not in a fresh negative electrode");
    }

    /// <summary>The verdict from recordings as a cycler writes them.</summary>
    [Fact]
    public void Recordings_of_the_three_cells_give_the_shares_of_the_engine()
    {
        RenewalSimulation simulation = RenewalSimulation.Run(Fresh, BadNegative with { Positive = BadPositive.Positive }, RenewedElectrode.Negative, 0.5 * Fresh.OneC, Mesh);
        CellCheck before = CellCheck.Last(Recorded(simulation.Before), 3), after = CellCheck.First(Recorded(simulation.After), 3, before.Current), fresh = CellCheck.First(Recorded(simulation.Fresh), 3, before.Current);
        RenewalShare.Of(fresh.Capacity, before.Capacity, after.Capacity).OfRenewed.Value.ShouldBe(simulation.Capacity.OfRenewed.Value, 1e-3);
        RenewalShare.Of(fresh.Energy, before.Energy, after.Energy).OfRenewed.Value.ShouldBe(simulation.Energy.OfRenewed.Value, 2e-3);
        RenewalReport.Of("cell", fresh, before, after, RenewedElectrode.Negative, simulation).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Another_current_and_a_cell_that_lost_nothing_are_told()
    {
        var fresh = new TestLog();
        var aged = new TestLog();
        for (int n = 1; n <= 3; n++)
        {
            fresh.Cycle = aged.Cycle = n;
            fresh.Constant(3600, 100, -1, 3.6, 4.2).Constant(3600 + n, 100, 1, 4.0, 3.0);
            aged.Constant(1800, 100, -2, 3.6, 4.2).Constant(1800 + n, 100, 2, 4.0, 3.0);
        }
        CellCheck before = CellCheck.Last(CycleTable.Of(aged.ToTrace(true)), 3), first = CellCheck.First(CycleTable.Of(fresh.ToTrace(true)), 3, before.Current);
        LaboratoryResult result = RenewalReport.Of("cell", first, before, before, RenewedElectrode.Negative);
        result.Warnings.ShouldContain(w => w.Contains("fresh cell was never discharged at the current of the aged one (by 0.5 times"));
        RenewalReport.Verdict(RenewalShare.Of(first.Capacity, before.Capacity, before.Capacity), RenewedElectrode.Negative).ShouldContain("no loss to share out");
    }

    /// <summary>Straight simulation of the errors of the three capacities, without any derivative.</summary>
    [Fact]
    public void Errors_of_the_three_capacities_reach_the_share()
    {
        Estimate f = new(200, 0.4), b = new(170, 0.5), a = new(192, 0.6);
        var random = new Random(3);
        double[] drawn = [.. Enumerable.Range(0, 40_000).Select(_ =>
        {
            double fresh = Normal.Sample(random, f.Value, f.StandardError), before = Normal.Sample(random, b.Value, b.StandardError), after = Normal.Sample(random, a.Value, a.StandardError);
            return (after - before) / (fresh - before);
        })];
        double mean = drawn.Average(), deviation = Math.Sqrt(drawn.Sum(s => (s - mean) * (s - mean)) / (drawn.Length - 1));
        RenewalShare share = RenewalShare.Of(f, b, a);
        share.OfRenewed.Value.ShouldBe(22.0 / 30, 1e-12);
        share.OfRenewed.StandardError.ShouldBe(deviation, 0.02 * deviation); // the sample's own error is 0.35 %, the rest the second order
    }

    // Three like cycles: a charge of the same length and the discharge as simulated.
    private static CycleTable Recorded(StepResult discharge)
    {
        var log = new TestLog();
        TimeSeries series = discharge.Series;
        double duration = series.Time[^1] - series.Time[0], current = discharge.Charge / duration;
        for (int n = 1; n <= 3; n++)
        {
            log.Cycle = n;
            log.Constant(duration, duration / 20, -current, 3.4, 4.1).Rest(60, 30, 4.1)
                .Step(duration, duration / 400, _ => current, t => At(series, series.Time[0] + t)).Rest(60, 30, 3.5);
        }
        return CycleTable.Of(log.ToTrace(true));
    }

    private static double At(TimeSeries series, double time)
    {
        int k = 1;
        while (k < series.Time.Count - 1 && series.Time[k] < time) k++;
        double width = series.Time[k] - series.Time[k - 1], share = width > 0 ? (time - series.Time[k - 1]) / width : 1;
        return series.Voltage[k - 1] + share * (series.Voltage[k] - series.Voltage[k - 1]);
    }
}
