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
        InputException told = parsed.Errors is [var error, ..] ? Describe(error) : new InputException("the arguments do not fit");
        return new InputException($"{told.Problem.TrimEnd('.')}. {help}", file: told.File);
    }

    /// <summary>What is wrong with a value, without the program's own names of types.</summary>
    public static InputException Describe(ParseError error)
    {
        if (error.SymbolResult is not OptionResult { Tokens: [{ Value: var given }] } result || NameOf(result.Option.ValueType) is not { } expected) return new InputException(error.Message);
        return new InputException($"\"{given}\" cannot be read; expected {expected}.", file: result.Option.Name);
    }

    private static string? NameOf(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(int) || bare == typeof(long)) return "a whole number";
        if (bare == typeof(double)) return "a number";
        return bare.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(bare).Select(name => name.ToLowerInvariant()))}" : null;
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
