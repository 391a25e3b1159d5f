using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Electrodes;

namespace Loadstone.Tests.Electrochemistry.Sensitivity;

public class SensitivityTests
{
    private static readonly MeshSettings _mesh = new() { Negative = 6, Separator = 4, Positive = 6, Radial = 8 };

    /// <summary>Protocols with every kind of control and end; those with several steps move the start of the later ones.</summary>
    public static TheoryData<string, double, string[]> Cases => new()
    {
        { "full", 1, ["Discharge at C/2 until 3 V (300 s period)"] },
        { "layered", 1, ["Discharge at C/2 until 3.5 V (300 s period)"] },
        { "full", 1, ["Discharge at C/2 for 15 min (100 s period)"] },
        { "full", 0, ["Charge at C/2 until 3.7 V (300 s period)", "Hold at 3.7 V until C/10 (300 s period)", "Rest for 10 min (200 s period)", "Discharge at 1C until 3.1 V (200 s period)"] },
        { "layered", 0.8, ["Discharge at 8 mW until 1 mAh (100 s period)", "Rest for 5 min (100 s period)", "Charge at C/2 until 4.05 V (100 s period)"] },
        { "layered", 1, ["Discharge at 4C until 3.6 V or 800 mol/m³ electrolyte (10 s period)", "Rest for 5 min (60 s period)"] },
        { "full", 0.7, ["Repeat 2 times: Discharge at 1C for 5 min (60 s period); Charge at 1C until 3.65 V (60 s period)"] },
        { "charged layers", 0.9, ["Discharge at 2C for 0.2 s (10 ms period)", "Rest for 0.5 s (50 ms period)", "Discharge at 1C for 2 min (20 s period)"] },
        { "heating", 1, ["Discharge at 2C until 3 V (60 s period)", "Rest for 5 min (60 s period)"] },
    };

    /// <summary>What the factors give must be what whole runs with a parameter a little larger and smaller give, in every step and along it.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Sensitivities_are_differences_of_whole_runs(string kind, double stateOfCharge, string[] lines)
    {
        Cell cell = kind switch
        {
            "full" => TestCells.Full(),
            "heating" => TestCells.Full() with { Thermal = new LumpedThermal { HeatCapacity = 0.05, HeatTransfer = 1e-4 } },
            "charged layers" => Layered().WithDoubleLayers(0.2),
            _ => Layered(),
        };
        // Milliseconds of a double layer are a small part of the voltage that the tolerances watch.
        double tightness = kind == "charged layers" ? 0.1 : 1;
        Protocol protocol = ProtocolParser.ParseAll(lines, "p");
        IReadOnlyList<CellParameter> parameters = 
            [.. CellParameter.Of(cell), .. CellParameter.OfLayers(cell).Where(p => lines.Length == 1 && p.Name.StartsWith("positive.layers[1]", StringComparison.Ordinal))];
        IReadOnlyList<SensitivityStep> found = SensitivityAnalysis.Run(cell, protocol, parameters, _mesh, Tolerances.Scaled(0.1 * tightness), stateOfCharge);
        found.Count.ShouldBe(protocol.Steps.Count);
        MeshSettings same = _mesh with { LayerCells = new CellGrid(cell, _mesh).LayerCells };
        const double h = 1e-3;
        IReadOnlyList<StepResult>[] above = [.. parameters.Select(p => Run(p.Scaled(cell, 1 + h)))], below = [.. parameters.Select(p => Run(p.Scaled(cell, 1 - h)))];
        for (int step = 0; step < found.Count; step++)
        {
            Check("time", step, s => s.EndTime, r => r.EndTime - r.StartTime, 1e-3);
            Check("charge", step, s => s.Charge, r => r.Charge, 1e-6);
            Check("energy", step, s => s.Energy, r => r.Energy, 1e-6);
            int rows = found[step].Result.Series.Time.Count - 1;
            // The rows that both neighbours have; the last one is the end, which moves.
            rows = parameters.Select((_, i) => Math.Min(above[i][step].Series.Time.Count, below[i][step].Series.Time.Count) - 1).Append(rows).Min();
            for (int row = 0; row < rows; row++)
            {
                int at = row;
                Check($"voltage at row {row}", step, s => s.VoltageCurve[at], r => r.Series.Voltage[at], 1e-5);
                Check($"current at row {row}", step, s => s.CurrentCurve[at], r => r.Series.Current[at], 1e-6);
            }
        }

        void Check(string what, int step, Func<StepSensitivity, double> actual, Func<StepResult, double> value, double floor)
        {
            double[] expected = [.. above.Zip(below, (a, b) => (value(a[step]) - value(b[step])) / (2 * h))];
            double largest = expected.Max(Math.Abs);
            for (int i = 0; i < expected.Length; i++)
            {
                actual(found[step].Parameters[i]).ShouldBe(expected[i], 2e-3 * Math.Abs(expected[i]) + 2e-3 * largest + floor, $"{parameters[i].Name}: {what} of step {step + 1}");
            }
        }

        IReadOnlyList<StepResult> Run(Cell c) => new Simulation(c, same, Tolerances.Scaled(0.01 * tightness), stateOfCharge).Run(protocol).Steps;
    }

