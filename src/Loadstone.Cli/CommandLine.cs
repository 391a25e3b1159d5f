using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Loadstone.Cli.Commands;

namespace Loadstone.Cli;

/// <summary>The command <c>loadstone</c>: finds the sub-command, runs it, and turns every failure into one line and an exit code.</summary>
internal static class CommandLine
{
    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Show where in the program an internal error arose.", Recursive = true };

    /// <summary>Runs a command in this process.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="output">Takes the results.</param>
    /// <param name="error">Takes errors and progress.</param>
    /// <param name="cancellation">Stops the command cleanly.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default) =>
        Run(args, new Terminal(output, error), cancellation);

    /// <inheritdoc cref="Run(string[], TextWriter, TextWriter, CancellationToken)"/>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Stops the command cleanly.</param>
    public static int Run(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        RootCommand root = Root(terminal, cancellation);
        // A value that begins with @ is a value, and letters are not bundled.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        try
        {
            if (parsed.Action is ParseErrorAction) throw Misuse.Describe(parsed);
            // --help and --version answer even where an argument is missing.
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (InputException e)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("stopped.");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Failed;
        }
#pragma warning disable CA1031 // The last resort: a person gets one line, and the trace only when it is asked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"internal error: {e.GetType().Name}: {FirstLine(e.Message)} Please report it with the command and its input; --verbose shows the place.");
            if (parsed.GetValue(Verbose)) terminal.Error.WriteLine(e);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Designs thick, high-loading, layered lithium-ion electrodes from slurry to cell.")
        {
            RunCommand.Create(terminal, cancellation),
            SimulateCommand.Create(terminal, cancellation),
            ImpedanceCommand.Create(terminal),
            SensitivityCommand.Create(terminal, cancellation),
            MakeCommand.Create(terminal),
            EnergyCommand.Create(terminal, cancellation),
            WetCommand.Create(terminal, cancellation),
            ServeCommand.Create(terminal, cancellation),
            AnalyseCommand.Create(terminal, cancellation),
            SamplesCommand.Create(terminal),
            FitCommand.Create(terminal, cancellation),
            ConvertCommand.Create(terminal, cancellation),
            ExportCommand.Create(terminal),
            NewCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            MaterialsCommand.Create(terminal),
        };
        root.Options.Add(Verbose);
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help) help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal);
            if (option is VersionOption version) version.Action = new PrintVersion(terminal);
        }
        root.SetAction(_ => root.Parse(["--help"]).Invoke());
        return root;
    }

    // The library would print the version of the process, which is another program's where commands run inside one.
    private sealed class PrintVersion(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Out.WriteLine(typeof(CommandLine).Assembly.GetName().Version!.ToString(3));
            return ExitCode.Done;
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
