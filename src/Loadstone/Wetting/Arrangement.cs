namespace Loadstone.Wetting;

/// <summary>How particles of two sizes stand in an electrode; the first word is what stands at the foil (W. Chen et al., Adv. Funct. Mater. (2024)).</summary>
public enum Arrangement
{
    /// <summary>L-S: the large particles in a layer at the foil, the small ones on top.</summary>
    LargeThenSmall,

    /// <summary>S-L: the small particles in a layer at the foil, the large ones on top.</summary>
    SmallThenLarge,

    /// <summary>Mix: both everywhere.</summary>
    Mixed,

    /// <summary>The share of the large ones falls linearly from the foil to the top.</summary>
    Graded,

    /// <summary>The share of the large ones rises linearly from the foil to the top.</summary>
    GradedReversed,
}

/// <summary>Names of arrangements.</summary>
public static class Arrangements
{
    /// <summary>The short name: "L-S", "S-L", "Mix", "L→S" and "S→L" of the graded ones.</summary>
    public static string ShortName(this Arrangement arrangement) => arrangement switch
    {
        Arrangement.LargeThenSmall => "L-S",
        Arrangement.SmallThenLarge => "S-L",
        Arrangement.Mixed => "Mix",
        Arrangement.Graded => "L→S",
        Arrangement.GradedReversed => "S→L",
        _ => throw new ArgumentOutOfRangeException(nameof(arrangement), arrangement, "Unknown arrangement."),
    };
}
