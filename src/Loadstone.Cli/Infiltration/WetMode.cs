using System.CommandLine;

namespace Loadstone.Cli.Infiltration;

/// <summary>A model of how electrolyte gets into an electrode, as <c>loadstone wet --mode</c> chooses it.</summary>
internal abstract class WetMode
{
    /// <summary>Its name after --mode.</summary>
    public abstract string Name { get; }

    /// <summary>What it follows, in a few words for the help.</summary>
    public abstract string Meaning { get; }

    /// <summary>Options that it takes beside those of every mode; modes may share some.</summary>
    public abstract IReadOnlyList<Option> Options { get; }

    /// <summary>Commands to try.</summary>
    public abstract IReadOnlyList<(string Line, string Meaning)> Examples { get; }

    /// <summary>Does the work.</summary>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public abstract WetOutcome Run(WetTask task);
}
