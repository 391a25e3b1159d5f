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
/// <item><c>Repeat 50 times until 80 % capacity: Discharge at 1C until 2.5 V; Charge at C/2 until 4.2 V</c>: a loop. It may end at
/// <c>4 Ah capacity</c> (of a cycle), and at once at a voltage, at a net charge or <c>for 100 hours</c>. A loop in a loop stands in
/// parentheses: <c>Repeat 3 times: (Repeat 20 times: Discharge at C/10 for 10 min; Rest for 50 min); Charge at C/3 until 4.2 V</c>.</item>
/// <item>Conditions may also be a salt concentration, <c>until 50 mol/m³ electrolyte</c>: the least anywhere in the cell.</item>
/// </list>
/// A step may say its temperature, <c>at 45 °C</c>, and end in <c>(10 s period)</c>, the spacing of its output rows.
/// Upper and lower case of words are the same, of units not.
/// A step that could never end is an error.
/// </summary>
public static class ProtocolParser
{
    private static readonly string[] Beginnings = ["Charge", "Discharge", "Hold", "Rest", "Follow", "Drive", "Rate", "Repeat"];

    /// <summary>The one step that a sentence says.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="files">What becomes of files named in it; null looks for them in the current folder.</param>
    /// <exception cref="InputException">The sentence cannot be understood, or the step could never end; the message points at the word.</exception>
    public static ProtocolStep Parse(string text, NamedFiles? files = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentence = new Sentence(text);
        return sentence.Sees("Rate", "Repeat")
            ? throw sentence.ErrorAt(0, $"{(sentence.Sees("Rate") ? "a rate test" : "a loop")} is several steps; one step was expected here.")
            : Step(sentence, files);
    }

    /// <summary>The steps that one line says: one, or those of a rate test or a loop.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="files">What becomes of files named in it; null looks for them in the current folder.</param>
    /// <exception cref="InputException">The sentence cannot be understood, or a step could never end; the message points at the word.</exception>
    public static Protocol ParseLine(string line, NamedFiles? files = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        var sentence = new Sentence(line);
        if (sentence.Sees("Repeat")) return RepeatSentence.Read(sentence.Text, files);
        return new Protocol(sentence.Text, sentence.Sees("Rate") ? RateTestSentence.Read(sentence) : [Step(sentence, files)]);
    }

    /// <summary>The protocol that some lines say, one after the other.</summary>
    /// <param name="lines">The sentences.</param>
    /// <param name="name">Name of the protocol, for tables and messages.</param>
    /// <param name="files">What becomes of files named in it; null looks for them in the current folder.</param>
    /// <exception cref="InputException">A sentence cannot be understood, a step could never end, or there is none at all.</exception>
    public static Protocol ParseAll(IEnumerable<string> lines, string name, NamedFiles? files = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Protocol protocol = Protocol.Sequence(name, lines.Select(line => ParseLine(line, files)));
        return protocol.Steps.Count > 0 ? protocol : throw new InputException($"the protocol \"{name}\" has no steps; expected one at least.");
    }

    private static ProtocolStep Step(Sentence sentence, NamedFiles? files)
    {
        if (sentence.Take("Charge")) return StepReader.ReadCurrent(sentence, StepKind.Charge);
        if (sentence.Take("Discharge")) return StepReader.ReadCurrent(sentence, StepKind.Discharge);
        if (sentence.Take("Hold")) return StepReader.ReadHold(sentence);
        if (sentence.Take("Rest")) return StepReader.ReadRest(sentence);
        if (sentence.Take("Follow")) return StepReader.ReadTable(sentence, files);
        if (!sentence.Take("Drive")) throw sentence.Expected(Beginnings);
        sentence.Expect("cycle");
        sentence.Expect("from");
        return StepReader.ReadTable(sentence, files);
    }
}
