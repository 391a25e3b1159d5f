using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>What follows the value of a step: "for 2 hours or until 2.5 V at 45 °C (1 min period)".</summary>
internal sealed record StepClauses(double? Duration, IReadOnlyList<StopCondition> Until, double? Temperature, double? Period)
{
    private static readonly QuantityKind[] Conditions = [QuantityKinds.Voltage, QuantityKinds.CRate, QuantityKinds.Current, QuantityKinds.Charge, QuantityKinds.Concentration];
    private static readonly QuantityKind[] Times = [QuantityKinds.Time];
    private static readonly QuantityKind[] Temperatures = [QuantityKinds.Temperature];

    private const double LeastTemperature = 200; // K
    private const double MostTemperature = 400; // K

    /// <summary>The words that end a quantity.</summary>
    public static string[] Stops { get; } = ["for", "until", "or", "at", "("];

    /// <summary>Reads all clauses to the end of the sentence.</summary>
    public static StepClauses Read(Sentence sentence, Control control, StepKind kind)
    {
        double? duration = null, temperature = null;
        var until = new List<StopCondition>();
        while (!sentence.AtEnd && !sentence.Sees("("))
        {
            bool isFurther = (duration is not null || until.Count > 0) && sentence.Take("or");
            if (sentence.Sees("for"))
            {
                if (duration is not null) throw sentence.ErrorAt(sentence.Position, "a step has one time; a second was given.");
                sentence.Expect("for");
                duration = ReadTime(sentence);
            }
            else if (sentence.Take("until") || (isFurther && until.Count > 0))
            {
                until.Add(ReadCondition(sentence, control, kind));
            }
            else if (!isFurther && temperature is null && sentence.Take("at"))
            {
                temperature = ReadTemperature(sentence);
            }
            else
            {
                throw sentence.Expected(duration is null && until.Count == 0 ? ["for", "until"] : isFurther ? ["until", "for"] : ["or", "until", "for", "("]);
            }
        }
        double? period = ReadPeriod(sentence);
        return sentence.AtEnd ? new StepClauses(duration, until, temperature, period) : throw sentence.ErrorAt(sentence.Position, "expected nothing after the period.");
    }

    /// <summary>A time above zero [s].</summary>
    public static double ReadTime(Sentence sentence) => sentence.TakeQuantity(Times, "for", "until", "or", "at", "(", "period", ",").Positive();

    /// <summary>"(1 min period)" if it comes next [s].</summary>
    public static double? ReadPeriod(Sentence sentence)
    {
        if (!sentence.Take("(")) return null;
        double period = ReadTime(sentence);
        sentence.Expect("period");
        sentence.Expect(")");
        return period;
    }

    /// <summary>The step with these ends.</summary>
    public ProtocolStep ToStep(string text, Control control) => new(text, control, Duration, Until) { Temperature = Temperature, Period = Period };

    private static double ReadTemperature(Sentence sentence)
    {
        Spoken spoken = sentence.TakeQuantity(Temperatures, Stops);
        return spoken.Value is >= LeastTemperature and <= MostTemperature
            ? spoken.Value
            : throw spoken.Error($"{spoken.Text} is no temperature for a cell; expected {QuantityKinds.Temperature.Format(LeastTemperature)} to {QuantityKinds.Temperature.Format(MostTemperature)}.");
    }

    private static StopCondition ReadCondition(Sentence sentence, Control control, StepKind kind)
    {
        Spoken spoken = sentence.TakeQuantity(Conditions, Stops);
        if (spoken.Kind == QuantityKinds.Voltage)
        {
            return kind == StepKind.Hold
                ? throw spoken.Error("the voltage is held and reaches no other; expected a current or C-rate such as \"C/50\".")
                : new StopCondition.Voltage(spoken.Value);
        }
        if (spoken.Kind == QuantityKinds.Concentration)
        {
            sentence.Take("electrolyte");
            return new StopCondition.SaltConcentration(spoken.Positive());
        }
        if (kind == StepKind.Rest) throw spoken.Error("no current flows in a rest; expected a voltage such as \"3.7 V\".");
        double value = spoken.Positive();
        if (spoken.Kind == QuantityKinds.Charge) return new StopCondition.Charge(value);
        if (kind == StepKind.Table) throw spoken.Error("the table gives the current; expected a voltage such as \"2.5 V\" or a charge such as \"5 mAh\".");
        if (control is Control.Current or Control.CRate)
            throw spoken.Error($"the current is held and never falls to {spoken.Text}; expected a voltage such as \"4.2 V\" or a charge such as \"5 mAh\".");
        if (control is Control.Power && kind == StepKind.Discharge)
            throw spoken.Error($"at constant power the current grows on discharge and never falls to {spoken.Text}; expected a voltage such as \"2.7 V\".");
        return spoken.Kind == QuantityKinds.CRate ? new StopCondition.CRate(value) : new StopCondition.Current(value);
    }
}
