using FsCheck;
using FsCheck.Fluent;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry.Protocols;

public class ProtocolParserTests
{
    [Theory]
    [InlineData("Charge at C/10 until 4.3 V", -0.1, 4.3)]
    [InlineData("Discharge at 1C until 2.7 V", 1, 2.7)]
    [InlineData("discharge AT 0.5 C Until 2500 mV", 0.5, 2.5)]
    [InlineData("  Charge  at 2C/4 until  4.2V ", -0.5, 4.2)]
    public void A_rate_until_a_voltage(string text, double rate, double volts)
    {
        ProtocolStep step = ProtocolParser.Parse(text);
        step.Control.ShouldBe(new Control.CRate(rate));
        step.Until.ShouldBe([new StopCondition.Voltage(volts)]);
        step.Duration.ShouldBeNull();
        step.Text.ShouldBe(text.Trim());
    }

    [Fact]
    public void Sentences_that_users_of_PyBaMM_write()
    {
        ProtocolStep both = ProtocolParser.Parse("Discharge at C/3 for 2 hours or until 2.5 V");
        both.Control.ShouldBe(new Control.CRate(1.0 / 3));
        both.Duration.ShouldBe(7200);
        both.Until.ShouldBe([new StopCondition.Voltage(2.5)]);

        ProtocolStep hold = ProtocolParser.Parse("Hold at 4.1 V until 50mA");
        hold.Control.ShouldBe(new Control.Voltage(4.1));
        hold.Until.ShouldBe([new StopCondition.Current(0.05)]);

        ProtocolStep timed = ProtocolParser.Parse("Charge at 200 mA for 45 minutes");
        timed.Control.ShouldBe(new Control.Current(-0.2));
        timed.Duration.ShouldBe(2700);
        timed.Until.ShouldBeEmpty();

        ProtocolStep rest = ProtocolParser.Parse("Rest for 1 hour (30 second period)");
        rest.Control.ShouldBe(new Control.Rest());
        rest.Duration.ShouldBe(3600);
        rest.Period.ShouldBe(30);
        ProtocolParser.Parse("Rest for 1 h or until 3.7 V").Until.ShouldBe([new StopCondition.Voltage(3.7)]);
    }

    [Theory]
    [InlineData("Rest for 10 s", 10)]
    [InlineData("Rest for 10 sec", 10)]
    [InlineData("Rest for 1 second", 1)]
    [InlineData("Rest for 2 m", 120)]
    [InlineData("Rest for 2 min", 120)]
    [InlineData("Rest for 2 minutes", 120)]
    [InlineData("Rest for 0.5 h", 1800)]
    [InlineData("Rest for 1 hr", 3600)]
    [InlineData("Rest for 3 hours", 10800)]
    public void Times(string text, double seconds) => ProtocolParser.Parse(text).Duration.ShouldBe(seconds);

    [Fact]
    public void Power_resistance_and_charge()
    {
        ProtocolParser.Parse("Discharge at 500 mW until 3 V").Control.ShouldBe(new Control.Power(0.5));
        ProtocolParser.Parse("Charge at 2 W until 4.2 V or 10 mA").Until.ShouldBe([new StopCondition.Voltage(4.2), new StopCondition.Current(0.01)]);
        ProtocolParser.Parse("Discharge at 10 Ohm until 3 V").Control.ShouldBe(new Control.Resistance(10));
        ProtocolParser.Parse("Discharge at 1C until 5 mAh or until 2.5 V").Until.ShouldBe([new StopCondition.Charge(18), new StopCondition.Voltage(2.5)]);
        ProtocolParser.Parse("Hold at 4.2 V until C/50 or for 1 h").Duration.ShouldBe(3600);
    }

