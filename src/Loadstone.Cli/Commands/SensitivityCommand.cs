using System.CommandLine;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Formats;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone sensitivity</c>: what the steps of a protocol owe to each parameter of the cell.</summary>
internal static class SensitivityCommand
{
    private const string StandardOutput = "-";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var cell = new Argument<string>("CELL") { Description = "A published parameter set (chen2020, marquis2019, xu2019), a Battery Parameter eXchange file or a design document." };
        var protocol = new Option<string[]>("--protocol", "-p") { Description = "A step in words; give the option once for each step.", HelpName = "STEP", Required = true };
        var soc = new Option<string?>("--soc") { Description = "State of charge at the start, at rest; 1 is the upper cut-off. Default: what the cell's file says, else 1.", HelpName = "0..1" };
        var parameter = new Option<string[]>("--parameter") { Description = "Take only this parameter; give the option once for each parameter.", HelpName = "NAME" };
        var layers = new Option<bool>("--layers") { Description = "Take the parameters of the single layers too." };
        var csv = new Option<string?>("--csv") { Description = "Write the sensitivities at the ends of the steps as a file; - is the screen.", HelpName = "FILE" };
        var curves = new Option<string?>("--curves") { Description = "Write the sensitivities of voltage and current along the steps as a file; - is the screen.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write a page with tables and plots along the steps.", HelpName = "FILE" };
        var options = new CellOptions();
        var command = new TaughtCommand("sensitivity", "How capacity, time and voltage of each step answer to each parameter of the cell.")
        {
            Examples =
            [
                ("loadstone sensitivity chen2020 --protocol \"Discharge at 1C until 2.5 V\"", "what limits a published cell, the strongest parameter first"),
                ("loadstone sensitivity first.json -p \"Discharge at 2C until 2.8 V\" --layers --html sensitivity.html", "a design document, layer by layer, as plots along the step"),
                ("loadstone sensitivity chen2020 --soc 20% -p \"Charge at C/2 until 4.2 V\" -p \"Hold at 4.2 V until C/20\" --parameter positive.porosity", "one parameter, in two steps"),
            ],
            Remarks = "The figures are slopes of the porous-electrode model itself, for small changes, from one run that carries them along.\n"
                + "Those of an electrode change all of its layers; --layers and names such as positive.layers[0].porosity take one, counted from the foil.\n"
                + "Cyclable lithium and the 1C current stay what they are; porosity takes the transport efficiency along.\n"
                + "The clock starts anew in each step, and the end voltage is told at the time at which the step ended.",
        };
        command.Add(cell);
        foreach (Option option in (Option[])[protocol, soc, parameter, layers, csv, curves, html, .. options.All, options.Heating]) command.Add(option);
        command.SetAction(parsed =>
        {
            ChosenCell chosen = options.Load(parsed, parsed.GetValue(cell)!);
            Protocol steps = ProtocolParser.ParseAll(parsed.GetValue(protocol)!, "protocol");
            double stateOfCharge = parsed.GetValue(soc) is { } text ? StateOfChargeText.Parse(text) : chosen.StateOfCharge;
            IReadOnlyList<CellParameter> parameters = Choose(CellParameter.Of(chosen.Cell), CellParameter.OfLayers(chosen.Cell), parsed.GetValue(layers), parsed.GetValue(parameter) ?? []);
            string? file = parsed.GetValue(csv), along = parsed.GetValue(curves), page = parsed.GetValue(html);
            foreach (string? path in (string?[])[file, along, page])
            {
                if (path is not null and not StandardOutput) OutputPath.File(path);
            }
            chosen.TellNotes(terminal);
            IReadOnlyList<SensitivityStep> found = SensitivityAnalysis.Run(chosen.Cell, steps, parameters, chosen.Mesh, stateOfCharge: stateOfCharge, cancellation: cancellation);
            var report = new SensitivityReport(parameters, found);
            bool onScreen = file == StandardOutput || along == StandardOutput;
            if (!onScreen)
            {
                terminal.Out.WriteLine(found.Count == 1 ? $"{chosen.Cell.Name}, {found[0].Result.Step.Text}: {SensitivityReport.Frame(found[0].Result)}" : chosen.Cell.Name);
                foreach (Table table in report.Tables()) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
            }
            WriteText(file, report.Write);
            WriteText(along, report.WriteCurves);
            string state = FormattableString.Invariant($"Sensitivities from rest at {stateOfCharge * 100:g4} % state of charge");
            if (page is not null) AtomicFile.Write(page, HtmlReport.Render(report.Page(chosen.Cell.Name, state)));
            TextWriter told = onScreen ? terminal.Error : terminal.Out;
            foreach (string? path in (string?[])[file, along, page])
            {
                if (path is not null and not StandardOutput) told.WriteLine($"Wrote {path}");
            }
            return ExitCode.Done;
        });
        return command;

        void WriteText(string? path, Action<TextWriter> write)
        {
            if (path == StandardOutput) write(terminal.Out);
            else if (path is not null) AtomicFile.Write(path, write);
        }
    }

    private static IReadOnlyList<CellParameter> Choose(IReadOnlyList<CellParameter> whole, IReadOnlyList<CellParameter> layers, bool all, string[] names) => names.Length == 0
        ? all ? [.. whole, .. layers] : whole
        : [.. names.Select(name => Find([.. whole, .. layers], name)).Distinct()];

    private static CellParameter Find(IReadOnlyList<CellParameter> all, string name)
    {
        if (all.FirstOrDefault(p => Plain(p.Name) == Plain(name)) is { } found) return found;
        string hint = NearestName.Find(name, all.Select(p => p.Name)) is { } near ? $" Did you mean {near}?" : "";
        throw new InputException($"\"{name}\" is no parameter of this cell; expected one of {string.Join(", ", all.Select(p => p.Name))}.{hint}", file: "--parameter");
    }

    // A path of a document, "positive.layers[0].particle radius", means the same.
    private static string Plain(string name) => name.Trim().Replace('.', ' ').ToLowerInvariant();
}
