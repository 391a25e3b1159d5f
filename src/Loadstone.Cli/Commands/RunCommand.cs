using System.CommandLine;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Formats.Bpx;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone run</c>: a design document in; structure, rate table, curves, pictures and a report out.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var document = new Argument<string>("DESIGN.json") { Description = "The design document." };
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for the results; files that are there are replaced. [default: the document's name followed by -results]", HelpName = "DIR" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Show neither progress nor tables." };
        var jobs = new Option<int?>("--jobs", "-j") { Description = "Variants that run at the same time. [default: one for each processor]", HelpName = "N" };
        var options = new CellOptions();
        var command = new TaughtCommand("run", "Run a design document: predict structure and rate test of every variant, and write a report.")
        {
            Examples =
            [
                ("loadstone run first.json", "all variants; results in first-results"),
                ("loadstone run first.json --out denser --set positive.porosity=\"25 %\"", "the same with another porosity"),
                ("loadstone run first.json --variant reversed --mesh x:40,20,40,r:40", "one variant on a finer mesh"),
            ],
            Remarks = "Writes report.html (one page, no network needed), results.json (every number shown, with its unit), curves/*.bdf.csv\n"
                + "(time series with Battery Data Format columns) and plots/*.svg (and .png where rsvg-convert or inkscape is found).\n"
                + "Nothing is written before the whole document has been checked. Ctrl-C stops; finished variants are kept.",
        };
        command.Add(document);
        foreach (Option option in (Option[])[folder, .. options.All, jobs, quiet]) command.Add(option);
        command.SetAction(parsed =>
        {
            string file = parsed.GetValue(document)!;
            if (BpxReader.Recognises(file))
                throw new InputException("this is a Battery Parameter eXchange file, not a design document; loadstone simulate and export take it.", file: file);
            DesignDocument design = DesignDocument.Load(file, options.Overrides(parsed));
            var how = new RunOptions { Mesh = options.Mesh(parsed), Variants = options.Variants(parsed), MaxParallelism = Jobs(parsed.GetValue(jobs)) };
            IReadOnlyList<BuiltDesign> built = DesignRunner.Build(design, how);
            string target = OutputPath.Folder(parsed.GetValue(folder) ?? Path.GetFileNameWithoutExtension(file) + "-results");
            bool isQuiet = parsed.GetValue(quiet);
            RunOutcome outcome = RunDisplay.Show(terminal, isQuiet, built, progress => DesignRunner.Run(design, built, how, progress, cancellation));
            if (outcome.Variants.Count > 0)
            {
                RunFilesWritten written = RunFiles.Write(outcome, target, ShellText.Of(parsed.Tokens.Select(token => token.Value)));
                if (!isQuiet) Print(terminal, outcome, written);
            }
            else
            {
                OutputPath.RemoveEmpty(target);
            }
            return outcome.NotFinished.Count == 0 ? ExitCode.Done : Stopped(terminal, outcome, built.Count);
        });
        return command;
    }

    private static int Jobs(int? asked) => asked switch
    {
        null => Environment.ProcessorCount,
        >= 1 => asked.Value,
        _ => throw new InputException(FormattableString.Invariant($"{asked} variants cannot run at the same time; expected 1 or more."), file: "--jobs"),
    };

    private static void Print(Terminal terminal, RunOutcome outcome, RunFilesWritten written)
    {
        TextWriter output = terminal.Out;
        output.WriteLine(outcome.Name);
        output.WriteLine();
        foreach (Table table in RunReport.Tables(outcome)) output.WriteLine(TextTable.Render(table, terminal.Width));
        foreach (string warning in RunReport.Warnings(outcome)) output.WriteLine($"warning: {warning}");
        int assumed = outcome.Variants.SelectMany(variant => variant.Built.Assumed).Distinct().Count();
        if (assumed > 0) output.WriteLine($"{assumed} assumed values were used; the report lists them with their ranges.");
        output.WriteLine(FormattableString.Invariant($"{Count(outcome.Variants.Count, "variant")} in {outcome.WallTime.TotalSeconds:f1} s."));
        output.WriteLine($"Wrote {written.Report}, {written.Data}, {Count(written.CurveCount, "curve")} and {Count(written.PlotCount, "plot")}{Png(written)}.");
    }

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Png(RunFilesWritten written) => written.PngRenderer is { } renderer
        ? $" (SVG, and PNG by {renderer})"
        : " (SVG; PNG too where rsvg-convert or inkscape is installed)";

    private static int Stopped(Terminal terminal, RunOutcome outcome, int count)
    {
        string kept = outcome.Variants.Count == 0 ? "nothing was written" : $"the results of {outcome.Variants.Count} of {count} variants are kept";
        terminal.Error.WriteLine($"stopped: {kept}; not finished: {string.Join("; ", outcome.NotFinished)}.");
        return ExitCode.Failed;
    }
}