    [Theory]
    [InlineData("Discharge at 1C unti 2.7 V", "word 4 (\"unti\")", "Did you mean \"until\"?")]
    [InlineData("Charge at C/10 untill 4.3 V", "word 4 (\"untill\")", "Did you mean \"until\"?")]
    [InlineData("Dischrage at 1C until 2.7 V", "word 1 (\"Dischrage\")", "Did you mean \"Discharge\"?")]
    [InlineData("Run at 1C until 2.7 V", "word 1 (\"Run\")", "expected \"Charge\"")]
    [InlineData("Discharge 1C until 2.7 V", "word 2 (\"1C\")", "expected \"at\"")]
    [InlineData("Discharge at 1C until 2.7", "word 5 (\"2.7\")", "voltage")]
    [InlineData("Discharge at 1 kg until 2.7 V", "word 3 (\"1\")", "C-rate")]
    [InlineData("Discharge at 0,5C until 2.7 V", "word 3 (\"0,5C\")", "decimal comma")]
    [InlineData("Discharge at until 2.7 V", "word 3 (\"until\")", "expected a C-rate")]
    [InlineData("Discharge at 1C until", "after word 4 (\"until\")", "expected a voltage")]
    [InlineData("Discharge at 1C for 2 parsecs", "word 5 (\"2\")", "time")]
    [InlineData("Discharge at 1C for 2 h for 3 h", "word 7 (\"for\")", "one time")]
    [InlineData("Rest for 1 hour (1 min perod)", "word 7 (\"perod\")", "Did you mean \"period\"?")]
    [InlineData("Rest for 1 hour (1 min period) now", "word 8 (\"now\")", "nothing after")]
    [InlineData("Rest for 1 hour or until C/20", "word 7 (\"C/20\")", "no current")]
    [InlineData("Rest until 3 V", "after word 4", "for")]
    [InlineData("Hold at 1C for 1 h", "word 3 (\"1C\")", "voltage")]
    [InlineData("Charge at 4.2 V until C/50", "word 3 (\"4.2\")", "Hold at 4.2 V")]
    [InlineData("Charge at 5 Ohm until 4.2 V", "word 3 (\"5\")", "resistor")]
    public void An_error_points_at_the_word(string text, string place, string hint)
    {
        string message = Should.Throw<InputException>(() => ProtocolParser.Parse(text)).Message;
        message.ShouldContain(place);
        message.ShouldContain(text);
        message.ShouldContain(hint);
    }

    [Theory]
    [InlineData("Discharge at 1C")]
    [InlineData("Hold at 4.2 V")]
    [InlineData("Hold at 4.2 V until 4.2 V")]
    [InlineData("Hold at 4.2 V until 0 A")]
    [InlineData("Hold at 4.2 V until 0C")]
    [InlineData("Hold at 4.2 V until 5 mAh")]
    [InlineData("Rest")]
    [InlineData("Rest for 0 s")]
    [InlineData("Rest for -1 h")]
    [InlineData("Charge at 0 A until 4.2 V")]
    [InlineData("Charge at 1C until C/20")]
    [InlineData("Charge at 200 mA until 20 mA")]
    [InlineData("Discharge at 1 W until 20 mA")]
    [InlineData("Discharge at -1C until 2.7 V")]
    [InlineData("Discharge at 1C until -5 mAh")]
    [InlineData("Discharge at 1C for 0 h")]
    [InlineData("Discharge at 1C until 2.7 V (0 s period)")]
    public void A_step_that_cannot_end_or_makes_no_sense_is_refused(string text) =>
        Should.Throw<InputException>(() => ProtocolParser.Parse(text));

    [Fact]
    public void Lines_become_a_protocol_and_an_empty_one_is_refused()
    {
        Protocol protocol = ProtocolParser.ParseAll(["Charge at C/10 until 4.3 V", "Rate test at 0.1C and 1C between 2.7 V and 4.3 V", "Rest for 1 h"], "mixed");
        protocol.Name.ShouldBe("mixed");
        protocol.Steps.Count.ShouldBe(1 + 6 + 1);
        Should.Throw<InputException>(() => ProtocolParser.ParseAll([], "nothing")).Message.ShouldContain("nothing");
        Should.Throw<InputException>(() => ProtocolParser.ParseAll(["Rest for 1 h", "  "], "gap"));
        Should.Throw<InputException>(() => ProtocolParser.Parse("Rate test at 1C between 2.7 V and 4.3 V"));
    }

