namespace Loadstone.Laboratory.Resistance;

/// <summary>Potentials of the pins of a probe that stood once on a coating. Immutable.</summary>
public sealed record ProbeReading
{
    /// <summary>File or name, for messages.</summary>
    public required string Source { get; init; }

    /// <summary>Where on the sample, in a word; empty where there is one spot.</summary>
    public string Spot { get; init; } = "";

    /// <summary>Pin where the current enters.</summary>
    public required ProbePin In { get; init; }

    /// <summary>Pin where it leaves; null where it leaves far away.</summary>
    public ProbePin? Out { get; init; }

    /// <summary>Pins whose potentials were measured, length n.</summary>
    public required IReadOnlyList<ProbePin> Pins { get; init; }

    /// <summary>Their potentials over the current, V/I [Ω], relative to anything that is the same for all; length n.</summary>
    public required IReadOnlyList<double> Resistance { get; init; }

    /// <summary>Standard uncertainties of V/I relative to each other, length n; null where all are alike.</summary>
    public IReadOnlyList<double>? Uncertainty { get; init; }
}
