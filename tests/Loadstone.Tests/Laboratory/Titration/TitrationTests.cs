using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Titration;
using Loadstone.Numerics;
using Loadstone.Tests.Electrochemistry;
using Loadstone.Tests.Laboratory.Cycling;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Titration;

public class TitrationTests
{
    // A thin electrode with fast kinetics in a fast electrolyte, so that particles alone are slow.
    private static TestTrace Simulated(double diffusivity, double radius = 5e-6, double pulse = 4e-3, double rest = 3)
    {
        Cell cell = TestCells.Half(TestCells.Layer(8e-6, TestCells.Material(diffusivity: diffusivity, exchange: 30, ocp: "4.3 - 0.9*x"), radius, conductivity: 100)) with
        {
            Electrolyte = TestCells.Electrolyte(false) with { Diffusivity = new ConstantFunction(5e-9), Conductivity = new ConstantFunction(10), TransferenceNumber = new ConstantFunction(0.9) },
            OneC = 1e-3,
        };
        var simulation = new Simulation(cell, new MeshSettings { Radial = 60 }, new Tolerances { Relative = 1e-5, Potential = 1e-7, Stoichiometry = 1e-7 }, stateOfCharge: 0.9);
        double unit = radius * radius / diffusivity;
        return TestLog.Of(simulation.Run(ProtocolParser.ParseAll([$"Rest for 60 s", FormattableString.Invariant($"Repeat 3 times: Discharge at 1C for {pulse * unit:f4} s; Rest for {rest * unit:f1} s")], "p")));
    }

    /// <summary>1e-10 and 1.6e-11 cm²/s, the ratio of a published pair of binders; the bias of the method is what electrolyte and kinetics add.</summary>
    [Theory]
    [InlineData(1e-14)]
    [InlineData(1.6e-15)]
    public void The_engines_diffusivity_comes_back(double diffusivity)
    {
        IReadOnlyList<GittPulse> pulses = GittPulse.Find(Simulated(diffusivity), 5e-6);
        pulses.Count.ShouldBe(3);
        foreach (GittPulse pulse in pulses) pulse.Diffusivity(5e-6 / 3).Value.ShouldBe(diffusivity, 0.03 * diffusivity);
    }

    /// <summary>The same data with S as the geometric area, loading over density of 22.1 mg/cm²: the magnitude that papers print, 1e-7 and 1.6e-8 cm²/s.</summary>
    [Theory]
    [InlineData(1e-14, 1e-7)]
    [InlineData(1.6e-15, 1.6e-8)]
    public void The_same_data_with_the_geometric_area_are_as_large_as_papers_print(double diffusivity, double printed)
    {
        LaboratoryResult result = GittReport.Of("cell", Simulated(diffusivity), GittSettings.OfRadius(5e-6) with { GeometricLength = 0.221 / 4800 });
        result.Numbers.Single(n => n.Name == "mean diffusivity").Estimate.Value.ShouldBe(diffusivity, 0.03 * diffusivity);
        double geometric = result.Numbers.Single(n => n.Name == "mean diffusivity with the geometric area").Estimate.Value * 1e4;
        geometric.ShouldBe(printed, 0.3 * printed);
    }

    [Fact]
    public void The_ratio_of_two_cells_comes_back_better_than_either()
    {
        double fast = GittPulse.Find(Simulated(1e-14), 5e-6)[1].Diffusivity(1).Value, slow = GittPulse.Find(Simulated(1.6e-15), 5e-6)[1].Diffusivity(1).Value;
        (fast / slow).ShouldBe(6.25, 0.02 * 6.25);
    }

    [Fact]
    public void A_closed_form_pulse_without_noise_gives_the_diffusivity_to_a_thousandth()
    {
        GittPulse pulse = GittPulse.Find(TitrationTrials.Trace(0, 1), TitrationTrials.Radius)[0];
        pulse.Diffusivity(TitrationTrials.Radius / 3).Value.ShouldBe(TitrationTrials.Diffusivity, 1.5e-3 * TitrationTrials.Diffusivity); // T²/2 of the series, T = 0.008, is not followed
        pulse.FittedResistance.Value.ShouldBe(TitrationTrials.Resistance, 1e-3 * TitrationTrials.Resistance);
    }

    /// <summary>22.1 mg/cm² of 4.8 g/cm³ is 46 µm of material; beside R/3 of 5 µm that is a factor of 763 in D.</summary>
    [Fact]
    public void Reading_the_surface_as_the_geometric_area_gives_the_magnitude_of_papers()
    {
        LaboratoryResult result = GittReport.Of("cell", TitrationTrials.Trace(0, 1), GittSettings.OfRadius(5e-6) with { GeometricLength = 0.221 / 4800 });
        double usual = result.Numbers.Single(n => n.Name == "mean diffusivity").Estimate.Value;
        result.Numbers.Single(n => n.Name == "mean diffusivity with the geometric area").Estimate.Value.ShouldBe(763 * usual, 1e-3 * 763 * usual);
        result.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Pulses_that_are_too_long_and_rests_that_are_too_short_are_told()
    {
        IReadOnlyList<string> Told(double pulse, double rest) => GittReport.Of("cell", Simulated(1e-14, pulse: pulse, rest: rest), GittSettings.OfRadius(5e-6)).Warnings;
        Told(pulse: 0.2, rest: 1).ShouldContain(w => w.Contains("L²/D"));
        Told(pulse: 4e-3, rest: 4e-3).ShouldContain(w => w.Contains("rest longer"));
    }

    [Fact]
    public void A_test_without_rests_is_refused() =>
        Should.Throw<InputException>(() => GittPulse.Find(new TestLog().Constant(100, 1, 1, 4, 3.8).ToTrace())).Message.ShouldContain("two rests");

    [Fact]
    public void Resistances_of_pulses_are_those_put_in_at_each_time_and_depth()
    {
        var log = new TestLog();
        for (int k = 0; k < 4; k++)
        {
            double rest = 4 - 0.1 * k;
            log.Rest(600, 10, rest).Step(40, 0.5, _ => 2, t => rest - 2 * (0.05 + 0.01 * Math.Sqrt(t)));
        }
        IReadOnlyList<PulseResistance> found = PulseResistance.Find(log.ToTrace(), [1, 10, 100]);
        found.Select(p => Math.Round(p.Depth, 6)).ShouldBe([0, 0.25, 0.5, 0.75]);
        found.ShouldAllBe(p => Math.Abs(p.At[0].Value - 0.06) < 1e-9 && Math.Abs(p.At[1].Value - 0.05 - 0.01 * Math.Sqrt(10)) < 1e-9 && double.IsNaN(p.At[2].Value));
        PulseResistanceReport.Of("cell", log.ToTrace(), [100]).Warnings.ShouldHaveSingleItem().ShouldContain("100 s");
    }
}
