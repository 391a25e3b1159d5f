using System.Globalization;
using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>Reads a loop in one line: "Repeat 50 times until 80 % capacity: Discharge at 1C until 2.5 V; Charge at C/2 until 4.2 V".</summary>
internal static class RepeatSentence
{
    private static readonly QuantityKind[] Conditions = [QuantityKinds.Voltage, QuantityKinds.Charge, QuantityKinds.Fraction];
    private static readonly QuantityKind[] Others = [QuantityKinds.Time];

    /// <summary>How deep loops may stand in each other.</summary>
    public const int DeepestLoop = 10;

    /// <summary>The loop.</summary>
    /// <exception cref="InputException">The line cannot be understood.</exception>
    public static Protocol Read(string text, NamedFiles? files)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        var head = new Sentence(colon < 0 ? text : text[..colon]);
        head.Expect("Repeat");
        int count = ReadCount(head);
        if (!head.Take("times") && !head.Take("time")) throw head.Expected("times");
        List<LoopCondition> until = ReadFurther(head, []);
        if (colon < 0) throw head.ErrorAt(head.Position, "expected a colon and the steps, separated by semicolons: \"Repeat 3 times: Discharge at 1C until 2.7 V; Rest for 1 h\".");
        string[] lines = [.. Items(text[(colon + 1)..])];
        if (lines.Length == 0) throw head.ErrorAt(head.Position, "nothing is repeated; expected steps after the colon.");
        return Protocol.Sequence(text, lines.Select(line => ProtocolParser.ParseLine(line, files))).Repeated(count, until);
    }

    /// <summary>Conditions of a loop by themselves: "80 % capacity or 100 hours".</summary>
    /// <exception cref="InputException">They cannot be understood.</exception>
    public static IReadOnlyList<LoopCondition> ReadUntil(string text)
    {
        var head = new Sentence(text);
        head.Take("until");
        return ReadFurther(head, [ReadCondition(head)]);
    }

    private static int ReadCount(Sentence head)
    {
        int word = head.Position;
        string text = head.TakeName("a number of times", "times", "time", "until", "for");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1
            ? count
            : throw head.ErrorAt(word, $"\"{text}\" is no number of times; expected a whole number from 1 on.");
    }

    private static List<LoopCondition> ReadFurther(Sentence head, List<LoopCondition> until)
    {
        while (!head.AtEnd)
        {
            bool isFurther = until.Count > 0 && head.Take("or");
            if (head.Take("for")) until.Add(new LoopCondition.Time(StepClauses.ReadTime(head)));
            else if (head.Take("until") || isFurther) until.Add(ReadCondition(head));
            else throw head.Expected(until.Count > 0 ? ["or", "until", "for", ":"] : ["until", "for", ":"]);
        }
        return until;
    }

    private static LoopCondition ReadCondition(Sentence head)
    {
        Spoken spoken = head.TakeQuantity(Conditions, Others, "or", "until", "for", "capacity");
        if (spoken.Kind == QuantityKinds.Voltage) return new LoopCondition.Voltage(spoken.Value);
        if (spoken.Kind == QuantityKinds.Time) return new LoopCondition.Time(spoken.Positive());
        double value = spoken.Positive();
        if (spoken.Kind == QuantityKinds.Charge) return head.Take("capacity") ? new LoopCondition.Capacity(value) : new LoopCondition.Charge(value);
        head.Expect("capacity");
        return value < 1 ? new LoopCondition.CapacityShare(value) : throw spoken.Error($"{spoken.Text} of the first cycle's capacity; expected less than 100 %.");
    }

    // Semicolons within parentheses or quotation marks belong to a step, or to a loop inside.
    private static IEnumerable<string> Items(string body)
    {
        int depth = 0, start = 0;
        bool isQuoted = false;
        for (int i = 0; i <= body.Length; i++)
        {
            char c = i < body.Length ? body[i] : ';';
            if (c == '"') isQuoted = !isQuoted;
            if (i < body.Length && (isQuoted || c != ';' || depth > 0))
            {
                if (!isQuoted) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth > DeepestLoop) throw new InputException(FormattableString.Invariant($"loops stand {depth} deep in each other; expected {DeepestLoop} at most."));
                continue;
            }
            string item = body[start..i].Trim();
            start = i + 1;
            bool isInner = item.StartsWith('(') && item.EndsWith(')');
            if (item.Length > 0) yield return isInner ? item[1..^1] : item;
        }
    }
}
