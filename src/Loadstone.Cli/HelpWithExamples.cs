using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Loadstone.Cli;

/// <summary>The usual help, then remarks and examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual, Terminal terminal) : SynchronousCommandLineAction
{
    private static readonly (string Line, string Meaning)[] FirstSteps =
    [
        ("loadstone new first.json", "write a small design document to start from"),
        ("loadstone run first.json", "predict its structure and rate test, with plots and a report"),
        ("loadstone simulate chen2020 --protocol \"Discharge at 1C until 2.5 V\"", "a published cell, one step"),
        ("loadstone materials", "what the catalogue knows"),
    ];

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.MaxWidth = terminal.Width;
        // The library names the root for its assembly; people call it by the tool's name.
        var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        int code = usual.Invoke(parseResult);
        string assembly = parseResult.RootCommandResult.Command.Name;
        terminal.Out.WriteLine(text.ToString().Replace($"  {assembly} ", "  loadstone ", StringComparison.Ordinal).TrimEnd());
        var command = parseResult.CommandResult.Command as TaughtCommand;
        if (command?.Remarks is { } remarks) terminal.Out.WriteLine($"\n{remarks}");
        terminal.Out.WriteLine(command is null ? "\nFirst steps:" : "\nExamples:");
        foreach ((string line, string meaning) in command?.Examples ?? FirstSteps)
        {
            terminal.Out.WriteLine($"  {line}");
            terminal.Out.WriteLine($"      {meaning}");
        }
        return code;
    }
}
