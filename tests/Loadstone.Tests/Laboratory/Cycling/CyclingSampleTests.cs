using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Laboratory.Recordings;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Cycling;

/// <summary>Cycler files of other people: what a person would read off them.</summary>
public class CyclingSampleTests
{
    private static CycleTable Table(string name) => CycleTable.Of(TestTrace.Of(InstrumentFile.Load(Samples.Path(name))));

    private static double Number(LaboratoryResult result, string name) => result.Numbers.Single(n => n.Name == name).Estimate.Value;

    /// <summary>Twenty cycles that begin in the middle of a charge: its 1468 % are no efficiency.</summary>
    [Fact]
    public void A_cell_that_came_partly_charged_is_told()
    {
        CycleTable table = Table("neware/export.csv");
        table.Cycles.Count.ShouldBe(20);
        table.Cycles[0].IsComplete.ShouldBeFalse();
        LaboratoryResult result = CycleReport.Of("export", table);
        Number(result, "mean coulombic efficiency").ShouldBeInRange(0.98, 0.99);
        Number(result, "retention at the end").ShouldBe(263.29 / 331.79, 1e-4);
        result.Warnings.ShouldContain(w => w.Contains("cycle 1"));
    }

    [Fact]
    public void A_first_discharge_of_a_part_is_not_what_the_retention_is_relative_to()
    {
        LaboratoryResult result = CycleReport.Of("issue72", Table("neware/issue72.nda"));
        Number(result, "first discharge capacity").ShouldBe(5.8066 * 3600, 1);
        Number(result, "first coulombic efficiency").ShouldBe(0.9992, 1e-4);
    }

    [Fact]
    public void A_test_that_ends_within_a_discharge_has_no_life_ended()
    {
        LaboratoryResult result = CycleReport.Of("graphite", Table("landt/SINTEF_LiGrR2032_25degC.csv"));
        result.Numbers.ShouldNotContain(n => n.Name == "life by capacity");
        result.Warnings.ShouldContain(w => w.Contains("ends within the discharge of cycle 2"));
    }

    /// <summary>The step from 6.6 to 1.1 A makes the voltage fall while the cell is charged on.</summary>
    [Fact]
    public void A_charge_in_two_steps_is_a_charge()
    {
        CycleTable table = Table("arbin/ch33.csv");
        table.Trace.Warnings.ShouldBeEmpty();
        table.Cycles.ShouldHaveSingleItem().Discharge.ShouldBeNull();
        table.Cycles[0].ChargeCapacity.ShouldBe(0.603 * 3600, 5);
    }

    [Fact]
    public void Peaks_of_a_real_cell_return_in_the_next_cycle()
    {
        DifferentialAnalysis analysis = DifferentialAnalysis.Of(Table("neware/issue72.nda"), Direction.Charge);
        DifferentialPeak[] top = [.. analysis.Halves.Select(h => PeakBand.NickelRichAgainstGraphite[1].Find(h.Peaks)!)];
        top[1].Position.Value.ShouldBe(top[0].Position.Value, 1e-3);
        top[1].Area.Value.ShouldBe(top[0].Area.Value, 0.01 * top[0].Area.Value);
    }

    [Theory]
    [InlineData("ocp/cathode_test.csv", true)]
    [InlineData("ocp/anode_test.csv", false)]
    public void Half_cell_curves_run_from_empty_to_full(string name, bool falling)
    {
        HalfCellCurve curve = HalfCellCurveFile.Load(Samples.Path(name));
        double[][] rows = [.. File.ReadLines(Samples.Path(name)).Skip(1).Select(l => l.Split(',')[1..3].Select(f => double.Parse(f, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
        foreach (double[] row in rows) curve.Potential.At(falling ? 1 - row[0] / 100 : row[0] / 100).ShouldBe(row[1], 1e-6);
        curve.Potential.At(0).ShouldBeGreaterThan(curve.Potential.At(1));
    }

    /// <summary>Both curves are straight lines: any capacity fits with some other shift, so that no value may claim an error.</summary>
    [Fact]
    public void Capacities_that_straight_half_cell_curves_do_not_fix_have_no_interval()
    {
        (HalfCellCurve positive, HalfCellCurve negative) = (HalfCellCurveFile.Load(Samples.Path("ocp/cathode_test.csv")), HalfCellCurveFile.Load(Samples.Path("ocp/anode_test.csv")));
        VoltageCurve cell = CurveTrials.Discharge(5, 4.6, 5.1, 0, 1, electrodes: (positive, negative));
        ModeFit fit = ModeFitter.Fit(cell, positive, negative);
        fit.Scatter.ShouldBeLessThan(1e-6);
        foreach (Estimate found in (Estimate[])[fit.PositiveCapacity, fit.NegativeCapacity, fit.Inventory]) found.StandardError.ShouldBe(double.NaN);
        ModeReport.Of([new ModeSeries("cell", [(1, fit)], [])])[0].Warnings.ShouldContain(w => w.Contains("do not fix the capacities"));
    }
}
