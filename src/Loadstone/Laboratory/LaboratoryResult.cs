using System.Text.Json.Nodes;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory;

/// <summary>A number of a result, with its name.</summary>
/// <param name="Name">Its name in the field's words, the same for every sample: <c>ohmic resistance</c>.</param>
/// <param name="Estimate">The number and its uncertainty [SI].</param>
/// <param name="Kind">What it is; it is shown in the unit of its kind.</param>
/// <param name="Unit">Unit in which it is shown, or null for the kind's first one.</param>
public sealed record NamedEstimate(string Name, Estimate Estimate, QuantityKind Kind, string? Unit = null);

/// <summary>What an analysis gave of one sample, ready to be shown: the same for every analysis, so that all are written alike.</summary>
/// <param name="Analysis">Name of the analysis, as of its command: <c>eis</c>.</param>
/// <param name="Sample">Name of the sample: the file's, unless a person gave another.</param>
/// <param name="Numbers">The numbers that samples are compared by, in order.</param>
/// <param name="Sections">Tables, plots and words.</param>
/// <param name="Warnings">What makes the numbers less sure than their errors say; each names its place.</param>
public sealed record LaboratoryResult(
    string Analysis,
    string Sample,
    IReadOnlyList<NamedEstimate> Numbers,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Further numbers for results.json [SI, each name with its unit], or null.</summary>
    public JsonObject? Details { get; init; }
}

/// <summary>What several results say together.</summary>
/// <param name="Name">Name of the data in results.json.</param>
/// <param name="Data">The data.</param>
/// <param name="Sections">Tables, plots and words, behind the summary.</param>
public sealed record LaboratoryOverview(string Name, JsonObject Data, IReadOnlyList<ReportSection> Sections);
