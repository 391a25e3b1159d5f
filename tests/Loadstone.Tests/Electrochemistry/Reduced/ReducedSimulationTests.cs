using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Reduced;
using Loadstone.Electrodes;

namespace Loadstone.Tests.Electrochemistry.Reduced;

public class ReducedSimulationTests
{
    private static readonly MeshSettings _coarse = new() { Negative = 8, Separator = 4, Positive = 8, Radial = 10 };

    public static TheoryData<ReducedModel, bool> Cases => new()
    {
        { ReducedModel.Spm, true }, { ReducedModel.Spm, false }, { ReducedModel.Spme, true }, { ReducedModel.Spme, false },
    };

    private static Cell Some(bool full) => full ? TestCells.Full()
        : TestCells.Half(TestCells.Layer(60e-6, TestCells.Material(diffusivityLaw: "2e-14*(1.2 - x)")));

    private static ProtocolStep Step(Control control, double? duration, params StopCondition[] until) => new(control.ToString(), control, duration, until);

    /// <summary>Every kind of step ends as asked, and lithium goes nowhere.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Lithium_is_kept_over_every_kind_of_step(ReducedModel model, bool full)
    {
        Cell cell = Some(full);
        Protocol busy = new("busy",
        [
            Step(new Control.CRate(1), null, new StopCondition.Voltage(cell.LowerCutOff)),
            Step(new Control.Rest(), 600),
            Step(new Control.CRate(-0.5), null, new StopCondition.Voltage(cell.UpperCutOff)),
            Step(new Control.Voltage(cell.UpperCutOff), null, new StopCondition.CRate(0.05)),
            Step(new Control.Power(5e-3), 300),
            Step(new Control.Resistance(900), 300),
            Step(new Control.CurrentTable([0, 10, 20, 60], [0.002, 0.006, -0.003, 0.004], "table"), null),
            Step(new Control.Rest(), 60),
        ]);
        SimulationResult result = new ReducedSimulation(cell, model, _coarse).Run(busy);
        result.Steps.ShouldAllBe(s => s.EndedAsAsked, result.Steps[^1].EndText);
        result.Steps.Count.ShouldBe(8);
        result.LithiumDrift.ShouldBeLessThan(1e-12);
    }

    /// <summary>
    /// What the reduced models leave out is of first order in the current: a tenth of the rate must leave about a tenth of the
    /// difference to the full model.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_difference_to_the_full_model_shrinks_with_the_rate(ReducedModel model, bool full)
    {
        Cell cell = Some(full);
        double fast = Difference(cell, model, _coarse, 0.2), slow = Difference(cell, model, _coarse, 0.02);
        slow.ShouldBeLessThan(0.2 * fast);
    }

    /// <summary>The electrolyte is what the single-particle model lacks most: adding it must bring the voltage nearer.</summary>
    [Theory]
    [InlineData("chen2020", 2.5)]
    [InlineData("marquis2019", 3.1)]
    public void With_electrolyte_is_nearer_to_the_full_model_at_1C(string set, double cutOff)
    {
        Cell cell = ParameterSetCell.Load(set) with { LowerCutOff = cutOff };
        double spm = Difference(cell, ReducedModel.Spm, new MeshSettings(), 1), spme = Difference(cell, ReducedModel.Spme, new MeshSettings(), 1);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{set} at 1C against the full model, RMS: SPM {spm * 1e3:f2} mV, SPMe {spme * 1e3:f2} mV"));
        spme.ShouldBeLessThan(0.5 * spm);
    }

    /// <summary>Classes that are equal share the current by their surface and stay equal.</summary>
    [Theory]
    [InlineData(ReducedModel.Spm)]
    [InlineData(ReducedModel.Spme)]
    public void Two_equal_particle_classes_give_the_answer_of_one(ReducedModel model)
    {
        IntercalationMaterial material = TestCells.Material();
        Layer one = TestCells.Layer(80e-6, material);
        var split = new Layer("split", 80e-6, 0.35, Math.Pow(0.35, 1.5), 1,
        [
            new ParticleClass { Material = material, Radius = 5e-6, VolumeFraction = 0.2 },
            new ParticleClass { Material = material, Radius = 5e-6, VolumeFraction = 0.35 },
        ]);
        StepResult a = new ReducedSimulation(TestCells.Half(one), model, _coarse).Run(TestCells.Discharge(1, 3.5)).Steps[0];
        StepResult b = new ReducedSimulation(TestCells.Half(split), model, _coarse).Run(TestCells.Discharge(1, 3.5)).Steps[0];
        b.EndTime.ShouldBe(a.EndTime, 1e-9 * a.EndTime);
        b.AtEnd.Particles[1].MeanStoichiometry[0].ShouldBe(b.AtEnd.Particles[0].MeanStoichiometry[0], 1e-12);
    }

    /// <summary>Charge that the terminals see is lithium that the positive electrode takes up, the same at every depth.</summary>
    [Fact]
    public void Charge_is_the_lithium_that_moved()
    {
        Layer layer = TestCells.Layer(60e-6, TestCells.Material());
        Cell cell = TestCells.Half(layer);
        StepResult step = new ReducedSimulation(cell, ReducedModel.Spme, _coarse).Run(TestCells.Discharge(0.5, 3.5)).Steps[0];
        double start = CellBalance.StoichiometryAt(layer.Particles[0].Material, cell.UpperCutOff);
        foreach (double theta in step.AtEnd.Particles[0].MeanStoichiometry)
        {
            (step.Charge / cell.Area / PhysicalConstants.Faraday).ShouldBe((theta - start) * layer.SitesPerArea, 1e-12);
        }
    }

    // RMS of the voltage over rows at the same times, finely stepped so that time stepping hides nothing [V].
    private static double Difference(Cell cell, ReducedModel model, MeshSettings mesh, double rate)
    {
        double duration = 0.7 * CellBalance.CapacityPerArea(cell) * cell.Area / (rate * cell.OneC);
        Protocol protocol = new("rows", [TestCells.For(rate, duration).Steps[0] with { Period = duration / 200 }]);
        Tolerances tolerances = Tolerances.Scaled(0.02);
        TimeSeries full = new Simulation(cell, mesh, tolerances).Run(protocol).Steps[0].Series;
        TimeSeries reduced = new ReducedSimulation(cell, model, mesh, tolerances).Run(protocol).Steps[0].Series;
        reduced.Time.Count.ShouldBe(full.Time.Count);
        return Math.Sqrt(full.Voltage.Zip(reduced.Voltage, (a, b) => (a - b) * (a - b)).Average());
    }
}
