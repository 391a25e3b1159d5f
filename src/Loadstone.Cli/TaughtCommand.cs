using System.CommandLine;

namespace Loadstone.Cli;

/// <summary>A command that teaches: its help closes with commands to try.</summary>
internal sealed class TaughtCommand(string name, string description) : Command(name, description)
{
    /// <summary>Commands to try, each with what it does.</summary>
    public required IReadOnlyList<(string Line, string Meaning)> Examples { get; init; }

    /// <summary>A paragraph below the options, or null.</summary>
    public string? Remarks { get; init; }
}
