using Loadstone.Laboratory;

namespace Loadstone.Web.Laboratory;

/// <summary>An analysis that the laboratory offers. The command line hands in its own, so that both take the same options and say the same words.</summary>
public interface ILaboratoryAnalysis
{
    /// <summary>Its name: <c>eis</c>.</summary>
    string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    string Description { get; }

    /// <summary>What else to know, or null.</summary>
    string? Remarks { get; }

    /// <summary>The sort of file that it reads.</summary>
    FileSubject Subject { get; }

    /// <summary>Words of which a table's header holds one or more where the analysis fits; empty for any.</summary>
    IReadOnlyList<string> Clues { get; }

    /// <summary>Its options.</summary>
    IReadOnlyList<AnalysisOption> Options { get; }

    /// <summary>Analyses files.</summary>
    /// <param name="files">Paths of the files, one or more.</param>
    /// <param name="choices">Values of options; those that name files hold paths.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A file or an option cannot be used.</exception>
    IReadOnlyList<LaboratoryResult> Run(IReadOnlyList<string> files, IReadOnlyList<AnalysisChoice> choices, CancellationToken cancellation);

    /// <summary>The command that does the same.</summary>
    /// <param name="files">Names of the files.</param>
    /// <param name="choices">Values of options.</param>
    string CommandLine(IReadOnlyList<string> files, IReadOnlyList<AnalysisChoice> choices);
}
