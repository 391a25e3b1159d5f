using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of one run: a rate test, or a protocol in words.</summary>
internal static class RunFields
{
    private const double Day = 86_400; // s

    internal static readonly QuantityField Rate = new("rate", "Discharge rate.", QuantityKinds.CRate, 1e-4, 1000) { Example = "0.5C" };

    internal static readonly TextField Name = new("name", "Name shown in tables.", "Rate test");

    internal static readonly ListField RateTest = new("rateTest", "Rates of the discharges, each after a full charge.", Rate);

    internal static readonly QuantityField Cut = new("voltage", "Cut-off voltage.", QuantityKinds.Voltage, -1, 10) { Example = "2.7 V" };

    internal static readonly ListField Between = new("between", "Voltages between which the rate test runs.", Cut) { Fewest = 2, Most = 2, Default = "the cell's cut-offs" };

    internal static readonly QuantityField Charge = new("charge", "Rate of the charges of a rate test.", QuantityKinds.CRate, 1e-4, 1000) { Example = "C/10", Default = "C/10" };

    internal static readonly QuantityField HoldTo = new("holdTo", "Rate to which the current falls while the upper voltage is held.", QuantityKinds.CRate, 1e-5, 1000) { Example = "C/20", Default = "C/20" };

    internal static readonly QuantityField Rest = new("rest", "Rest before each discharge of a rate test.", QuantityKinds.Time, 1e-3, 1000 * Day) { Example = "30 min", Default = "none" };

    internal static readonly NumberField Repeat = new("repeat", "How often the steps are gone through.", 1, Electrochemistry.Protocols.Protocol.MostSteps) { Whole = true, Required = true };

    internal static readonly TextField Until = new("until", "What ends the loop before: a share of the first cycle's capacity, a capacity, a voltage, a net charge or a time; more of them after \"or\".", "80 % capacity");

    /// <summary>The fields of a loop, whose steps may be loops.</summary>
    internal static readonly ObjectShape Loop = new("loop", "Steps that repeat.", () => [Repeat, Until!, Steps!]);

    internal static readonly TextOrObjectField Step = new("step", "A step in words, or a loop.", "Discharge at 1C until 2.7 V", Loop);

    internal static readonly ListField Steps = new("steps", "The steps of one cycle.", Step) { Required = true };

    internal static readonly ListField Protocol = new("protocol", "Steps in words, one sentence each, and loops.", Step);

    /// <summary>The fields of a run.</summary>
    public static ObjectShape Shape { get; } = new("run", "A rate test or a protocol.", Name, RateTest, Between, Charge, HoldTo, Rest, Protocol);
}
