using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;

namespace Loadstone.Designs.Making;

/// <summary>What the process chains of a document gave.</summary>
/// <param name="Name">Name of the document.</param>
/// <param name="Description">What it is about, or null.</param>
/// <param name="Variants">The variants as they were built, in the order of the document.</param>
public sealed record MakeOutcome(string Name, string? Description, IReadOnlyList<BuiltDesign> Variants)
{
    /// <summary>The electrodes that have a process.</summary>
    internal IEnumerable<MadeSide> Sides
    {
        get
        {
            foreach (BuiltDesign built in Variants)
            {
                bool both = built is { Positive.Making: not null, Negative.Making: not null };
                string variant = Variants.Count > 1 ? built.Design.Name : "";
                if (built.Positive is { Making: { } positive } p) yield return new MadeSide(built, "positive", Label(variant, both, "positive"), p, positive);
                if (built.Negative is { Making: { } negative } n) yield return new MadeSide(built, "negative", Label(variant, true, "negative"), n, negative);
            }
        }
    }

    private static string Label(string variant, bool side, string name) => string.Join(" · ", ((string[])[variant, side ? name : ""]).Where(text => text.Length > 0));
}

/// <summary>An electrode with a process.</summary>
internal sealed record MadeSide(BuiltDesign Built, string Side, string Label, ElectrodeStructure Structure, MadeElectrode Made)
{
    /// <summary>The label before a warning.</summary>
    public string Warned(string warning) => Label.Length == 0 ? warning : $"{Label}: {warning}";

    /// <summary>The label before the name of a layer or step.</summary>
    public string Of(string name) => Label.Length == 0 ? name : $"{Label} · {name}";
}

/// <summary>Runs the process chain of every variant of a document; nothing is simulated.</summary>
public static class MakeRunner
{
    /// <summary>Makes the electrodes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="variants">Names of the variants; null for all of them.</param>
    /// <exception cref="InputException">A variant is not known, cannot be made, or none has a process.</exception>
    public static MakeOutcome Run(DesignDocument document, IReadOnlyList<string>? variants = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var outcome = new MakeOutcome(document.Name, document.Description, [.. DesignRunner.Choose(document, variants).Select(DesignBuilder.Build)]);
        return outcome.Sides.Any() ? outcome
            : throw new InputException("no electrode has a process; add \"process\": { \"coating\": {} } to an electrode whose layers have a \"slurry\".", "positive.process");
    }
}
