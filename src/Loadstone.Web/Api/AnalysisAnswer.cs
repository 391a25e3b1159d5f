using Loadstone.Laboratory;

namespace Loadstone.Web.Api;

/// <summary>What an analysis gave.</summary>
/// <param name="Analysis">Its name.</param>
/// <param name="Command">The command that gives the same.</param>
/// <param name="Csv">The numbers of all samples as the command line writes them to a file.</param>
/// <param name="Summary">The samples beside each other; null for one alone.</param>
/// <param name="Samples">The results, one a sample.</param>
internal sealed record AnalysisAnswer(string Analysis, string Command, string Csv, BlockPart? Summary, IReadOnlyList<SamplePart> Samples)
{
    /// <summary>The answer of results.</summary>
    public static AnalysisAnswer Of(IReadOnlyList<LaboratoryResult> results, string command)
    {
        using var csv = new StringWriter();
        LaboratoryFiles.WriteSummary(csv, results);
        return new AnalysisAnswer(results[0].Analysis, command, csv.ToString(), results.Count > 1 ? BlockPart.Of(LaboratoryFiles.Summary(results)) : null, [.. results.Select(SamplePart.Of)]);
    }
}

/// <summary>What an analysis gave of one sample.</summary>
internal sealed record SamplePart(string Sample, IReadOnlyList<WrittenNumber> Numbers, IReadOnlyList<string> Warnings, IReadOnlyList<SectionPart> Sections)
{
    /// <summary>A sample.</summary>
    public static SamplePart Of(LaboratoryResult result) =>
        new(result.Sample, [.. result.Numbers.Select(number => new WrittenNumber(number.Name, LaboratoryFiles.Text(number)))], result.Warnings, SectionPart.Of(result.Sections));
}

/// <summary>A number with its uncertainty and unit, written as in a report.</summary>
internal sealed record WrittenNumber(string Name, string Text);
