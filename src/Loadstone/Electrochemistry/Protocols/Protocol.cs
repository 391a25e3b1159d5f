namespace Loadstone.Electrochemistry.Protocols;

/// <summary>Steps one after the other.</summary>
/// <param name="Name">Name for tables and messages.</param>
/// <param name="Steps">Every step, those of loops as often as they are repeated.</param>
public sealed record Protocol(string Name, IReadOnlyList<ProtocolStep> Steps)
{
    /// <summary>The most steps that a protocol may have.</summary>
    public const int MostSteps = 100_000;

    /// <summary>Stretches of <see cref="Steps"/> that repeat, an outer one before those inside it.</summary>
    public IReadOnlyList<ProtocolLoop> Loops { get; init; } = [];

    /// <summary>Protocols one after the other as one.</summary>
    /// <param name="name">Name of the whole.</param>
    /// <param name="parts">The parts.</param>
    /// <exception cref="InputException">There are more than <see cref="MostSteps"/> steps.</exception>
    public static Protocol Sequence(string name, IEnumerable<Protocol> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var steps = new List<ProtocolStep>();
        var loops = new List<ProtocolLoop>();
        foreach (Protocol part in parts)
        {
            loops.AddRange(part.Loops.Select(loop => loop with { Start = loop.Start + steps.Count }));
            steps.AddRange(part.Steps);
            CheckLength(steps.Count);
        }
        return new Protocol(name, steps) { Loops = loops };
    }

    /// <summary>This protocol several times over.</summary>
    /// <param name="count">How often, 1 or more.</param>
    /// <param name="until">Conditions that end the repetition, the first that is met.</param>
    /// <exception cref="InputException">There are more than <see cref="MostSteps"/> steps.</exception>
    public Protocol Repeated(int count, params IReadOnlyList<LoopCondition> until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        CheckLength((long)count * Steps.Count);
        Protocol all = Sequence(Name, Enumerable.Repeat(this, count));
        return all with { Loops = [new ProtocolLoop(0, Steps.Count, count, until), .. all.Loops] };
    }

    private static void CheckLength(long count)
    {
        if (count > MostSteps) throw new InputException(FormattableString.Invariant($"the protocol has {count} steps; expected {MostSteps} at most."));
    }
}

/// <summary>A stretch of a protocol's steps that repeats.</summary>
/// <param name="Start">Index of its first step.</param>
/// <param name="Length">Steps of one cycle.</param>
/// <param name="Count">Cycles.</param>
/// <param name="Until">Conditions, the first that is met ends the loop; the protocol goes on after it.</param>
public sealed record ProtocolLoop(int Start, int Length, int Count, IReadOnlyList<LoopCondition> Until)
{
    /// <summary>Index of the first step after it.</summary>
    public int End => Start + Length * Count;
}

/// <summary>What ends a loop before its last cycle.</summary>
public abstract record LoopCondition
{
    private LoopCondition()
    {
    }

    /// <summary>After a cycle whose discharges gave less than this share of what those of the first cycle gave.</summary>
    public sealed record CapacityShare(double Share) : LoopCondition;

    /// <summary>After a cycle whose discharges gave less than this charge [C].</summary>
    public sealed record Capacity(double Coulombs) : LoopCondition;

    /// <summary>At once when the voltage passes a value [V], seen from where it stood when the loop began.</summary>
    public sealed record Voltage(double Volts) : LoopCondition;

    /// <summary>At once when the net charge since the loop began reaches a value [C] in either direction.</summary>
    public sealed record Charge(double Coulombs) : LoopCondition;

    /// <summary>At once when the loop has lasted so long [s].</summary>
    public sealed record Time(double Seconds) : LoopCondition;
}
