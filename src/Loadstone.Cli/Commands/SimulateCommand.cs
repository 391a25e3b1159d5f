using System.CommandLine;
using System.Diagnostics;
using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Reduced;
using Loadstone.Formats;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone simulate</c>: one cell, one protocol.</summary>
internal static class SimulateCommand
{
    private const string StandardOutput = "-";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var cell = new Argument<string>("CELL") { Description = "A published parameter set (chen2020, marquis2019, xu2019), a Battery Parameter eXchange file or a design document." };
        var protocol = new Option<string[]>("--protocol", "-p") { Description = "A step in words; give the option once for each step.", HelpName = "STEP", Required = true, AllowMultipleArgumentsPerToken = false };
        var soc = new Option<string?>("--soc") { Description = "State of charge at the start, at rest; 1 is the upper cut-off. Default: what the cell's file says, else 1.", HelpName = "0..1" };
        var model = new Option<string>("--model") { Description = "dfn: porous-electrode model; spme, spm: single particles with and without electrolyte.", HelpName = "dfn|spme|spm", DefaultValueFactory = _ => "dfn" };
        var csv = new Option<string?>("--csv") { Description = "Write the time series with Battery Data Format columns; - is the screen.", HelpName = "FILE" };
        var html = new Option<string?>("--html") { Description = "Write a page with the steps and the voltage curve.", HelpName = "FILE" };
        var repeat = new Option<int>("--repeat") { Description = "Solve so many times more and print minimum, median and maximum of the bare solve time.", HelpName = "N" };
        var from = new Option<string?>("--from-state") { Description = "Go on from a state that --save-state has written, instead of from rest.", HelpName = "FILE" };
        var save = new Option<string?>("--save-state") { Description = "Write the state at the end, to go on from exactly.", HelpName = "FILE" };
        var breakdown = new Option<bool>("--breakdown") { Description = "Tell what took the voltage in each step: losses that add up exactly." };
        var layer = new Option<string?>("--double-layer") { Description = "Follow double layers of this capacitance per surface of particles and lithium. Default: what the cell's file says, else none.", HelpName = "CAPACITANCE" };
        var options = new CellOptions();
        var command = new TaughtCommand("simulate", "Run a protocol on a cell with the porous-electrode model.")
        {
            Examples =
            [
                ("loadstone simulate chen2020 --protocol \"Discharge at 1C until 2.5 V\" --csv 1C.bdf.csv", "a 1C discharge from full"),
                ("loadstone simulate marquis2019 --soc 50% -p \"Charge at C/2 until 4.1 V\" -p \"Hold at 4.1 V until C/50\" -p \"Rest for 1 hour\"", "charge, hold and rest from half full"),
                ("loadstone simulate xu2019 -p \"Rate test at 0.1C, 0.5C and 1C between 3.5 V and 4.2 V\"", "a rate test in one line"),
                ("loadstone simulate chen2020 -p \"Repeat 20 times until 2.5 V: Discharge at C/5 for 15 min; Rest for 1 hour\"", "pulses and rests down to 2.5 V"),
                ("loadstone simulate chen2020 -p \"Discharge at 2C until 2.5 V\" --breakdown --html why.html", "what takes the voltage: salt, particles, contact, …"),
                ("loadstone simulate chen2020 -p \"Discharge at 1C until 2.5 V\" --repeat 100", "how long the bare solve takes"),
                ("loadstone simulate examples/lgm50.bpx.json -p \"Discharge at 1C until 2.5 V\"", "a cell from a Battery Parameter eXchange file"),
                ("loadstone simulate first.json --variant reversed -p \"Drive cycle from cycle.csv\"", "a design document's variant, with the current of a file"),
                ("loadstone simulate chen2020 -p \"Discharge at 5C for 100 ms\" --double-layer \"0.2 F/m²\" --csv pulse.csv", "the first milliseconds, with double layers"),
                ("loadstone simulate chen2020 --model spme -p \"Discharge at 1C until 2.5 V\"", "the single-particle model with electrolyte"),
            ],
            Remarks = "Steps: Charge|Discharge at 1C|C/10|2 mA|3 W [for 30 min] [or] [until 4.2 V|5 mAh], Hold at 4.2 V until C/50,\n"
                + "Rest for 1 hour, Drive cycle from FILE.csv, Rate test at 0.1C, 1C between 2.7 V and 4.3 V,\n"
                + "Repeat 50 times [until 80 % capacity|2.5 V|4 mAh] [for 100 h]: STEP; STEP; (Repeat 3 times: STEP; STEP).\n"
                + "In the CSV file the current is negative on discharge, as the format has it; rows stand where straight lines\n"
                + "between them stay within 0.05 mV of the voltage, the last one at the event that ended the run.",
        };
        command.Add(cell);
        foreach (Option option in (Option[])[protocol, soc, model, csv, html, from, save, repeat, breakdown, layer, .. options.All, options.Heating]) command.Add(option);
        command.SetAction(parsed =>
        {
            ChosenCell chosen = options.Load(parsed, parsed.GetValue(cell)!);
            if (CellOptions.DoubleLayer(parsed.GetValue(layer)) is { } capacitance) chosen = chosen with { Cell = chosen.Cell.WithDoubleLayers(capacitance) };
            Protocol steps = ProtocolParser.ParseAll(parsed.GetValue(protocol)!, "protocol");
            double stateOfCharge = parsed.GetValue(soc) is { } text ? StateOfChargeText.Parse(text) : chosen.StateOfCharge;
            string? table = parsed.GetValue(csv), page = parsed.GetValue(html);
            int repeats = parsed.GetValue(repeat);
            ReducedModel? chosenModel = Model(parsed.GetValue(model)!);
            if (chosenModel is not null && (repeats > 0 || parsed.GetValue(breakdown) || parsed.GetValue(save) is not null || parsed.GetValue(from) is not null))
                throw new InputException("states are kept, losses are told and solve times are measured with the full model only; expected --model dfn with them.", file: "--model");
            if (repeats < 0) throw new InputException(FormattableString.Invariant($"{repeats} is no number of repeats; expected 0 or more."), file: "--repeat");
            string? kept = parsed.GetValue(save);
            foreach (string? path in (string?[])[table, page, kept])
            {
                if (path is not null and not StandardOutput) OutputPath.File(path);
            }
            chosen.TellNotes(terminal);
            var simulation = new Simulation(chosen.Cell, chosen.Mesh, stateOfCharge: stateOfCharge);
            if (parsed.GetValue(from) is { } earlier)
            {
                if (parsed.GetResult(soc) is { Implicit: false }) throw new InputException("the state says how full the cell is; give either --from-state or --soc.", file: "--soc");
                if (repeats > 0) throw new InputException("repeats start from rest; give either --from-state or --repeat.", file: "--repeat");
                simulation.Restore(CellStateFile.Read(earlier, chosen.Cell, chosen.Mesh));
            }
            CellState start = simulation.State;
            var watch = Stopwatch.StartNew();
            SimulationResult result = chosenModel is { } reduced
                ? new ReducedSimulation(chosen.Cell, reduced, chosen.Mesh, stateOfCharge: stateOfCharge).Run(steps, cancellation: cancellation)
                : simulation.Run(steps, cancellation: cancellation);
            watch.Stop();
            PolarisationReport? losses = parsed.GetValue(breakdown) ? PolarisationReport.Of(chosen, steps, start, result, cancellation) : null;
            WriteResults(terminal, chosen, result, losses, watch.Elapsed, table, page);
            TextWriter told = table == StandardOutput ? terminal.Error : terminal.Out;
            if (kept is not null)
            {
                CellStateFile.Write(kept, simulation.State, chosen.Cell, chosen.Mesh);
                told.WriteLine($"Wrote {kept}");
            }
            if (repeats > 0) told.WriteLine(SolveTimes.Measure(chosen, steps, stateOfCharge, repeats, cancellation));
            return result.IsComplete ? ExitCode.Done : Stopped(terminal, result);
        });
        return command;
    }

    // The reduced model of a name; null for the full one.
    private static ReducedModel? Model(string name) => name.Trim().ToLowerInvariant() switch
    {
        "dfn" => null,
        "spme" => ReducedModel.Spme,
        "spm" => ReducedModel.Spm,
        _ => throw new InputException($"--model \"{name}\" is not a model; dfn, spme and spm are."),
    };

    private static void WriteResults(Terminal terminal, ChosenCell chosen, SimulationResult result, PolarisationReport? losses, TimeSpan time, string? csv, string? html)
    {
        if (csv == StandardOutput)
        {
            // The table would spoil the file that the caller pipes on.
            BatteryDataFormat.Write(terminal.Out, result.Steps);
        }
        else
        {
            terminal.Out.WriteLine($"{chosen.Cell.Name}, {Frame(chosen.Cell)}");
            terminal.Out.WriteLine(TextTable.Render(StepTable.Of(result), terminal.Width));
            if (losses is not null) terminal.Out.WriteLine(TextTable.Render(losses.Table(), terminal.Width));
            terminal.Out.WriteLine(FormattableString.Invariant($"{result.Statistics.Steps} time steps in {time.TotalSeconds:f2} s; lithium constant to {result.LithiumDrift:g2}."));
            if (csv is not null) BatteryDataFormat.WriteFile(csv, result.Steps);
        }
        if (html is not null) AtomicFile.Write(html, HtmlReport.Render(SimulationReport.Of(chosen.Cell, result, losses)));
        TextWriter told = csv == StandardOutput ? terminal.Error : terminal.Out;
        if (csv is not null and not StandardOutput) told.WriteLine($"Wrote {csv}");
        if (html is not null) told.WriteLine($"Wrote {html}");
    }

    private static int Stopped(Terminal terminal, SimulationResult result)
    {
        terminal.Error.WriteLine($"stopped early: step {result.Steps.Count}, {result.Steps[^1].Step.Text}: {result.Steps[^1].EndText}.");
        return ExitCode.Failed;
    }

    private static string Frame(Cell cell) =>
        FormattableString.Invariant($"1C = {cell.OneC * 1000:g4} mA, {cell.LowerCutOff:g4} to {cell.UpperCutOff:g4} V, {cell.Temperature - 273.15:g4} °C");
}
