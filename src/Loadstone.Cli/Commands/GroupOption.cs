using System.CommandLine;

namespace Loadstone.Cli.Commands;

/// <summary>The option that says which samples are replicates, the same for every analysis of replicates.</summary>
internal static class GroupOption
{
    public static Option<string[]> Create() => new("--group")
    {
        Description = "Samples that are replicates: a name, and files without ending, * for any letters. Groups are compared by Welch's t. Without it all files are replicates.",
        HelpName = "\"NAME=FILE,FILE*\"",
    };
}
