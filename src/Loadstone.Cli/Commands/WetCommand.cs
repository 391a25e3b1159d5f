using System.CommandLine;
using Loadstone.Cli.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone wet</c>: how electrolyte gets into an electrode.</summary>
internal static class WetCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var flow = new FlowOptions();
        var liquid = new LiquidOptions();
        var grid = new CellGridOptions();
        var checkpoint = new CheckpointOption();
        var ranking = new RankingOptions(checkpoint);
        WetMode[] modes = [new CapillaryMode(flow, liquid, checkpoint, ranking), new StudyMode(flow, grid, checkpoint, ranking), new BridgeMode(flow, liquid, grid), new CellMode()];
        var source = new Argument<string>("DESIGN.json|PACKING.csv") { Description = "A design document, or a bed of discs with the columns x_um, y_um and r_um." };
        var mode = new Option<string>("--mode") { Description = $"What is followed: {string.Join("; ", modes.Select(m => $"{m.Name}: {m.Meaning}"))}.", HelpName = string.Join('|', modes.Select(m => m.Name)), DefaultValueFactory = _ => modes[0].Name };
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for report.html, results.json, summary.csv and the pictures.", HelpName = "DIR" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Show no progress." };
        var beds = new BedOptions();
        var command = new TaughtCommand("wet", "Fill the pores of an electrode with electrolyte: saturation at breakthrough, trapped air, pressures.")
        {
            Examples = [.. modes.SelectMany(m => m.Examples)],
            Remarks = "A section of the electrode is a bed of discs of the particles' sizes. Where capillarity alone decides, the meniscus that needs the least pressure moves first,\n"
                + "and air that loses its way out stays: the limit of slow filling. ± is half of the 95 % interval of the mean over the beds.\n"
                + "Nothing is written before all is done; Ctrl-C leaves no files but the checkpoint of a ranking or of study mode, from which the same command goes on.",
        };
        command.Add(source);
        foreach (Option option in (Option[])[mode, .. beds.All, .. modes.SelectMany(m => m.Options).Distinct(), folder, quiet]) command.Add(option);
        command.SetAction(parsed =>
        {
            WetMode chosen = Choose(modes, parsed.GetValue(mode)!, parsed);
            string? target = parsed.GetValue(folder) is { } asked ? OutputPath.Folder(asked) : null, kept = beds.Folder(parsed);
            var task = new WetTask(parsed, parsed.GetValue(source)!, target, beds, new CaseDisplay(terminal, parsed.GetValue(quiet), cancellation), cancellation);
            WetOutcome outcome;
            try
            {
                outcome = chosen.Run(task);
            }
            catch
            {
                foreach (string? made in (string?[])[target, kept])
                {
                    if (made is not null) OutputPath.RemoveEmpty(made);
                }
                throw;
            }
            foreach (Table table in outcome.Tables) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
            if (kept is not null) beds.Write(kept);
            if (target is null) return ExitCode.Done;
            ReportFilesWritten written = LaboratoryFiles.Write(outcome.Results, target, ShellText.Of(parsed.Tokens.Select(token => token.Value)), outcome.Overview);
            checkpoint.Remove(task);
            terminal.Out.WriteLine(FormattableString.Invariant($"Wrote {written.Page}, {written.Data} and {written.PlotCount} plots."));
            return ExitCode.Done;
        });
        return command;
    }

    private static WetMode Choose(WetMode[] modes, string name, ParseResult parsed)
    {
        WetMode chosen = modes.FirstOrDefault(m => m.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"\"{name}\" is no mode; expected {string.Join(" or ", modes.Select(m => m.Name))}.", file: "--mode");
        foreach (WetMode other in modes)
        {
            if (other.Options.Except(chosen.Options).FirstOrDefault(parsed.Has) is { } foreign)
                throw new InputException($"{foreign.Name} is for --mode {other.Name}; --mode {chosen.Name} does not take it.", file: foreign.Name);
        }
        return chosen;
    }
}
