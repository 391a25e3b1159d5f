using System.CommandLine;
using Loadstone.Formats.Bpx;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone export</c>: a cell as a Battery Parameter eXchange file.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var cell = new Argument<string>("CELL") { Description = "A published parameter set (chen2020, marquis2019, xu2019), a Battery Parameter eXchange file or a design document." };
        var file = new Option<string>("--out", "-o") { Description = "The file to write.", HelpName = "FILE.bpx.json", Required = true };
        var options = new CellOptions();
        var command = new TaughtCommand("export", "Write a cell as a Battery Parameter eXchange file (BPX 1.1) and list what the format cannot say of it.")
        {
            Examples =
            [
                ("loadstone export chen2020 --out lgm50.bpx.json", "a published parameter set"),
                ("loadstone export first.json --variant reversed --out reversed.bpx.json", "a design document's variant; its layers become one, and the report says so"),
                ("loadstone export old.bpx.json --out new.bpx.json", "a file of version 0 as one of version 1"),
            ],
            Remarks = "The format has one uniform layer an electrode, no half cells, no contact or film resistances, a constant transference\n"
                + "number and no thermodynamic factor. The losses stand on the screen and in the file, below User-defined.",
        };
        command.Add(cell);
        command.Add(file);
        foreach (Option option in options.Choice) command.Add(option);
        command.SetAction(parsed =>
        {
            ChosenCell chosen = options.Load(parsed, parsed.GetValue(cell)!);
            string path = OutputPath.File(parsed.GetValue(file)!);
            chosen.TellNotes(terminal);
            IReadOnlyList<LossNote> losses = BpxWriter.WriteFile(path, chosen.Cell, chosen.StateOfCharge);
            terminal.Out.WriteLine(losses.Count == 0 ? "Nothing is lost." : $"What the format cannot say ({losses.Count}):");
            foreach (LossNote loss in losses) terminal.Out.WriteLine($"- {loss}");
            terminal.Out.WriteLine($"Wrote {path}");
            return ExitCode.Done;
        });
        return command;
    }
}
