using Loadstone.Designs.Building;

namespace Loadstone.Designs.Infiltration;

/// <summary>How the electrodes of a design fill over their whole area and rest.</summary>
/// <param name="Name">Name of the design.</param>
/// <param name="Wetting">What the design says of filling and rest.</param>
/// <param name="Electrodes">Its coated electrodes, the positive one first.</param>
/// <param name="Defaults">What was left out of it, and what was taken instead.</param>
public sealed record AreaStudy(string Name, WettingDesign Wetting, IReadOnlyList<ElectrodeWetting> Electrodes, IReadOnlyList<TakenDefault> Defaults)
{
    /// <summary>Time of rest where a design says nothing of wetting [s].</summary>
    public const double StandardRest = 50 * 3600;

    /// <summary>Fills a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="change">What is changed of its wetting, or of a rest of <see cref="StandardRest"/> where it states none; null for nothing.</param>
    /// <exception cref="InputException">The design is a parameter set, cannot be built, or does not fill.</exception>
    public static AreaStudy Of(Design design, Func<WettingDesign, WettingDesign>? change = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Cell is not CellDesign.Recipe recipe)
            throw new InputException($"\"{design.Name}\" takes a published parameter set, which says nothing of its pores' sizes; expected a document with a \"positive\" electrode.", "cell");
        WettingDesign written = recipe.Wetting ?? new WettingDesign { Rest = StandardRest, Place = recipe.Place.Member("wetting") };
        WettingDesign wetting = change is null ? written : change(written);
        // A layer that states its wetted fraction is filled all the same.
        BuiltDesign built = DesignBuilder.Build(design with { Cell = recipe with { Wetting = wetting } });
        return new AreaStudy(design.Name, wetting, built.Wetting, [.. built.Defaults.Where(taken => taken.Path.StartsWith(wetting.Place.Path, StringComparison.Ordinal))]);
    }
}
