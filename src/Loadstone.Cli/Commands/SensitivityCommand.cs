using System.CommandLine;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Formats;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone sensitivity</c>: what a step owes to each parameter of the cell.</summary>
internal static class SensitivityCommand
{
    private const string StandardOutput = "-";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var cell = new Argument<string>("CELL") { Description = "A published parameter set (chen2020, marquis2019, xu2019), a Battery Parameter eXchange file or a design document." };
        var protocol = new Option<string>("--protocol", "-p") { Description = "One step in words, which ends by voltage or time.", HelpName = "STEP", Required = true };
        var soc = new Option<string?>("--soc") { Description = "State of charge at the start, at rest; 1 is the upper cut-off. Default: what the cell's file says, else 1.", HelpName = "0..1" };
        var parameter = new Option<string[]>("--parameter") { Description = "Take only this parameter; give the option once for each parameter.", HelpName = "NAME" };
        var csv = new Option<string?>("--csv") { Description = "Write the sensitivities as a file; - is the screen.", HelpName = "FILE" };
        var options = new CellOptions();
        var command = new TaughtCommand("sensitivity", "How capacity, time and voltage of a step answer to each parameter of the cell.")
        {
            Examples =
            [
                ("loadstone sensitivity chen2020 --protocol \"Discharge at 1C until 2.5 V\"", "what limits a published cell, the strongest parameter first"),
                ("loadstone sensitivity first.json -p \"Discharge at 2C until 2.8 V\" --csv sensitivity.csv", "a design document, as a file"),
                ("loadstone sensitivity chen2020 -p \"Charge at C/2 for 20 min\" --soc 20% --parameter \"negative particle radius\"", "one parameter, at a time"),
            ],
            Remarks = "The figures are slopes of the porous-electrode model itself, for small changes, from one run that carries them along.\n"
                + "Those of an electrode change all of its layers; cyclable lithium, porosity and the 1C current stay what they are.\n"
                + "The end voltage is told at the time at which the step ended.",
        };
        command.Add(cell);
        foreach (Option option in (Option[])[protocol, soc, parameter, csv, .. options.All]) command.Add(option);
        command.SetAction(parsed =>
        {
            ChosenCell chosen = options.Load(parsed, parsed.GetValue(cell)!);
            Protocol steps = ProtocolParser.ParseAll([parsed.GetValue(protocol)!], "protocol");
            double stateOfCharge = parsed.GetValue(soc) is { } text ? StateOfChargeText.Parse(text) : chosen.StateOfCharge;
            IReadOnlyList<CellParameter> parameters = Choose(CellParameter.Of(chosen.Cell), parsed.GetValue(parameter) ?? []);
            string? file = parsed.GetValue(csv);
            if (file is not null and not StandardOutput) OutputPath.File(file);
            chosen.TellNotes(terminal);
            SensitivityStep found = SensitivityAnalysis.Run(chosen.Cell, steps, parameters, chosen.Mesh, stateOfCharge: stateOfCharge, cancellation: cancellation);
            if (file == StandardOutput)
            {
                SensitivityReport.Write(terminal.Out, parameters, found);
                return ExitCode.Done;
            }
            terminal.Out.WriteLine($"{chosen.Cell.Name}, {found.Result.Step.Text}: {SensitivityReport.Frame(found.Result)}");
            terminal.Out.WriteLine(TextTable.Render(SensitivityReport.Table(parameters, found), terminal.Width));
            if (file is null) return ExitCode.Done;
            AtomicFile.Write(file, writer => SensitivityReport.Write(writer, parameters, found));
            terminal.Out.WriteLine($"Wrote {file}");
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<CellParameter> Choose(IReadOnlyList<CellParameter> all, string[] names) => names.Length == 0
        ? all
        : [.. names.Select(name => Find(all, name.Trim())).Distinct()];

    private static CellParameter Find(IReadOnlyList<CellParameter> all, string name)
    {
        if (all.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        string hint = NearestName.Find(name, all.Select(p => p.Name)) is { } near ? $" Did you mean {near}?" : "";
        throw new InputException($"\"{name}\" is no parameter of this cell; expected one of {string.Join(", ", all.Select(p => p.Name))}.{hint}", file: "--parameter");
    }
}
