using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>What the current does during a step, as far as it decides which conditions can end it.</summary>
internal enum StepKind
{
    Charge,
    Discharge,
    Hold,
    Rest,
    Table,
}

/// <summary>Reads a step after its first word.</summary>
internal static class StepReader
{
    private static readonly QuantityKind[] ChargeControls = [QuantityKinds.CRate, QuantityKinds.Current, QuantityKinds.Power];
    private static readonly QuantityKind[] DischargeControls = [.. ChargeControls, QuantityKinds.Resistance];
    private static readonly QuantityKind[] Voltages = [QuantityKinds.Voltage];

    /// <summary>"at C/10 until 4.3 V".</summary>
    public static ProtocolStep ReadCurrent(Sentence sentence, StepKind kind)
    {
        sentence.Expect("at");
        int at = sentence.Position;
        QuantityKind[] allowed = kind == StepKind.Charge ? ChargeControls : DischargeControls;
        Spoken spoken = sentence.TakeQuantity(allowed, [QuantityKinds.Voltage, QuantityKinds.Resistance], StepClauses.Stops);
        if (spoken.Kind == QuantityKinds.Voltage) throw spoken.Error($"a voltage is held; expected \"Hold at {spoken.Text}\", or a C-rate, current or power.");
        if (!allowed.Contains(spoken.Kind)) throw sentence.ErrorAt(at, "a resistor only discharges a cell; expected a C-rate, current or power.");
        double magnitude = spoken.Positive("; the first word says the direction, and no current is \"Rest\"");
        double signed = kind == StepKind.Charge ? -magnitude : magnitude;
        Control control =
            spoken.Kind == QuantityKinds.CRate ? new Control.CRate(signed)
            : spoken.Kind == QuantityKinds.Current ? new Control.Current(signed)
            : spoken.Kind == QuantityKinds.Power ? new Control.Power(signed)
            : new Control.Resistance(magnitude);
        StepClauses clauses = StepClauses.Read(sentence, control, kind);
        if (clauses.Duration is null && clauses.Until.Count == 0)
            throw sentence.ErrorAt(sentence.Position, "the step never ends; expected \"for\" and a time, or \"until\" and a voltage or a charge.");
        return clauses.ToStep(sentence.Text, control);
    }

    /// <summary>"at 4.3 V until C/50".</summary>
    public static ProtocolStep ReadHold(Sentence sentence)
    {
        sentence.Expect("at");
        Spoken spoken = sentence.TakeQuantity(Voltages, StepClauses.Stops);
        var control = new Control.Voltage(spoken.Value);
        StepClauses clauses = StepClauses.Read(sentence, control, StepKind.Hold);
        if (clauses.Duration is null && !clauses.Until.Any(c => c is StopCondition.Current or StopCondition.CRate))
        {
            throw sentence.ErrorAt(sentence.Position, clauses.Until.Count == 0
                ? "the step never ends; expected \"for\" and a time, or \"until\" and a current or C-rate."
                : "the current of a hold fades, so that the charge may never be reached; expected also \"for\" and a time, or a current or C-rate.");
        }
        return clauses.ToStep(sentence.Text, control);
    }

    /// <summary>"for 1 hour"; a voltage may end it earlier.</summary>
    public static ProtocolStep ReadRest(Sentence sentence)
    {
        var control = new Control.Rest();
        StepClauses clauses = StepClauses.Read(sentence, control, StepKind.Rest);
        return clauses.Duration is not null
            ? clauses.ToStep(sentence.Text, control)
            : throw sentence.ErrorAt(sentence.Position, clauses.Until.Count == 0
                ? "the step never ends; expected \"for\" and a time."
                : "the voltage of a rest settles and may never get there; expected also \"for\" and a time.");
    }

    /// <summary>"cycle.csv until 2.5 V"; a name with words or brackets of its own stands in quotation marks.</summary>
    public static ProtocolStep ReadTable(Sentence sentence, NamedFiles? files)
    {
        string name = sentence.TakeName("the name of a CSV file with time [s] and current [A]", StepClauses.Stops);
        Control.CurrentTable table = CurrentTableFile.Read((files ?? NamedFiles.InCurrentFolder).PathOf(name));
        StepClauses clauses = StepClauses.Read(sentence, table, StepKind.Table);
        double end = table.Times[^1];
        return (clauses with { Duration = Math.Min(end, clauses.Duration ?? end) }).ToStep(sentence.Text, table);
    }
}
