using System.CommandLine;

using Loadstone.Formats;
using Loadstone.Reports;
using Loadstone.Reports.MaterialPages;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone materials</c>: what the catalogue knows, and from where.</summary>
internal static class MaterialsCommand
{
    private const int SparklinePoints = 48;
    private const int PlotPoints = 400;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("NAME") { Description = "A material or parameter set to show whole; without it all are listed.", DefaultValueFactory = _ => null };
        var folder = new Option<string?>("--out", "-o") { Description = "Also write plots of its functions (SVG) and a page (HTML) to this folder.", HelpName = "DIR" };
        var command = new TaughtCommand("materials", "List the materials of the catalogue, or show one with every value, its source and its functions.")
        {
            Examples =
            [
                ("loadstone materials", "all materials by kind, and the published parameter sets"),
                ("loadstone materials nmc811", "every value of NMC811 with its source, or its range where it is assumed"),
                ("loadstone materials \"1 M LiPF6 in EC:EMC 3:7\" --out electrolyte", "and plots of conductivity, diffusivity, …"),
                ("loadstone materials chen2020", "a published parameter set"),
            ],
        };
        command.Add(name);
        command.Add(folder);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is { } one) Show(MaterialPage.Find(one), parsed.GetValue(folder), terminal);
            else if (parsed.GetValue(folder) is not null) throw new InputException("--out needs the NAME of a material whose plots are to be written.");
            else List(terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static void List(Terminal terminal)
    {
        foreach (Table table in MaterialTables.Overview()) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
    }

    private static void Show(MaterialPage page, string? folder, Terminal terminal)
    {
        terminal.Out.WriteLine($"{page.Name}: {page.Title}");
        foreach (string note in page.Notes) terminal.Out.WriteLine(note);
        terminal.Out.WriteLine();
        WriteTable(MaterialTables.Values(page), terminal);
        foreach ((string property, var function) in page.Functions)
        {
            FunctionSamples samples = FunctionSamples.Of(function, SparklinePoints);
            terminal.Out.WriteLine(FormattableString.Invariant($"{property}: {samples.Y.Min():g4} to {samples.Y.Max():g4} {samples.YUnit}"));
            terminal.Out.WriteLine(FormattableString.Invariant($"  {samples.Sparkline()}  {samples.XLabel} {samples.X[0]:g3} to {samples.X[^1]:g3}"));
        }
        if (page.Functions.Count > 0)
        {
            terminal.Out.WriteLine();
            WriteTable(MaterialTables.Functions(page), terminal);
        }
        if (folder is not null) WriteFiles(page, OutputPath.Folder(folder), terminal);
    }

    private static void WriteTable(Table table, Terminal terminal)
    {
        if (table.Rows.Count > 0) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
    }

    private static void WriteFiles(MaterialPage page, string folder, Terminal terminal)
    {
        Plot[] plots = [.. page.Functions.Select(f => FunctionSamples.Of(f.Function, PlotPoints).Plot(page.Name, f.Property))];
        foreach (Plot plot in plots) AtomicFile.Write(Path.Combine(folder, plot.Name + ".svg"), SvgPlot.Render(plot));
        var report = new Report(page.Title, page.Name,
        [
            new ReportSection("Values", [.. page.Notes.Count > 0 ? (ReportBlock[])[new BulletList(page.Notes)] : [], MaterialTables.Values(page)]),
            new ReportSection("Functions", [MaterialTables.Functions(page), .. plots]),
        ]);
        string file = Path.Combine(folder, FileStem.From(page.Name) + ".html");
        AtomicFile.Write(file, HtmlReport.Render(report));
        terminal.Out.WriteLine($"Wrote {file} and {plots.Length} plots.");
    }
}
