namespace Loadstone.Electrochemistry.Protocols;

/// <summary>
/// Reads protocols in words, the sentences that PyBaMM's users write (V. Sulzer et al., J. Open Res. Softw. 9, 14, 2021):
/// <list type="bullet">
/// <item><c>Charge at C/10 until 4.3 V</c>, <c>Discharge at 200 mA for 2 hours or until 2.7 V</c>: at a C-rate, current, power
/// or (discharge) resistance; until a voltage, a charge such as <c>5 mAh</c>, or a current where the current fades.</item>
/// <item><c>Hold at 4.3 V until C/50</c>, <c>Hold at 4.3 V for 30 min or until 50 mA</c>.</item>
/// <item><c>Rest for 1 hour</c>, also <c>or until 3.7 V</c>.</item>
/// <item><c>Follow cycle.csv until 2.5 V</c> or <c>Drive cycle from "my cycle.csv"</c>: see <see cref="CurrentTableFile"/>.</item>
/// <item><c>Rate test at 0.1C, 0.5C and 1C between 2.7 V and 4.3 V</c>: many steps from one line, see <see cref="RateTest"/>.</item>
/// </list>
/// A step may end in <c>(10 s period)</c>, the spacing of its output rows. Upper and lower case of words are the same, of units not.
/// A step that could never end is an error.
/// </summary>
public static class ProtocolParser
{
    private static readonly string[] Beginnings = ["Charge", "Discharge", "Hold", "Rest", "Follow", "Drive", "Rate"];

    /// <summary>The one step that a sentence says.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="folder">Where files named in it are looked for; null for the current folder.</param>
    /// <exception cref="InputException">The sentence cannot be understood, or the step could never end; the message points at the word.</exception>
    public static ProtocolStep Parse(string text, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentence = new Sentence(text);
        return sentence.Sees("Rate") ? throw sentence.ErrorAt(0, "a rate test is several steps; one step was expected here.") : Step(sentence, folder);
    }

    /// <summary>The steps that one line says: one, or those of a rate test.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="folder">Where files named in it are looked for; null for the current folder.</param>
    /// <exception cref="InputException">The sentence cannot be understood, or a step could never end; the message points at the word.</exception>
    public static IReadOnlyList<ProtocolStep> ParseLine(string line, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        var sentence = new Sentence(line);
        return sentence.Sees("Rate") ? RateTestSentence.Read(sentence) : [Step(sentence, folder)];
    }

    /// <summary>The protocol that some lines say, one after the other.</summary>
    /// <param name="lines">The sentences.</param>
    /// <param name="name">Name of the protocol, for tables and messages.</param>
    /// <param name="folder">Where files named in it are looked for; null for the current folder.</param>
    /// <exception cref="InputException">A sentence cannot be understood, a step could never end, or there is none at all.</exception>
    public static Protocol ParseAll(IEnumerable<string> lines, string name, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ProtocolStep[] steps = [.. lines.SelectMany(line => ParseLine(line, folder))];
        return steps.Length > 0 ? new Protocol(name, steps) : throw new InputException($"the protocol \"{name}\" has no steps; expected one at least.");
    }

    private static ProtocolStep Step(Sentence sentence, string? folder)
    {
        if (sentence.Take("Charge")) return StepReader.ReadCurrent(sentence, StepKind.Charge);
        if (sentence.Take("Discharge")) return StepReader.ReadCurrent(sentence, StepKind.Discharge);
        if (sentence.Take("Hold")) return StepReader.ReadHold(sentence);
        if (sentence.Take("Rest")) return StepReader.ReadRest(sentence);
        if (sentence.Take("Follow")) return StepReader.ReadTable(sentence, folder);
        if (!sentence.Take("Drive")) throw sentence.Expected(Beginnings);
        sentence.Expect("cycle");
        sentence.Expect("from");
        return StepReader.ReadTable(sentence, folder);
    }
}