    /// <summary>What the command shows is at default tolerance and mesh: it must be right to 1 % of the largest there too.</summary>
    [Fact]
    public void Default_tolerances_are_tight_enough()
    {
        const double h = 2e-2;
        Cell cell = ParameterSetCell.Load("chen2020");
        Protocol discharge = ProtocolParser.ParseAll(["Discharge at 1C until 2.5 V"], "p");
        CellParameter[] parameters = [.. CellParameter.Of(cell).Where(p => p.Name is "positive thickness" or "positive particle radius")];
        parameters.Length.ShouldBe(2);
        SensitivityStep found = SensitivityAnalysis.Run(cell, discharge, parameters)[0];
        double[] expected = [.. parameters.Select(p => (Run(p.Scaled(cell, 1 + h)) - Run(p.Scaled(cell, 1 - h))) / (2 * h))];
        double tolerance = 0.01 * expected.Max(Math.Abs);
        for (int i = 0; i < 2; i++) found.Parameters[i].Charge.ShouldBe(expected[i], tolerance, parameters[i].Name);

        double Run(Cell c) => new Simulation(c, tolerances: Tolerances.Scaled(0.01)).Run(discharge).Steps[0].Charge;
    }

    /// <summary>An end whose time the formulas do not follow would give wrong figures in silence.</summary>
    [Theory]
    [InlineData("within a step", "Repeat 2 times until 3.3 V: Discharge at 1C for 1 min")]
    [InlineData("within a step", "Repeat 2 times for 3 min: Discharge at 1C for 1 min; Rest for 1 min")]
    [InlineData("temperature", "Rest at 45 °C for 1 min")]
    public void What_cannot_be_answered_is_refused(string told, params string[] steps)
    {
        Protocol protocol = ProtocolParser.ParseAll(steps, "p");
        Should.Throw<InputException>(() => SensitivityAnalysis.Run(TestCells.Full(), protocol, [], _mesh)).Message.ShouldContain(told);
    }

    /// <summary>Lithium metal that runs out ends the step neither by voltage nor by time.</summary>
    [Fact]
    public void A_step_that_ends_otherwise_is_told()
    {
        Cell cell = TestCells.Half(TestCells.Layer(60e-6, TestCells.Material())) with { Lithium = TestCells.Lithium with { Thickness = 1e-6 } };
        Protocol protocol = ProtocolParser.ParseAll(["Discharge at C/2 until 3.5 V"], "p");
        Should.Throw<InputException>(() => SensitivityAnalysis.Run(cell, protocol, [], _mesh)).Message.ShouldContain("used up");
    }

    /// <summary>Two layers of the same thickness share 5 cells by a rounding that a parameter's small change turns: the cut must not follow.</summary>
    [Fact]
    public void Layers_keep_their_cells()
    {
        Cell cell = TestCells.Half(TestCells.Layer(30e-6, TestCells.Material("a")), TestCells.Layer(30e-6, TestCells.Material("b"), 3e-6));
        Protocol protocol = ProtocolParser.ParseAll(["Discharge at C/2 for 1 min"], "p");
        CellParameter[] both = [.. CellParameter.Of(cell).Concat(CellParameter.OfLayers(cell)).Where(p => p.Name.EndsWith(" thickness", StringComparison.Ordinal) && p.Name.StartsWith("positive", StringComparison.Ordinal))];
        both.Length.ShouldBe(3);
        IReadOnlyList<StepSensitivity> found = SensitivityAnalysis.Run(cell, protocol, both, _mesh with { Positive = 5 }, Tolerances.Scaled(0.01))[0].Parameters;
        (found[1].Voltage + found[2].Voltage).ShouldBe(found[0].Voltage, 1e-3 * Math.Abs(found[0].Voltage));
    }

    /// <summary>A coating without a share for binder, as in many published sets, has no room for larger pores: the slope is that from below.</summary>
    [Fact]
    public void Where_a_range_ends_the_slope_is_one_sided()
    {
        Cell room = TestCells.Half(TestCells.Layer(60e-6, TestCells.Material(), porosity: 0.35, active: 0.649)), none = TestCells.Half(TestCells.Layer(60e-6, TestCells.Material(), porosity: 0.35, active: 0.65));
        Porosity(none).ShouldBe(Porosity(room), 0.01 * Math.Abs(Porosity(room)));

        static double Porosity(Cell cell) => SensitivityAnalysis.Run(cell, ProtocolParser.ParseAll(["Discharge at 1C for 20 min"], "p"),
            [CellParameter.Of(cell).Single(p => p.Name == "positive porosity")], _mesh)[0].Parameters[0].Voltage;
    }

    private static Cell Layered()
    {
        IntercalationMaterial one = TestCells.Material("one", diffusivityLaw: "2e-14*(1.2 - x)", film: 1e-3), other = TestCells.Material("other", 5e-14, 2, "4.2 - 0.8*x");
        Layer first = Wetted(TestCells.Layer(30e-6, one, conductivity: 0.05)), second = TestCells.Layer(30e-6, one, 3e-6, porosity: 0.4, active: 0.4);
        return TestCells.Half(first, Wetted(second, new ParticleClass { Material = other, Radius = 1e-6, VolumeFraction = 0.1 }));

        static Layer Wetted(Layer l, params ParticleClass[] more) => new(l.Name, l.Thickness, l.Porosity, l.TransportEfficiency, l.ElectronicConductivity, [.. l.Particles, .. more])
        {
            BinderConductivity = 0.01,
            WettedFraction = 0.9,
        };
    }
}
