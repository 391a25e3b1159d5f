using Loadstone.Designs;

namespace Loadstone.Web.Bench;

/// <summary>A command line that repeats what the page shows.</summary>
/// <param name="What">What it does.</param>
/// <param name="Command">The line.</param>
internal sealed record RepeatingCommand(string What, string Command);

/// <summary>Command lines that repeat what the page shows of a document, once it is saved.</summary>
internal static class RepeatingCommands
{
    private const string File = "design.json";

    /// <summary>Those that suit a document.</summary>
    public static IEnumerable<RepeatingCommand> Of(DesignDocument document)
    {
        yield return new("rate tests of all variants, with report", Run(null));
        if (document.Variants.Count > 1) yield return new("the document as it stands alone", Run([document.Base.Name]));
        if (document.Variants.Any(HasProcess)) yield return new("process from slurry to dry electrode", $"loadstone make {File}");
        if (document.Variants.Any(variant => variant.Pouch is not null)) yield return new("mass, volume and energy of the pouch", $"loadstone energy {File}");
    }

    /// <summary>The run of some variants; of all where none is named.</summary>
    public static string Run(IReadOnlyList<string>? variants) =>
        string.Join(' ', [$"loadstone run {File}", .. (variants ?? []).Select(name => $"--variant \"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"")]);

    private static bool HasProcess(Design design) => design.Cell is CellDesign.Recipe recipe && (recipe.Positive.Process ?? recipe.Negative?.Process) is not null;
}
