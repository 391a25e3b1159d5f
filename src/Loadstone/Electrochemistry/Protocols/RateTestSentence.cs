using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>
/// Reads a rate test in one line: "Rate test at 0.1C, 0.2C, 0.5C and 1C between 2.7 V and 4.3 V", which may go on with
/// ", charge at C/5", ", hold until C/50" and ", rest for 10 min".
/// </summary>
internal static class RateTestSentence
{
    private static readonly QuantityKind[] Rates = [QuantityKinds.CRate];
    private static readonly QuantityKind[] Voltages = [QuantityKinds.Voltage];

    /// <summary>The steps of the test.</summary>
    /// <exception cref="InputException">The sentence cannot be understood; the message points at the word.</exception>
    public static IReadOnlyList<ProtocolStep> Read(Sentence sentence)
    {
        sentence.Expect("Rate");
        sentence.Expect("test");
        sentence.Expect("at");
        var rates = new List<double> { ReadRate(sentence) };
        while (!sentence.Take("between"))
        {
            if (!sentence.Sees(",", "and")) throw sentence.Expected(",", "and", "between");
            sentence.Take(",");
            sentence.Take("and");
            rates.Add(ReadRate(sentence));
        }
        int window = sentence.Position;
        double one = ReadVoltage(sentence);
        sentence.Expect("and");
        double other = ReadVoltage(sentence);
        if (one == other) throw sentence.ErrorAt(window, "both voltages are the same; expected a lower and a higher one.");

        double chargeRate = RateTest.DefaultChargeRate, holdToRate = RateTest.DefaultHoldToRate;
        double? rest = null;
        while (!sentence.AtEnd)
        {
            sentence.Take(",");
            if (sentence.Take("charge"))
            {
                sentence.Expect("at");
                chargeRate = ReadRate(sentence);
            }
            else if (sentence.Take("hold"))
            {
                sentence.Expect("until");
                holdToRate = ReadRate(sentence);
            }
            else if (sentence.Take("rest"))
            {
                sentence.Expect("for");
                rest = StepClauses.ReadTime(sentence);
            }
            else
            {
                throw sentence.Expected("charge", "hold", "rest");
            }
        }
        return RateTest.Create(rates, Math.Min(one, other), Math.Max(one, other), chargeRate, holdToRate, rest).Steps;
    }

    private static double ReadRate(Sentence sentence) => sentence.TakeQuantity(Rates, ",", "and", "between", "charge", "hold", "rest").Positive();

    private static double ReadVoltage(Sentence sentence) => sentence.TakeQuantity(Voltages, ",", "and", "charge", "hold", "rest").Value;
}
