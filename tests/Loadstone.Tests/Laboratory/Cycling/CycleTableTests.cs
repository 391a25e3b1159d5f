using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Tests.Electrochemistry;

namespace Loadstone.Tests.Laboratory.Cycling;

public class CycleTableTests
{
    /// <summary>Cycles of 1 A with a discharge that shrinks by a hundredth of the first a cycle.</summary>
    private static TestLog Cycles(int count, Func<int, double>? capacity = null, Func<int, double>? efficiency = null)
    {
        var log = new TestLog();
        for (int n = 1; n <= count; n++)
        {
            log.Cycle = n;
            double q = capacity?.Invoke(n) ?? 3600 * (1 - 0.01 * (n - 1));
            log.Constant(q / (efficiency?.Invoke(n) ?? 0.99), q / 50, -1, 3.6, 4.2).Rest(60, 10, 4.1).Constant(q, q / 50, 1, 4.0, 3.0).Rest(60, 10, 3.3);
        }
        return log;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Capacities_and_efficiencies_are_those_put_in_counted_by_the_instrument_or_here(bool counted)
    {
        CycleTable table = CycleTable.Of(Cycles(10).ToTrace(counted));
        table.Cycles.Count.ShouldBe(10);
        for (int n = 1; n <= 10; n++)
        {
            CycleRow cycle = table.Cycles[n - 1];
            cycle.DischargeCapacity.ShouldBe(3600 * (1 - 0.01 * (n - 1)), 1e-9 * 3600);
            cycle.CoulombicEfficiency.ShouldBe(0.99, 1e-12);
            cycle.EnergyEfficiency.ShouldBe(0.99 * 3.5 / 3.9, 1e-12);
            cycle.DischargeResistance.ShouldBe(0.1, 1e-9);
        }
        table.Warnings.ShouldBeEmpty();
    }

    /// <summary>The engine integrates charge with its own steps; the table from the rows it writes.</summary>
    [Fact]
    public void Capacities_and_energies_of_a_simulated_cell_are_the_engines()
    {
        var simulation = new Simulation(TestCells.Full(), stateOfCharge: 0);
        SimulationResult result = simulation.Run(ProtocolParser.ParseAll(
            ["Charge at C/2 until 3.8 V", "Hold at 3.8 V until C/20", "Rest for 10 min", "Discharge at 1C until 3 V", "Rest for 10 min", "Charge at C/2 until 3.8 V"], "p"));
        CycleTable table = CycleTable.Of(TestLog.Of(result));
        table.Cycles.Count.ShouldBe(2);
        table.Cycles[0].ChargeCapacity.ShouldBe(-result.Steps[0].Charge - result.Steps[1].Charge, 1e-3 * Math.Abs(result.Steps[0].Charge));
        table.Cycles[0].DischargeCapacity.ShouldBe(result.Steps[3].Charge, 1e-3 * result.Steps[3].Charge);
        table.Cycles[0].Discharge!.Energy.ShouldBe(result.Steps[3].Energy, 1e-3 * result.Steps[3].Energy);
        table.Cycles[1].Discharge.ShouldBeNull();
        table.Warnings.ShouldHaveSingleItem().ShouldContain("one half only");
    }

    [Fact]
    public void Pulses_the_other_way_do_not_end_a_discharge()
    {
        TestLog log = new TestLog().Constant(3600, 60, -1, 3.6, 4.2);
        for (int k = 0; k < 5; k++)
        {
            if (k > 0) log.Constant(5, 1, -1, 4, 4.02).Rest(60, 1, 3.95 - 0.1 * k);
            log.Constant(700, 10, 1, 4 - 0.1 * k, 3.9 - 0.1 * k).Rest(60, 1, 3.95 - 0.1 * k);
        }
        CycleTable table = CycleTable.Of(log.ToTrace());
        table.Cycles.Count.ShouldBe(1);
        table.Cycles[0].DischargeCapacity.ShouldBe(5 * 700 - 4 * 5, 1e-9 * 3600);
    }

    [Fact]
    public void Life_ends_where_the_efficiency_leaves_its_band_and_one_spike_that_comes_back_does_not_end_it()
    {
        double Efficiency(int n) => n == 30 ? 0.97 : n >= 60 ? 0.995 - 0.002 * (n - 59) : 0.995 + 1e-4 * Math.Sin(17.0 * n);
        CycleTable table = CycleTable.Of(Cycles(80, n => 3600 - n, Efficiency).ToTrace(true));
        EfficiencyBand band = CycleLife.BandOf(table.Cycles)!;
        band.Median.ShouldBe(0.995, 1e-4);
        CycleLife.BySpike(table.Cycles, band).ShouldBe(60);
        CycleLife.Outliers(table.Cycles, band).ShouldBe([30]);
    }

    [Fact]
    public void Life_by_capacity_is_where_a_straight_fade_crosses_the_threshold()
    {
        double[] number = [.. Enumerable.Range(1, 60).Select(n => (double)n)], retention = [.. number.Select(n => 1 - 0.005 * (n - 1))];
        CycleLife.ByThreshold(number, retention)!.Value.Value.ShouldBe(41, 1e-9);
        CycleLife.ByThreshold(number, [.. retention.Select(r => r + 0.2)]).ShouldBeNull();
    }

    [Fact]
    public void Fade_is_that_of_the_first_capacity_per_cycle_and_per_charge()
    {
        Fade fade = Fade.Of(CycleTable.Of(Cycles(20, n => 3600 * (1 - 0.002 * (n - 1)), _ => 1).ToTrace(true)).Cycles)!;
        fade.PerCycle.Value.ShouldBe(0.002, 1e-12);
        // 2·3600 C pass in a cycle.
        fade.PerThroughput.Value.ShouldBe(0.002 / 7200, 0.03 * 0.002 / 7200);
        fade.EnergyPerCycle.Value.ShouldBe(0.002, 1e-12);
    }

    [Fact]
    public void Half_a_cycle_gives_what_it_holds_and_says_so()
    {
        CycleTable table = CycleTable.Of(new TestLog().Constant(1000, 10, 1, 4, 3.5).ToTrace());
        LaboratoryResult result = CycleReport.Of("half", table);
        result.Numbers.Single(n => n.Name == "first discharge capacity").Estimate.Value.ShouldBe(1000, 1e-9);
        result.Numbers.ShouldNotContain(n => n.Name == "first coulombic efficiency");
        result.Warnings.ShouldHaveSingleItem().ShouldContain("one half only");
    }

    /// <summary>A cell that comes charged gives more than it took, and a file that is cut off gives too little: neither is efficiency or loss.</summary>
    [Fact]
    public void What_a_cell_brought_along_and_what_the_file_cuts_off_count_for_nothing()
    {
        TestLog log = new TestLog().Constant(360, 10, -1, 4.1, 4.2).Rest(60, 10, 4.15).Constant(3500, 50, 1, 4, 3).Rest(60, 10, 3.3);
        for (int n = 0; n < 3; n++) log.Constant(3600, 50, -1, 3.6, 4.2).Rest(60, 10, 4.1).Constant(3564, 50, 1, 4.0, 3.0).Rest(60, 10, 3.3);
        log.Constant(3600, 50, -1, 3.6, 4.2).Rest(60, 10, 4.1).Constant(1000, 50, 1, 4.0, 3.7);
        CycleTable table = CycleTable.Of(log.ToTrace());
        table.Cycles.Select(c => c.IsComplete).ShouldBe([false, true, true, true, false]);
        LaboratoryResult result = CycleReport.Of("cut", table);
        double Number(string name) => result.Numbers.Single(n => n.Name == name).Estimate.Value;
        Number("first coulombic efficiency").ShouldBe(0.99, 1e-9);
        Number("first discharge capacity").ShouldBe(3564, 1e-6);
        Number("retention at the end").ShouldBe(1, 1e-9);
        result.Numbers.ShouldNotContain(n => n.Name.StartsWith("life", StringComparison.Ordinal));
        result.Warnings.ShouldContain(w => w.Contains("ends within the discharge of cycle 5"));
        result.Warnings.ShouldContain(w => w.Contains("give far more than they take (cycle 1)"));
    }

    [Fact]
    public void A_test_at_rest_is_refused() =>
        Should.Throw<InputException>(() => CycleTable.Of(new TestLog().Rest(100, 1, 3.7).ToTrace())).Message.ShouldContain("no charge passes");
}
