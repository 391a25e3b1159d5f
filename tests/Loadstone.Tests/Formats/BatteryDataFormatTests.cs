using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Formats;

namespace Loadstone.Tests.Formats;

public class BatteryDataFormatTests
{
    [Fact]
    public void DischargeIsNegativeInTheFile()
    {
        string[] lines = Written(Step(0, current: 2, charge: 7200, energy: 3600)).Split('\n');

        lines[0].ShouldBe("Test Time / s,Voltage / V,Current / A,Step Count / 1,Step Time / s,Net Capacity / Ah,Net Energy / Wh");
        lines[1].ShouldBe("0,4,-2,1,0,0,0");
        lines[2].ShouldBe("10,3.9,-2,1,10,-2,-1");
    }

    [Fact]
    public void ReadingGivesWhatWasWritten()
    {
        StepResult[] steps = [Step(0, 1.0 / 3, 1e-7, 2e-9), Step(10, -0.1, Math.PI, 12345.678901234)];

        BatteryData read = BatteryDataFormat.Parse(Written(steps), "test.csv");

        read.StepNumber.ShouldBe([1, 1, 2, 2]);
        read.StepTime.ShouldBe([0, 10, 0, 10]);
        read.Series.Time.ShouldBe([0, 10, 10, 20]);
        read.Series.Voltage.ShouldBe([4, 3.9, 4, 3.9]);
        read.Series.Current.ShouldBe([1.0 / 3, 1.0 / 3, -0.1, -0.1]);
        // The unit hour costs a rounding on each way.
        read.Series.Charge[3].ShouldBe(Math.PI, 1e-15 * Math.PI);
        read.Series.Energy[3].ShouldBe(12345.678901234, 1e-11);
    }

    [Fact]
    public void TheTemperatureIsAColumnInDegreesWhereItIsKnown()
    {
        StepResult step = Step(0, 1, 1, 1);
        string text = Written(step with { Series = step.Series with { Temperature = [298.15, 300.4] } });

        text.Split('\n')[0].ShouldBe(string.Join(',', BatteryDataFormat.Columns));
        text.Split('\n')[0].ShouldEndWith(",Net Energy / Wh,Temperature T1 / degC");
        text.Split('\n')[1].ShouldEndWith(",25");
        BatteryDataFormat.Parse(text, "test.csv").Series.Temperature[1].ShouldBe(300.4, 1e-12);
        BatteryDataFormat.Parse(Written(step), "test.csv").Series.Temperature.ShouldBeEmpty();
        Should.Throw<InputException>(() => BatteryDataFormat.Parse(text.Replace(",25\n", ",warm\n", StringComparison.Ordinal), "test.csv"))
            .Message.ShouldContain("test.csv:2: column 8: \"warm\" is no finite number; expected one in the column \"Temperature T1 / degC\".");
    }

    [Fact]
    public void AStepThatWasPassedOverHasNoRows()
    {
        BatteryData read = BatteryDataFormat.Parse(Written(Step(0, 1, 1, 1) with { End = StepEnd.MetAtStart }, Step(0, 1, 1, 1)), "test.csv");

        read.StepNumber.ShouldBe([2, 2]);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("Test Time / s,Voltage / V\n0,4\n", "\"Current / A\" is missing")]
    [InlineData("Test Time / s,Voltage / V,Current / A,Step Count / 1,Step Time / s,Net Capacity / Ah,Net Energy / Wh\n0,4,-2,1,0,0,0\n1,x,-2,1,0,0,0\n",
        "test.csv:3: column 2: \"x\" is no finite number")]
    public void WhatIsNoSuchFileIsSaid(string text, string message) =>
        Should.Throw<InputException>(() => BatteryDataFormat.Parse(text, "test.csv")).Message.ShouldContain(message);

    [Fact]
    public void AFileIsReplacedWholeAndLeavesNoTemporaryName()
    {
        string folder = Directory.CreateTempSubdirectory("loadstone").FullName;
        string path = Path.Combine(folder, "series.bdf.csv");
        File.WriteAllText(path, "old");
        BatteryDataFormat.WriteFile(path, [Step(0, 1, 1, 1)]);

        BatteryDataFormat.ReadFile(path).Series.Time.Count.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(path, _ => throw new InvalidOperationException("halfway")));
        BatteryDataFormat.ReadFile(path).Series.Time.Count.ShouldBe(2);
        Directory.GetFiles(folder).ShouldBe([path]);
        Directory.Delete(folder, recursive: true);
    }

    private static string Written(params StepResult[] steps)
    {
        var writer = new StringWriter();
        BatteryDataFormat.Write(writer, steps);
        return writer.ToString();
    }

    private static StepResult Step(double start, double current, double charge, double energy) => new()
    {
        Step = ProtocolParser.Parse("Rest for 10 s"),
        End = StepEnd.Duration,
        EndText = "time over",
        StartTime = start,
        EndTime = start + 10,
        Charge = charge,
        Energy = energy,
        Series = new TimeSeries([start, start + 10], [4, 3.9], [current, current], [0, charge], [0, energy]),
        AtEnd = new Profiles { Time = 0, CurrentDensity = 0, Position = [], SaltConcentration = [], ElectrolytePotential = [], SolidPotential = [], Particles = [] },
    };
}
