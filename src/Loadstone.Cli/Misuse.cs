using System.CommandLine;
using System.CommandLine.Parsing;

namespace Loadstone.Cli;

/// <summary>Says what is wrong with a command line, with the nearest name that exists.</summary>
internal static class Misuse
{
    /// <summary>The error that a person is shown.</summary>
    public static InputException Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string help = $"See {Path(parsed.CommandResult)} --help.";
        if (parsed.UnmatchedTokens is [string token, ..])
        {
            bool isOption = token.StartsWith('-');
            string[] known = isOption
                ? [.. Options(parsed.CommandResult).SelectMany(option => (IEnumerable<string>)[option.Name, .. option.Aliases])]
                : [.. command.Subcommands.Select(sub => sub.Name)];
            string hint = NearestName.Find(token, known) is { } near ? $" Did you mean {near}?" : "";
            string what = isOption ? "option" : known.Length > 0 ? "command" : "further argument";
            return new InputException($"\"{token}\" is no {what} of {Path(parsed.CommandResult)}.{hint} {help}");
        }
        string problem = parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.') : "the arguments do not fit";
        return new InputException($"{problem}. {help}");
    }

    private static IEnumerable<Option> Options(CommandResult? result)
    {
        for (SymbolResult? level = result; level is not null; level = level.Parent)
        {
            if (level is not CommandResult command) continue;
            foreach (Option option in command.Command.Options)
            {
                if (level == result || option.Recursive) yield return option;
            }
        }
    }

    // The root is named for its assembly; people call it by the tool's name.
    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "loadstone";
}
