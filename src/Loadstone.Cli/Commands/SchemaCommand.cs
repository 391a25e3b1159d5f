using System.CommandLine;
using Loadstone.Designs;
using Loadstone.Formats;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone schema</c>: the JSON Schema of design documents.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Option<string?>("--out", "-o") { Description = "Write to this file, not to the screen.", HelpName = "FILE" };
        var command = new TaughtCommand("schema", "Print the JSON Schema of design documents, so that an editor completes and checks them.")
        {
            Examples =
            [
                ("loadstone schema --out loadstone.schema.json", "write it; a document names it in its first field, \"$schema\": \"loadstone.schema.json\""),
            ],
        };
        command.Add(file);
        command.SetAction(parsed =>
        {
            string schema = DesignSchema.Write();
            if (parsed.GetValue(file) is { } path) AtomicFile.Write(OutputPath.File(path), schema);
            else terminal.Out.Write(schema);
            return ExitCode.Done;
        });
        return command;
    }
}
