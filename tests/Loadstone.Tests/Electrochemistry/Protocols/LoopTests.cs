using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry.Protocols;

public class LoopTests
{
    [Fact]
    public void A_line_repeats_its_steps()
    {
        Protocol protocol = ProtocolParser.ParseAll(["Rest for 1 min", "Repeat 3 times: Discharge at 1C until 2.7 V; Charge at C/2 until 4.2 V (10 s period)"], "loop");
        protocol.Steps.Select(step => step.Text).ShouldBe(["Rest for 1 min", .. Enumerable.Repeat((string[])["Discharge at 1C until 2.7 V", "Charge at C/2 until 4.2 V (10 s period)"], 3).SelectMany(cycle => cycle)]);
        ProtocolLoop loop = protocol.Loops.ShouldHaveSingleItem();
        (loop.Start, loop.Length, loop.Count, loop.End).ShouldBe((1, 2, 3, 7));
        loop.Until.ShouldBeEmpty();
    }

    [Fact]
    public void Conditions_of_a_loop()
    {
        ProtocolParser.ParseLine("Repeat 50 times until 80 % capacity or 2.5 V or until 4 Ah capacity or for 100 hours: Rest for 1 h").Loops[0].Until.ShouldBe(
        [
            new LoopCondition.CapacityShare(0.8), new LoopCondition.Voltage(2.5), new LoopCondition.Capacity(14_400), new LoopCondition.Time(360_000),
        ]);
        ProtocolParser.ParseLine("repeat 2 times until 5 mAh or 3 days: Rest for 1 h").Loops[0].Until.ShouldBe([new LoopCondition.Charge(18), new LoopCondition.Time(259_200)]);
    }

    [Fact]
    public void A_loop_may_stand_in_a_loop()
    {
        Protocol protocol = ProtocolParser.ParseLine("Repeat 2 times: (Repeat 3 times until 2.5 V: Discharge at C/10 for 10 min; Rest for 50 min); Charge at C/3 until 4.2 V");
        protocol.Steps.Count.ShouldBe(14);
        protocol.Steps[6].Text.ShouldBe("Charge at C/3 until 4.2 V");
        protocol.Loops.Select(loop => (loop.Start, loop.Length, loop.Count)).ShouldBe([(0, 7, 2), (0, 2, 3), (7, 2, 3)]);
    }

    [Theory]
    [InlineData("Repeat", "number of times")]
    [InlineData("Repeat 3 times", "colon")]
    [InlineData("Repeat 3 times:", "nothing is repeated")]
    [InlineData("Repeat 3 times: ;", "nothing is repeated")]
    [InlineData("Repeat three times: Rest for 1 h", "\"three\" is no number of times")]
    [InlineData("Repeat 0 times: Rest for 1 h", "\"0\" is no number of times")]
    [InlineData("Repeat 2.5 times: Rest for 1 h", "\"2.5\" is no number of times")]
    [InlineData("Repeat 3 tmes: Rest for 1 h", "no number of times")]
    [InlineData("Repeat 3 times until 80 %: Rest for 1 h", "\"capacity\"")]
    [InlineData("Repeat 3 times until 120 % capacity: Rest for 1 h", "less than 100 %")]
    [InlineData("Repeat 3 times untl 2.5 V: Rest for 1 h", "Did you mean \"until\"?")]
    [InlineData("Repeat 3 times: Rest for 1 h; Dischrage at 1C until 3 V", "Did you mean \"Discharge\"?")]
    [InlineData("Repeat 60000 times: Rest for 1 h; Rest for 2 h", "120000 steps")]
    [InlineData("Repeat 1 time: (((((((((((Rest for 1 h)))))))))))", "deep in each other")]
    public void Errors_say_what_was_expected(string line, string expected) =>
        Should.Throw<InputException>(() => ProtocolParser.ParseAll([line], "loop")).Message.ShouldContain(expected);

    [Theory]
    [InlineData("Discharge at 1C until 2.5 V at 45 °C", 318.15)]
    [InlineData("Discharge at 1C until 2.5 V at -10 oC", 263.15)]
    [InlineData("Discharge at 1C at 25oC until 2.5 V", 298.15)]
    [InlineData("Rest for 1 h at 300 K (10 s period)", 300)]
    [InlineData("Hold at 4.2 V at 25 °C until C/20", 298.15)]
    public void A_step_may_say_its_temperature(string text, double kelvin) => ProtocolParser.Parse(text).Temperature!.Value.ShouldBe(kelvin, 1e-9);

    [Theory]
    [InlineData("Discharge at 1C until 2.5 V at 45 V", "temperature")]
    [InlineData("Discharge at 1C until 2.5 V at 900 °C", "no temperature for a cell")]
    [InlineData("Discharge at 1C until 2.5 V at 45 °C at 50 °C", "expected")]
    public void Temperatures_that_cannot_be(string text, string expected) =>
        Should.Throw<InputException>(() => ProtocolParser.Parse(text)).Message.ShouldContain(expected);

    [Fact]
    public void Salt_may_end_a_step()
    {
        ProtocolParser.Parse("Discharge at 2C until 2.5 V or 50 mol/m3 electrolyte").Until.ShouldBe([new StopCondition.Voltage(2.5), new StopCondition.SaltConcentration(50)]);
        ProtocolParser.Parse("Rest for 1 h or until 0.1 M").Until.ShouldBe([new StopCondition.SaltConcentration(100)]);
    }
}
