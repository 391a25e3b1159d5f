using System.CommandLine;
using System.Text;
using Loadstone.Formats;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone new</c>: a design document to start from.</summary>
internal static class NewCommand
{
    private const string DefaultName = "design.json";
    private const string Starter = "starter.json";

    /// <summary>The starter document, with comments.</summary>
    public static string StarterDocument
    {
        get
        {
            using Stream stream = typeof(NewCommand).Assembly.GetManifestResourceStream(Starter)
                ?? throw new InvalidOperationException($"The program was built without its resource {Starter}.");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME.json") { Description = "The file to write.", DefaultValueFactory = _ => DefaultName };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there already." };
        var command = new TaughtCommand("new", "Write a commented design document to start from.")
        {
            Examples =
            [
                ("loadstone new first.json", "write first.json, a double-layer NMC811 cathode against lithium"),
                ("loadstone run first.json", "run it"),
            ],
        };
        command.Add(name);
        command.Add(force);
        command.SetAction(parsed =>
        {
            string path = OutputPath.File(parsed.GetValue(name)!);
            if (File.Exists(path) && !parsed.GetValue(force)) throw new InputException("the file is there already; --force replaces it.", file: path);
            AtomicFile.Write(path, StarterDocument);
            terminal.Out.WriteLine($"Wrote {path}. Next: loadstone run {path}");
            return ExitCode.Done;
        });
        return command;
    }
}
