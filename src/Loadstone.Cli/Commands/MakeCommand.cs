using System.CommandLine;
using Loadstone.Designs;
using Loadstone.Designs.Making;
using Loadstone.Designs.Runs;
using Loadstone.Formats.Bpx;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone make</c>: from slurry to finished layers, step by step, without simulating the cell.</summary>
internal static class MakeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var document = new Argument<string>("DESIGN.json") { Description = "The design document; an electrode of it has a \"process\"." };
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for page, data and pictures; nothing is written without it.", HelpName = "DIR" };
        var options = new CellOptions();
        var command = new TaughtCommand("make", "Make the electrodes of a design: slurry, wet film, drying, migration, calendered layers, cracking.")
        {
            Examples =
            [
                ("loadstone make examples/high-solids-slurry.json", "every step as a table"),
                ("loadstone make examples/high-solids-slurry.json --out make", "with page and pictures"),
                ("loadstone make examples/high-solids-slurry.json --set positive.process.coating.speed=\"10 m/min\"", "at another speed"),
            ],
            Remarks = "Nothing is simulated; loadstone run takes the same electrodes, with their gradients, through the rate test.\n"
                + "With --out: make.html (one page, no network needed), make.json (every number shown, with its unit), plots/*.svg.",
        };
        command.Add(document);
        foreach (Option option in (Option[])[folder, .. options.Choice]) command.Add(option);
        command.SetAction(parsed =>
        {
            string file = parsed.GetValue(document)!;
            if (BpxReader.Recognises(file))
                throw new InputException("this is a Battery Parameter eXchange file, not a design document: it does not say how its electrodes are made.", file: file);
            MakeOutcome outcome = MakeRunner.Run(DesignDocument.Load(file, options.Overrides(parsed)), options.Variants(parsed));
            string? target = parsed.GetValue(folder) is { } asked ? OutputPath.Folder(asked) : null;
            terminal.Out.WriteLine(outcome.Name);
            terminal.Out.WriteLine();
            foreach (Table table in MakeReport.Tables(outcome)) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
            foreach (string warning in MakeReport.Warnings(outcome)) terminal.Out.WriteLine($"warning: {warning}");
            if (target is null) return ExitCode.Done;
            RunFilesWritten written = MakeFiles.Write(outcome, target, ShellText.Of(parsed.Tokens.Select(token => token.Value)));
            terminal.Out.WriteLine(FormattableString.Invariant($"Wrote {written.Report}, {written.Data} and {written.PlotCount} plots."));
            return ExitCode.Done;
        });
        return command;
    }
}
