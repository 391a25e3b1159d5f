using Loadstone.Laboratory;
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

    /// <summary>Straight lines between sparse rows would be invented plateaus of dQ/dV.</summary>
    [Fact]
    public void Where_rows_are_sparser_than_the_bandwidth_there_is_no_derivative()
    {
        VoltageCurve whole = CurveTrials.PeakCurve(0, 1);
        int[] kept = [.. Enumerable.Range(0, whole.Charge.Length).Where(k => whole.Voltage[k] < 3.8 || k % 15 == 0)];
        VoltageCurve sparse = new(Direction.Charge, [.. kept.Select(k => whole.Charge[k])], [.. kept.Select(k => whole.Voltage[k])], new double[kept.Length]);
        DifferentialCurve curve = DifferentialCurve.CapacityByVoltage(sparse, 4e-3);
        for (int k = 0; k < curve.X.Length; k++)
        {
            if (curve.X[k] < 3.79) curve.Slope[k].ShouldBe(0.3 + 0.5 / 0.03 / Math.Pow(Math.Cosh((curve.X[k] - CurveTrials.Top) / 0.03), 2), 0.04);
            if (curve.X[k] > 3.85) curve.Slope[k].ShouldBe(double.NaN);
        }
        curve.GapShare.ShouldBeInRange(0.36, 0.46);
        curve.WidestGap.ShouldBeGreaterThan(4e-3);
        DifferentialPeak.Find(curve).ShouldHaveSingleItem().Position.Value.ShouldBe(CurveTrials.Top, 2e-5);
    }

    /// <summary>Two peaks 30 mV apart at a bandwidth of 5 mV: the valley is as narrow as the stretch that places a foot on flat ground.</summary>
    [Fact]
    public void A_narrow_valley_is_the_foot_of_both_peaks()
    {
        double[] voltage = [.. Enumerable.Range(0, 3000).Select(k => 3.5 + 0.4 * k / 2999)];
        double Charge(double v) => 0.3 * (v - 3.5) + Math.Tanh((v - 3.7) / 8e-3) / 2 + Math.Tanh((v - 3.73) / 8e-3) / 2;
        DifferentialCurve curve = DifferentialCurve.CapacityByVoltage(new VoltageCurve(Direction.Charge, [.. voltage.Select(v => Charge(v) - Charge(3.5))], voltage, new double[3000]), 5e-3);
        IReadOnlyList<DifferentialPeak> peaks = DifferentialPeak.Find(curve);
        peaks.Count.ShouldBe(2);
        peaks[0].High.ShouldBe(3.715, 2e-3);
        peaks[1].Low.ShouldBe(3.715, 2e-3);
        // One coulomb each, less the valley's level of some 11 C/V over 30 mV.
        foreach (DifferentialPeak peak in peaks) peak.Area.Value.ShouldBeInRange(0.4, 0.8);
    }

    [Fact]
    public void A_name_follows_its_peak_and_does_not_jump_to_a_higher_one()
    {
        DifferentialPeak Peak(double v, double height) => new(new Estimate(v, 0), new Estimate(height, 0), new Estimate(1, 0), v - 0.01, v + 0.01);
        var band = new PeakBand("H1–M", 3.55, 3.88);
        band.Find([Peak(3.6, 1), Peak(3.7, 2)])!.Position.Value.ShouldBe(3.7);
        band.Find([Peak(3.61, 3), Peak(3.71, 2)], Peak(3.7, 2))!.Position.Value.ShouldBe(3.71);
        band.Find([Peak(4.2, 3)], Peak(3.7, 2)).ShouldBeNull();
    }

    [Fact]
    public void Half_cell_curves_of_tables_and_recordings_are_the_same_curve()
    {
        string folder = Directory.CreateTempSubdirectory("loadstone-half-cell").FullName;
        try
        {
            double[] x = [.. Enumerable.Range(0, 400).Select(k => k / 399.0)], u = [.. x.Select(v => 4.3 - v + 0.1 * Math.Sin(6 * v))];
            string Write(string name, string header, Func<int, string> row)
            {
                File.WriteAllLines(Path.Combine(folder, name), [header, .. Enumerable.Range(0, 400).Select(row)]);
                return Path.Combine(folder, name);
            }
            HalfCellCurve[] curves =
            [
                HalfCellCurveFile.Load(Write("table.csv", ",SOC_aligned,Voltage_aligned", k => FormattableString.Invariant($"{k},{100 * (1 - x[k])},{u[k]}"))),
                HalfCellCurveFile.Load(Write("german.csv", "Capacity / mAh;Potential / mV", k => FormattableString.Invariant($"{3 * x[k]};{1e3 * u[k]}").Replace('.', ','))),
                HalfCellCurveFile.Load(Write("recording.csv", "Test Time / s,Voltage / V,Current / A", k => FormattableString.Invariant($"{3600 * x[k]},{u[k]},-1"))),
            ];
            foreach (HalfCellCurve curve in curves)
            {
                foreach (double at in (double[])[0.05, 0.31, 0.5, 0.93]) curve.Potential.At(at).ShouldBe(4.3 - at + 0.1 * Math.Sin(6 * at), 1e-5);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The tables hold a part of each curve, which they count from 0 to 1; the cell itself comes from the closed forms.</summary>
    [Fact]
    public void Half_cell_curves_of_tables_give_back_the_capacities_of_their_range()
    {
        string folder = Directory.CreateTempSubdirectory("loadstone-half-cell").FullName;
        try
        {
            HalfCellCurve Table(string name, HalfCellCurve whole, double low, double high)
            {
                string path = Path.Combine(folder, name);
                File.WriteAllLines(path, ["SOC,Potential / V", .. Enumerable.Range(0, 1001).Select(k => FormattableString.Invariant($"{k / 10.0},{whole.Potential.At(high - k / 1000.0 * (high - low))}"))]);
                return HalfCellCurveFile.Load(path);
            }
            ModeFit fit = ModeFitter.Fit(CurveTrials.Discharge(5, 4.6, 5.1, 0, 1), Table("positive.csv", CurveTrials.Positive, 0.12, 0.995), Table("negative.csv", CurveTrials.Negative, 0.01, 0.97));
            fit.PositiveCapacity.Value.ShouldBe(5 * 0.875, 5e-3);
            fit.NegativeCapacity.Value.ShouldBe(4.6 * 0.96, 4.6e-3);
            fit.Inventory.Value.ShouldBe(5.1 - 5 * 0.12 - 4.6 * 0.01, 5e-3);
            fit.ReachesEnd.ShouldBeFalse();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A table that stops short of what the cell uses cannot give its capacity: the fit stands at the end of the table and says so.</summary>
    [Fact]
    public void A_half_cell_curve_that_is_too_short_is_told()
    {
        HalfCellCurve whole = CurveTrials.Positive, part = whole with { High = 0.9 };
        ModeFit fit = ModeFitter.Fit(CurveTrials.Discharge(5, 4.6, 5.1, 0, 1), part, CurveTrials.Negative);
        fit.ReachesEnd.ShouldBeTrue();
        ModeReport.Of([new ModeSeries("cell", [(1, fit)], [])])[0].Warnings.ShouldContain(w => w.Contains("up to its end"));
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
        fresh.Scatter.ShouldBeLessThan(1e-5);
        aged.Scatter.ShouldBeLessThan(1e-5);
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
