namespace Loadstone.Electrochemistry.Protocols;

/// <summary>One step: a control, and what ends it.</summary>
/// <param name="Text">The words it was written in, for tables and messages.</param>
/// <param name="Control">What is held.</param>
/// <param name="Duration">Longest time [s], or null when only conditions end it.</param>
/// <param name="Until">Conditions, the first that is met ends the step.</param>
public sealed record ProtocolStep(string Text, Control Control, double? Duration, IReadOnlyList<StopCondition> Until)
{
    /// <summary>The rate of a rate test that this step measures [C], or null.</summary>
    public double? RateTestRate { get; init; }

    /// <summary>Spacing of the output rows that a person asked for [s], or null for rows placed by accuracy.</summary>
    public double? Period { get; init; }

    /// <summary>Temperature of the cell during the step [K], or null for the cell's own.</summary>
    public double? Temperature { get; init; }
}
