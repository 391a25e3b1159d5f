using Loadstone.Laboratory.Cycling;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Cycling;

public class CurveTests
{
    [Fact]
    public void The_derivative_of_a_known_curve_comes_back_where_it_is_wider_than_the_bandwidth()
    {
        DifferentialCurve curve = DifferentialCurve.CapacityByVoltage(CurveTrials.PeakCurve(0, 1), 4e-3);
        DifferentialPeak peak = DifferentialPeak.Find(curve).ShouldHaveSingleItem();
        peak.Position.Value.ShouldBe(CurveTrials.Top, 2e-5);
        peak.Height.Value.ShouldBe(0.3 + 0.5 / 0.03, 2e-3 * (0.3 + 0.5 / 0.03));
        // The whole step of 1 C stands above the ground of 0.3 C/V.
        peak.Area.Value.ShouldBe(1, 2e-3);
    }

    [Fact]
    public void Differential_voltage_is_the_inverse_slope()
    {
        VoltageCurve line = new(Direction.Discharge, [.. Enumerable.Range(0, 200).Select(k => 18.0 * k)], [.. Enumerable.Range(0, 200).Select(k => 4 - 0.005 * k)], new double[200]);
        DifferentialCurve curve = DifferentialCurve.VoltageByCapacity(line, 50);
        curve.Slope.ShouldAllBe(s => Math.Abs(s + 0.005 / 18) < 1e-12);
        DifferentialCurve.CapacityByVoltage(line, 0.02).Slope.ShouldAllBe(s => Math.Abs(s - 18 / 0.005) < 1e-6);
    }

    [Fact]
    public void Bands_are_read_and_those_that_are_none_are_refused()
    {
        PeakBand.Parse("H2-H3=4.1..4.25 V").ShouldBe(new PeakBand("H2-H3", 4.1, 4.25));
        Should.Throw<InputException>(() => PeakBand.Parse("4.1 V")).Message.ShouldContain("H2-H3=4.1..4.3 V");
    }

    [Fact]
    public void Capacities_and_lithium_that_made_a_curve_come_back()
    {
        ModeFit fit = ModeFitter.Fit(CurveTrials.Discharge(5, 4.6, 5.1, 0, 1), CurveTrials.Positive, CurveTrials.Negative);
        fit.PositiveCapacity.Value.ShouldBe(5, 5e-3);
        fit.NegativeCapacity.Value.ShouldBe(4.6, 4.6e-3);
        fit.Inventory.Value.ShouldBe(5.1, 5.1e-3);
        fit.Scatter.ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void What_was_taken_from_a_cell_is_told_apart_even_through_a_resistance()
    {
        ModeFit fresh = ModeFitter.Fit(CurveTrials.Discharge(5, 4.6, 5.1, 0, 1), CurveTrials.Positive, CurveTrials.Negative, withResistance: true);
        ModeFit aged = ModeFitter.Fit(CurveTrials.Discharge(4.8, 4.14, 4.7, 0, 1, resistance: 0.2), CurveTrials.Positive, CurveTrials.Negative, withResistance: true);
        DegradationModes lost = DegradationModes.Between(fresh, aged);
        lost.PositiveMaterial.Value.ShouldBe(0.04, 2e-3);
        lost.NegativeMaterial.Value.ShouldBe(0.1, 2e-3);
        lost.LithiumInventory.Value.ShouldBe(0.4 / 5.1, 2e-3);
        aged.Resistance!.Value.Value.ShouldBe(0.2, 2e-3);
    }

    [Fact]
    public void A_half_cell_curve_of_points_falls_with_lithium_whichever_way_it_was_counted()
    {
        double[] soc = [0, 25, 50, 75, 100], rising = [3, 3.5, 3.7, 3.9, 4.3];
        HalfCellCurve up = HalfCellCurve.Of("a", soc, rising), down = HalfCellCurve.Of("b", soc, [.. rising.Reverse()]);
        up.Potential.At(0.25).ShouldBe(3.9, 1e-12);
        down.Potential.At(0.25).ShouldBe(3.9, 1e-12);
        Should.Throw<InputException>(() => HalfCellCurve.Of("c", [1, 2], [3, 4])).Message.ShouldContain("five");
    }
}
