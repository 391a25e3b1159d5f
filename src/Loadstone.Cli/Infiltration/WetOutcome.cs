using Loadstone.Laboratory;
using Loadstone.Reports;

namespace Loadstone.Cli.Infiltration;

/// <summary>What a mode gives.</summary>
/// <param name="Results">Results, one a case.</param>
/// <param name="Overview">What they say together, or null.</param>
internal sealed record WetOutcome(IReadOnlyList<LaboratoryResult> Results, LaboratoryOverview? Overview = null)
{
    /// <summary>Tables that are shown on the screen.</summary>
    public IEnumerable<Table> Tables => [LaboratoryFiles.Summary(Results), .. Overview?.Sections.SelectMany(section => section.Blocks).OfType<Table>() ?? []];
}
