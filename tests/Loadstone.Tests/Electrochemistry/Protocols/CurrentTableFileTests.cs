using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry.Protocols;

public class CurrentTableFileTests
{
    [Theory]
    [InlineData("Time / s,Current / A\n0,2\n1.5,-0.25\n")]
    [InlineData("t_s,I_A (positive = discharge; linear between knots)\n0,2\n1.5,-0.25")]
    [InlineData("time [s];current [A]\r\n0;2\r\n\r\n1.5;-0.25\r\n")]
    [InlineData("t_s,I_A (charge is positive)\n0,-2\n1.5,0.25")]
    [InlineData("Test Time / s,Voltage / V,Current / A\n0,4.1,-2\n1.5,4,0.25\n")]
    [InlineData("\uFEFFcurrent_ampere,test_time_second\n-2,0\n0.25,1.5\n")]
    public void Discharge_comes_out_positive(string text)
    {
        Control.CurrentTable table = CurrentTableFile.Parse(text, "folder/cycle.csv");
        table.Times.ShouldBe([0, 1.5]);
        table.Amperes.ShouldBe([2, -0.25]);
        table.Name.ShouldBe("cycle.csv");
    }

    [Theory]
    [InlineData("", null, "empty")]
    [InlineData("t,I\n0,1\n", null, "two at least")]
    [InlineData("0,1\n1,2\n", 1, "header")]
    [InlineData("t,U,I\n0,4,1\n1,4,1\n", 1, "3 columns")]
    [InlineData("time / min,I / A\n0,1\n1,1\n", 1, "expected times in s")]
    [InlineData("t_s,I_mA\n0,1\n1,1\n", 1, "expected currents in A")]
    [InlineData("t,I\n1,1\n2,1\n", 2, "start at 0")]
    [InlineData("t,I\n0,1\n2,1\n2,1\n", 4, "times increase")]
    [InlineData("t,I\n0,1\n2,x\n", 3, "\"x\" is not a current")]
    [InlineData("t,I\n0,1\n2\n", 3, "\"\" is not a current")]
    [InlineData("t,I\n0,1\n2,NaN\n", 3, "finite")]
    public void What_is_no_table_is_told_with_its_line(string text, int? line, string hint)
    {
        InputException error = Should.Throw<InputException>(() => CurrentTableFile.Parse(text, "cycle.csv"));
        error.File.ShouldBe("cycle.csv");
        error.Line.ShouldBe(line);
        error.Message.ShouldContain(hint);
    }

    [Fact]
    public void A_step_follows_a_file_beside_the_protocol()
    {
        string folder = Directory.CreateTempSubdirectory("loadstone").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "my cycle.csv"), "t_s,I_A\n0,1\n60,2\n");
            foreach (string text in new[] { "Follow my cycle.csv", "drive cycle from \"my cycle.csv\"" })
            {
                ProtocolStep step = ProtocolParser.Parse(text, NamedFiles.In(folder));
                step.Control.ShouldBeOfType<Control.CurrentTable>().Amperes.ShouldBe([1, 2]);
                step.Duration.ShouldBe(60);
            }
            ProtocolStep ended = ProtocolParser.Parse("Follow \"my cycle.csv\" for 30 s or until 2.5 V (1 s period)", NamedFiles.In(folder));
            ended.Duration.ShouldBe(30);
            ended.Until.ShouldBe([new StopCondition.Voltage(2.5)]);
            ended.Period.ShouldBe(1);
            Should.Throw<InputException>(() => ProtocolParser.Parse("Follow my cycle.csv until 1 mA", NamedFiles.In(folder))).Message.ShouldContain("word 5 (\"1\")");
            Should.Throw<InputException>(() => ProtocolParser.Parse("Follow other.csv", NamedFiles.In(folder))).Message.ShouldContain("other.csv");
            Should.Throw<InputException>(() => ProtocolParser.Parse("Follow", NamedFiles.In(folder))).Message.ShouldContain("after word 1");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
