using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Reports;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary>An analysis of files, as a command: arguments, output and many files at once are the same for all.</summary>
/// <param name="name">Name of the analysis.</param>
/// <param name="description">What it does, in a sentence.</param>
internal abstract class LaboratoryCommand(string name, string description)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What it does, in a sentence.</summary>
    public string Description => description;

    /// <summary>The sort of file that it reads.</summary>
    public virtual FileSubject Subject => FileSubject.Table;

    /// <summary>Words of which the header of a table holds one or more where the analysis fits; empty for any.</summary>
    public virtual IReadOnlyList<string> Clues => [];

    /// <summary>Commands to try, each with what it does.</summary>
    protected abstract IReadOnlyList<(string Line, string Meaning)> Examples { get; }

    /// <summary>A paragraph below the options, or null.</summary>
    public virtual string? Remarks => null;

    /// <summary>Options of this analysis alone.</summary>
    public virtual IReadOnlyList<Option> Options => [];

    /// <summary>Analyses the files: one result a sample.</summary>
    /// <param name="files">The files, one or more.</param>
    /// <param name="parsed">Values of <see cref="Options"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A file or an option cannot be used.</exception>
    public abstract IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation);

    /// <summary>The command.</summary>
    public Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of instruments; the format is recognised by the content.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string?>("--out", "-o") { Description = "Folder for report.html, results.json, summary.csv and the pictures.", HelpName = "DIR" };
        var command = new TaughtCommand(name, description) { Examples = Examples, Remarks = Remarks };
        command.Add(files);
        foreach (Option option in (Option[])[folder, .. Options]) command.Add(option);
        command.SetAction(parsed =>
        {
            string? target = parsed.GetValue(folder) is { } path ? OutputPath.Folder(path) : null;
            IReadOnlyList<LaboratoryResult> results;
            try
            {
                results = Analyse(parsed.GetValue(files)!, parsed, cancellation);
            }
            catch when (target is not null)
            {
                OutputPath.RemoveEmpty(target);
                throw;
            }
            Print(terminal, results);
            if (target is not null)
            {
                ReportFilesWritten written = LaboratoryFiles.Write(results, target, ShellText.Of(parsed.Tokens.Select(token => token.Value)));
                terminal.Out.WriteLine($"Wrote {written.Page}, {written.Data} and {written.PlotCount} plots.");
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, IReadOnlyList<LaboratoryResult> results)
    {
        if (results.Count > 1) terminal.Out.WriteLine(TextTable.Render(LaboratoryFiles.Summary(results), terminal.Width));
        foreach (LaboratoryResult result in results)
        {
            if (results.Count == 1)
            {
                terminal.Out.WriteLine(result.Sample);
                foreach (NamedEstimate number in result.Numbers) terminal.Out.WriteLine($"  {number.Name}: {LaboratoryFiles.Text(number)}");
                foreach (ReportBlock block in result.Sections.SelectMany(section => section.Blocks))
                {
                    if (block is Table table) terminal.Out.WriteLine(TextTable.Render(table, terminal.Width));
                    if (block is Paragraph paragraph) terminal.Out.WriteLine(paragraph.Text);
                }
            }
            foreach (string warning in result.Warnings) terminal.Out.WriteLine($"warning: {(results.Count == 1 ? "" : result.Sample + ": ")}{warning}");
        }
    }
}
