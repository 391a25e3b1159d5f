using System.CommandLine;
using Loadstone.Designs.Fitting;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Recordings;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone fit</c>: parameters of a design from a measured voltage.</summary>
internal static class FitCommand
{
    private const string FittedName = "fitted.json";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var document = new Argument<string>("DESIGN.json") { Description = "The design document." };
        var data = new Argument<string>("DATA") { Description = "A measured time series with time, current and voltage; the format is recognised by the content." };
        var vary = new Option<string[]>("--vary") { Description = "A path of the document, a parameter of the cell as loadstone sensitivity names them, or soc; with bounds if wanted. Once for each.", HelpName = "PATH[=LOW..HIGH]", Required = true };
        var soc = new Option<string?>("--soc") { Description = "State of charge at the start, at rest; 1 is the upper cut-off. Default: 1.", HelpName = "0..1" };
        var folder = new Option<string?>("--out", "-o") { Description = $"Folder for report.html, results.json, the pictures and the document with the fitted values, {FittedName}.", HelpName = "DIR" };
        var options = new CellOptions();
        var command = new TaughtCommand("fit", "Fit parameters of a design to a measured voltage: errors, correlations, residuals, the fitted document.")
        {
            Examples =
            [
                ("loadstone fit examples/nmc811-half-cell.json examples/laboratory/discharge.bdf.csv --vary \"positive diffusivity\" --vary \"positive.contactResistance=1 Ω cm²..100 Ω cm²\" --out fit", "a factor on the particles' diffusivity, and the contact resistance"),
                ("loadstone fit first.json 1C.bdf.csv --vary positive.layers[0].tortuosityFactor=1..10 --vary soc=0.9..1", "a field of one layer, and how full the cell was"),
            ],
            Remarks = "The measured current is simulated from rest, and the voltage is fitted by bounded least squares, all points counting alike. Parameters of the cell\n"
                + "are factors and take the engine's own derivatives; fields of the document are built anew for each value. Parameters that the data cannot tell\n"
                + "are named.",
        };
        command.Add(document);
        command.Add(data);
        foreach (Option option in (Option[])[vary, soc, folder, .. options.All]) command.Add(option);
        command.SetAction(parsed =>
        {
            string design = parsed.GetValue(document)!, file = parsed.GetValue(data)!;
            MeasuredRun run = MeasuredRun.Of(InstrumentFile.Load(file, cancellation));
            FitOutcome outcome = DesignFit.Run(design, run, parsed.GetValue(vary)!, Options(parsed, options, parsed.GetValue(soc)), cancellation);
            LaboratoryResult result = FitReport.Of(Path.GetFileNameWithoutExtension(file), outcome);
            Print(terminal, result);
            if (parsed.GetValue(folder) is not { } path) return ExitCode.Done;
            string target = OutputPath.Folder(path), fitted = Path.Combine(target, FittedName);
            ReportFilesWritten written = LaboratoryFiles.Write([result], target, ShellText.Of(parsed.Tokens.Select(token => token.Value)));
            FittedDocument.Write(design, outcome.Parameters, fitted);
            terminal.Out.WriteLine($"Wrote {written.Page}, {written.Data}, {fitted} and {written.PlotCount} plots.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>How a design is laid beside a measurement, by the options of a command.</summary>
    public static FitOptions Options(ParseResult parsed, CellOptions options, string? stateOfCharge) => new()
    {
        Overrides = options.Overrides(parsed),
        Variant = options.Variants(parsed) switch
        {
            [] => null,
            [var one] => one,
            _ => throw new InputException("one cell has one variant; give --variant once."),
        },
        Mesh = options.Mesh(parsed),
        StateOfCharge = stateOfCharge is null ? 1 : StateOfChargeText.Parse(stateOfCharge),
    };

    private static void Print(Terminal terminal, LaboratoryResult result)
    {
        terminal.Out.WriteLine(result.Sample);
        foreach (NamedEstimate number in result.Numbers) terminal.Out.WriteLine($"  {number.Name}: {LaboratoryFiles.Text(number)}");
        foreach (Table table in result.Sections.SelectMany(section => section.Blocks).OfType<Table>()) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
        foreach (string warning in result.Warnings) terminal.Out.WriteLine($"warning: {warning}");
    }
}
