using System.CommandLine;
using Loadstone.Designs;
using Loadstone.Designs.Runs;
using Loadstone.Formats.Bpx;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone energy</c>: what a pouch cell weighs, holds and gives, part by part.</summary>
internal static class EnergyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var document = new Argument<string>("DESIGN.json") { Description = "The design document; it has a \"pouch\"." };
        var rate = new Option<string?>("--rate", "-r") { Description = "Rate of the discharge that tells the energy. [default: the document's, else 0.1C]", HelpName = "0.1C" };
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for page, data and pictures; nothing is written without it.", HelpName = "DIR" };
        var options = new CellOptions();
        var command = new TaughtCommand("energy", "Weigh and measure the pouch cell of a design: energy per mass and volume, and where both go.")
        {
            Examples =
            [
                ("loadstone energy first.json", "parts, energy per mass and volume, balance of the electrodes"),
                ("loadstone energy first.json --rate 0.5C --out energy", "of a faster discharge, with page and pictures"),
                ("loadstone energy first.json --set pouch.electrolyte=\"1.8 g/Ah\"", "with less electrolyte"),
            ],
            Remarks = "The energy is that of a simulated discharge from rest at the upper cut-off, unless the document states a measured capacity or\n"
                + "mean voltage. Overhangs, seals, film and tabs come from one list of assumptions, which the document may override and the page shows.\n"
                + "With --out: energy.html (one page, no network needed), energy.json (every number shown, with its unit), plots/*.svg.",
        };
        command.Add(document);
        foreach (Option option in (Option[])[rate, folder, .. options.All]) command.Add(option);
        command.SetAction(parsed =>
        {
            string file = parsed.GetValue(document)!;
            if (BpxReader.Recognises(file))
                throw new InputException("this is a Battery Parameter eXchange file, not a design document: it does not say what its parts weigh.", file: file);
            DesignDocument design = DesignDocument.Load(file, options.Overrides(parsed));
            string? target = parsed.GetValue(folder) is { } asked ? OutputPath.Folder(asked) : null;
            EnergyOutcome outcome;
            try
            {
                outcome = EnergyRunner.Run(design,
                    new EnergyOptions { Variants = options.Variants(parsed), Rate = Rate(parsed.GetValue(rate)), Mesh = options.Mesh(parsed) }, cancellation);
            }
            catch when (target is not null)
            {
                OutputPath.RemoveEmpty(target);
                throw;
            }
            terminal.Out.WriteLine(outcome.Name);
            terminal.Out.WriteLine();
            foreach (Table table in EnergyReport.Tables(outcome)) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
            foreach (string warning in EnergyReport.Warnings(outcome)) terminal.Out.WriteLine($"warning: {warning}");
            if (target is null) return ExitCode.Done;
            RunFilesWritten written = EnergyFiles.Write(outcome, target, ShellText.Of(parsed.Tokens.Select(token => token.Value)));
            terminal.Out.WriteLine(FormattableString.Invariant($"Wrote {written.Report}, {written.Data} and {written.PlotCount} plots."));
            return ExitCode.Done;
        });
        return command;
    }

    private static double? Rate(string? text)
    {
        if (text is null) return null;
        if (!QuantityKinds.CRate.TryParse(text, out double rate, out string? problem)) throw new InputException(problem, file: "--rate");
        return rate > 0 ? rate : throw new InputException($"{text} is no rate of a discharge; expected more than 0C.", file: "--rate");
    }
}
