using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>
/// A rate test: before each discharge the cell is charged and held in the same way, so that only the discharge rate differs.
/// </summary>
public static class RateTest
{
    /// <summary>The charge before each discharge unless told otherwise, C/10.</summary>
    public const double DefaultChargeRate = 0.1;

    /// <summary>The rate to which the current of the hold falls unless told otherwise, C/20.</summary>
    public const double DefaultHoldToRate = 0.05;

    /// <summary>
    /// For each rate: charge to the upper voltage, hold there, rest if asked, discharge to the lower voltage.
    /// The discharge carries <see cref="ProtocolStep.RateTestRate"/>; every step carries the words that say it.
    /// </summary>
    /// <param name="rates">Discharge rates [C], above zero, in the order of the test.</param>
    /// <param name="lower">Voltage that ends the discharges [V].</param>
    /// <param name="upper">Voltage that ends the charges and is held [V], above <paramref name="lower"/>.</param>
    /// <param name="chargeRate">Rate of the charges [C], above zero.</param>
    /// <param name="holdToRate">Rate to which the current falls in the holds [C], above zero and below <paramref name="chargeRate"/>.</param>
    /// <param name="rest">Rest before each discharge [s], above zero, or null for none.</param>
    /// <exception cref="InputException">A value does not fit; the message names it.</exception>
    public static Protocol Create(IReadOnlyList<double> rates, double lower, double upper,
        double chargeRate = DefaultChargeRate, double holdToRate = DefaultHoldToRate, double? rest = null)
    {
        ArgumentNullException.ThrowIfNull(rates);
        if (rates.Count == 0) throw new InputException("a rate test has no rates; expected one at least, such as 0.1C.");
        foreach (double rate in rates) CheckRate(rate, "rate");
        CheckRate(chargeRate, "charge");
        CheckRate(holdToRate, "hold");
        if (!(double.IsFinite(lower) && double.IsFinite(upper) && lower < upper))
            throw new InputException($"a rate test between {Volts(lower)} and {Volts(upper)} has no window; expected a lower and a higher voltage.");
        if (holdToRate >= chargeRate)
            throw new InputException($"the hold to {StepText.Rate(holdToRate)} would end before it begins; expected less than the charge's {StepText.Rate(chargeRate)}.");
        if (rest is { } time && !(time > 0 && double.IsFinite(time)))
            throw new InputException("the rest of a rate test must be a time above zero.");

        var steps = new List<ProtocolStep>();
        foreach (double rate in rates)
        {
            steps.Add(Step(new Control.CRate(-chargeRate), null, new StopCondition.Voltage(upper)));
            steps.Add(Step(new Control.Voltage(upper), null, new StopCondition.CRate(holdToRate)));
            if (rest is not null) steps.Add(Step(new Control.Rest(), rest));
            steps.Add(Step(new Control.CRate(rate), null, new StopCondition.Voltage(lower)) with { RateTestRate = rate });
        }
        string list = string.Join(", ", rates.Select(StepText.Rate));
        return new Protocol($"Rate test at {list} between {Volts(lower)} and {Volts(upper)}", steps);
    }

    private static ProtocolStep Step(Control control, double? duration, params StopCondition[] until) =>
        new(StepText.Of(control, duration, until), control, duration, until);

    private static void CheckRate(double rate, string what)
    {
        if (!(rate > 0 && double.IsFinite(rate)))
            throw new InputException($"the {what} of a rate test is {StepText.Rate(rate)}; expected a finite C-rate above zero.");
    }

    private static string Volts(double value) => QuantityKinds.Voltage.Format(value);
}
