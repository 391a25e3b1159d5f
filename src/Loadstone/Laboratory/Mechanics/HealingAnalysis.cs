using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Specimens that were cut and healed for some time.</summary>
/// <param name="Time">Time of healing [s]; NaN where it is not known.</param>
/// <param name="Specimens">Their tensile tests, one or more.</param>
public sealed record HealedGroup(double Time, IReadOnlyList<TensileAnalysis> Specimens);

/// <summary>Parts of the first properties that cut specimens have after healing.</summary>
/// <param name="Group">The healed specimens.</param>
/// <param name="Toughness">Mean toughness healed over mean original.</param>
/// <param name="Strength">Likewise of the strength.</param>
/// <param name="Elongation">Likewise of the elongation at break.</param>
public sealed record HealingAnalysis(HealedGroup Group, Estimate Toughness, Estimate Strength, Estimate Elongation)
{
    /// <summary>Compares healed specimens with original ones.</summary>
    /// <param name="originals">Tests of specimens that were never cut, one or more.</param>
    /// <param name="healed">Tests of healed ones.</param>
    public static HealingAnalysis Of(IReadOnlyList<TensileAnalysis> originals, HealedGroup healed)
    {
        ArgumentNullException.ThrowIfNull(originals);
        ArgumentNullException.ThrowIfNull(healed);
        return new HealingAnalysis(healed, Part(t => t.Toughness), Part(t => t.Strength), Part(t => t.BreakStrain));

        Estimate Part(Func<TensileAnalysis, Estimate> number) => ErrorPropagation.Quotient(Mean(healed.Specimens, number), Mean(originals, number));
    }

    /// <summary>Mean over specimens; its error comes from their spread, of one alone from the errors of its own test.</summary>
    internal static Estimate Mean(IReadOnlyList<TensileAnalysis> specimens, Func<TensileAnalysis, Estimate> number) =>
        specimens.Count == 1 ? number(specimens[0]) : Estimate.MeanOf([.. specimens.Select(s => number(s).Value)]);
}
