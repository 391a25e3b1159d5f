using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Loadstone.Laboratory;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary>An analysis as the workbench's laboratory offers it: the command's own options and checks, without its output.</summary>
internal sealed class OfferedAnalysis(LaboratoryCommand analysis) : ILaboratoryAnalysis
{
    public string Name => analysis.Name;

    public string Description => analysis.Description;

    public string? Remarks => analysis.Remarks;

    public FileSubject Subject => analysis.Subject;

    public IReadOnlyList<string> Clues => analysis.Clues;

    public IReadOnlyList<AnalysisOption> Options => [.. analysis.Options.Select(Describe)];

    public IReadOnlyList<LaboratoryResult> Run(IReadOnlyList<string> files, IReadOnlyList<AnalysisChoice> choices, CancellationToken cancellation)
    {
        // The bare command: no output, no help, nothing that writes.
        var command = new Command(analysis.Name);
        foreach (Option option in analysis.Options) command.Add(option);
        ParseResult parsed = command.Parse(Arguments(choices), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors is [var error, ..]) throw Misuse.Describe(error);
        return analysis.Analyse(files, parsed, cancellation);
    }

    public string CommandLine(IReadOnlyList<string> files, IReadOnlyList<AnalysisChoice> choices) =>
        ShellText.Of(["analyse", analysis.Name, .. files, .. choices.SelectMany(choice => IsSwitch(choice) ? [choice.Option] : (string[])[choice.Option, choice.Value])]);

    // One word each, so that no value is taken for an option.
    private string[] Arguments(IReadOnlyList<AnalysisChoice> choices) => [.. choices.Select(choice => IsSwitch(choice) ? choice.Option : $"{choice.Option}={choice.Value}")];

    private bool IsSwitch(AnalysisChoice choice) => analysis.Options.Any(option => option.Name == choice.Option && option.ValueType == typeof(bool));

    private static AnalysisOption Describe(Option option) => new(option.Name, option.Description ?? "", option.HelpName?.Trim('"'))
    {
        Default = option.HasDefaultValue && option.ValueType != typeof(bool) ? Text(option.GetDefaultValue()) : null,
        IsSwitch = option.ValueType == typeof(bool),
        IsMany = option.ValueType.IsArray,
        IsRequired = option.Required,
        File = option is IFileOption file ? file.Use : FileUse.None,
        Values = option.ValueType.IsEnum ? [.. option.GetCompletions(CompletionContext.Empty).Select(completion => completion.Label)] : [],
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        int.MaxValue => null,
        string text => text,
        string[] several => string.Join(", ", several),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