    [Fact]
    public void The_words_of_any_step_are_read_back_as_that_step()
    {
        Prop.ForAll(Steps.ToArbitrary(), step =>
        {
            ProtocolStep read = ProtocolParser.Parse(StepText.Of(step.Control, step.Duration, step.Until, step.Period));
            read.Control.ShouldBe(step.Control);
            read.Duration.ShouldBe(step.Duration);
            read.Period.ShouldBe(step.Period);
            read.Until.Count.ShouldBe(step.Until.Count);
            for (int i = 0; i < step.Until.Count; i++) ShouldMatch(read.Until[i], step.Until[i]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Junk_gives_a_message_and_nothing_else()
    {
        string[] words = ["Charge", "Discharge", "Hold", "Rest", "Rate", "test", "at", "for", "until", "or", "and", "between", ",", "(", ")", "period",
            "1C", "C/10", "C/0", "4.2", "V", "mA", "-1", "1e999", "h", "NaN", "°", "\t", "\u0000", "🔋", "charge", "hold", "rest", "A·s"];
        Gen<string> sentences = Gen.Elements(words).ArrayOf().Select(parts => string.Join(' ', parts));
        Gen<string> anything = ArbMap.Default.GeneratorFor<string>().Where(text => text is not null);
        Prop.ForAll(Gen.OneOf(sentences, anything).ToArbitrary(), text =>
        {
            try
            {
                ProtocolParser.ParseLine(text).Steps.ShouldNotBeEmpty();
            }
            catch (InputException e)
            {
                e.Message.ShouldNotBeNullOrWhiteSpace();
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Gen<double> Magnitudes { get; } = Gen.Choose(1, 999_999).Select(n => n * 1e-4);

    private static Gen<ProtocolStep> Steps { get; } =
        from kind in Gen.Choose(0, 5)
        from sign in Gen.Elements(1.0, -1.0)
        from value in Magnitudes
        from seconds in Gen.OneOf(Magnitudes, Gen.Choose(1, 200).Select(n => n * 60.0))
        from period in Gen.OneOf(Gen.Constant((double?)null), Magnitudes.Select(v => (double?)v))
        from timed in Gen.Elements(true, false)
        from end in Gen.Choose(0, 2)
        from limit in Magnitudes
        select kind switch
        {
            0 => Step(new Control.Rest(), seconds, [], period),
            1 => Step(new Control.Voltage(sign * value), timed ? seconds : null, [end == 0 ? new StopCondition.Current(limit) : new StopCondition.CRate(limit)], period),
            2 => Step(new Control.CRate(sign * value), timed ? seconds : null, Ends(end, limit), period),
            3 => Step(new Control.Current(sign * value), timed ? seconds : null, Ends(end, limit), period),
            4 => Step(new Control.Power(sign * value), timed ? seconds : null, Ends(end, limit), period),
            _ => Step(new Control.Resistance(value), timed ? seconds : null, Ends(end, limit), period),
        };

    private static ProtocolStep Step(Control control, double? duration, StopCondition[] until, double? period) =>
        new("", control, duration, until) { Period = period };

    private static StopCondition[] Ends(int which, double limit) => which switch
    {
        0 => [new StopCondition.Voltage(limit)],
        1 => [new StopCondition.Charge(limit)],
        _ => [new StopCondition.Voltage(limit), new StopCondition.Charge(limit)],
    };

    private static void ShouldMatch(StopCondition read, StopCondition written)
    {
        // A charge is written in mAh: division and multiplication by 3.6 each round once.
        if (written is StopCondition.Charge charge) read.ShouldBeOfType<StopCondition.Charge>().Coulombs.ShouldBe(charge.Coulombs, charge.Coulombs * 4e-16);
        else read.ShouldBe(written);
    }
}
