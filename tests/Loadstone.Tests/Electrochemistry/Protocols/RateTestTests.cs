using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry.Protocols;

public class RateTestTests
{
    [Fact]
    public void One_line_becomes_visible_steps()
    {
        IReadOnlyList<ProtocolStep> steps = ProtocolParser.ParseLine("Rate test at 0.1C, 0.2C, 0.5C and 1C between 2.7 V and 4.3 V").Steps;
        steps.Select(s => s.Text).ShouldBe([
            "Charge at C/10 until 4.3 V", "Hold at 4.3 V until C/20", "Discharge at C/10 until 2.7 V",
            "Charge at C/10 until 4.3 V", "Hold at 4.3 V until C/20", "Discharge at 0.2C until 2.7 V",
            "Charge at C/10 until 4.3 V", "Hold at 4.3 V until C/20", "Discharge at 0.5C until 2.7 V",
            "Charge at C/10 until 4.3 V", "Hold at 4.3 V until C/20", "Discharge at 1C until 2.7 V"]);
        steps.Select(s => s.RateTestRate).OfType<double>().ShouldBe([0.1, 0.2, 0.5, 1]);
    }

    [Fact]
    public void Every_step_says_what_it_does()
    {
        foreach (ProtocolStep step in RateTest.Create([0.05, 1.0 / 3, 2], 2.5, 4.25, 0.2, 0.02, rest: 600).Steps)
        {
            ProtocolStep read = ProtocolParser.Parse(step.Text);
            read.Control.ShouldBe(step.Control);
            read.Duration.ShouldBe(step.Duration);
            read.Until.ShouldBe(step.Until);
        }
    }

    [Fact]
    public void What_differs_from_the_defaults_is_said_after_the_window()
    {
        IReadOnlyList<ProtocolStep> steps = ProtocolParser.ParseLine(
            "rate test at 1C between 4.3 V and 2.7 V, charge at C/5, hold until C/50, rest for 10 min").Steps;
        steps.Select(s => s.Text).ShouldBe([
            "Charge at 0.2C until 4.3 V", "Hold at 4.3 V until C/50", "Rest for 10 minutes", "Discharge at 1C until 2.7 V"]);
    }

    [Theory]
    [InlineData("Rate test at 0.1C 0.2C between 2.7 V and 4.3 V", "word 5")]
    [InlineData("Rate test at 0.1C, betwen 2.7 V and 4.3 V", "word 5")]
    [InlineData("Rate test at 0.1C between 2.7 V", "after word 7")]
    [InlineData("Rate test at 0.1C between 4.3 V and 4.3 V", "word 6")]
    [InlineData("Rate test at 0C between 2.7 V and 4.3 V", "word 4")]
    [InlineData("Rate test at 1C between 2.7 V and 4.3 V, chrage at C/5", "word 11")]
    [InlineData("Rate test at 1C between 2.7 V and 4.3 V, hold until C/5", "C/10")]
    public void Errors_point_at_the_word(string line, string place) =>
        Should.Throw<InputException>(() => ProtocolParser.ParseLine(line)).Message.ShouldContain(place);

    [Fact]
    public void Values_that_do_not_fit_are_refused()
    {
        Should.Throw<InputException>(() => RateTest.Create([], 2.7, 4.3));
        Should.Throw<InputException>(() => RateTest.Create([1, -1], 2.7, 4.3));
        Should.Throw<InputException>(() => RateTest.Create([double.NaN], 2.7, 4.3));
        Should.Throw<InputException>(() => RateTest.Create([1], 4.3, 2.7));
        Should.Throw<InputException>(() => RateTest.Create([1], 2.7, 4.3, 0.1, 0.1));
        Should.Throw<InputException>(() => RateTest.Create([1], 2.7, 4.3, rest: 0));
    }
}
