using System.CommandLine;
using Loadstone.Formats;
using Loadstone.Laboratory;
using Loadstone.Laboratory.SampleBooks;
using Loadstone.Reports;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone samples</c>: a book of samples as one table, any result against any other.</summary>
internal static class SamplesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("BOOK.json") { Description = "The book: samples with their binder, recipe, process and results." };
        var csv = new Option<string?>("--csv") { Description = "File for the table, one row a sample.", HelpName = "FILE" };
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for report.html, results.json, summary.csv and the picture.", HelpName = "DIR" };
        var x = new Option<string?>("--x") { Description = "Number of the horizontal axis, by its name in the table.", HelpName = "NAME" };
        var y = new Option<string?>("--y") { Description = "Number of the vertical axis.", HelpName = "NAME" };
        var only = new Option<string[]>("--sample") { Description = "A sample; once for each. Default: all.", HelpName = "NAME" };
        var command = new TaughtCommand("samples", "Keep samples with their results: one table with units and errors, any result against any other.")
        {
            Examples =
            [
                ("loadstone samples examples/laboratory/samples.json", "every number of every sample"),
                ("loadstone samples examples/laboratory/samples.json --csv samples.csv --x \"uniformity index\" --y \"dissolved Ni\" --out samples", "table, page and picture"),
            ],
            Remarks = "A sample has a name, perhaps binder, recipe, process and notes, and: results (file, sample, only, as: the results.json of any analysis), measured\n"
                + "(names and quantities with units), dissolvedMetals (ICP), bindingEnergies (pair, complex, parts: E_AB − E_A − E_B) and moleRatios (of, to: masses of repeat units).",
        };
        command.Add(file);
        foreach (Option option in (Option[])[csv, folder, x, y, only]) command.Add(option);
        command.SetAction(parsed =>
        {
            (string? across, string? up) = (parsed.GetValue(x), parsed.GetValue(y));
            if (across is null != up is null) throw new InputException("a picture needs two numbers; expected --x and --y together.", file: across is null ? x.Name : y.Name);
            var book = SampleBook.Load(parsed.GetValue(file)!);
            if (parsed.GetValue(only) is { Length: > 0 } names) book = book.Only(names);
            IReadOnlyList<LaboratoryResult> results = SampleReport.Results(book);
            IReadOnlyList<ReportBlock> picture = across is null ? [] : SampleReport.Against(book, across, up!);
            string? table = parsed.GetValue(csv) is { } path ? OutputPath.File(path) : null, target = parsed.GetValue(folder) is { } asked ? OutputPath.Folder(asked) : null;
            terminal.Out.WriteLine(TextTable.Render(LaboratoryFiles.Summary(results), terminal.Width));
            foreach (Table points in picture.OfType<Table>()) terminal.Out.WriteLine(TextTable.Render(points, terminal.Width));
            foreach (LaboratoryResult result in results)
            {
                foreach (string warning in result.Warnings) terminal.Out.WriteLine($"warning: {result.Sample}: {warning}");
            }
            if (table is not null)
            {
                AtomicFile.Write(table, writer => SampleReport.WriteCsv(writer, book));
                terminal.Out.WriteLine($"Wrote {table}.");
            }
            if (target is null) return ExitCode.Done;
            string line = ShellText.Of(parsed.Tokens.Select(token => token.Value));
            Report report = LaboratoryFiles.Compose(results, line);
            if (picture.Count > 0) report = report with { Sections = [report.Sections[0], new ReportSection("Result against result", picture), .. report.Sections.Skip(1)] };
            ReportFilesWritten written = ReportFiles.Write(report, LaboratoryFiles.ToJson(results, line), target);
            AtomicFile.Write(Path.Combine(target, "summary.csv"), writer => SampleReport.WriteCsv(writer, book));
            terminal.Out.WriteLine($"Wrote {written.Page}, {written.Data} and {written.PlotCount} plots.");
            return ExitCode.Done;
        });
        return command;
    }
}
