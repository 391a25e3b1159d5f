using Loadstone.Laboratory;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>One combination of a ranking over its beds.</summary>
/// <param name="Arrangement">How the particles stand.</param>
/// <param name="LargeShare">Share of the large ones.</param>
/// <param name="Gap">Smallest distance between discs [m].</param>
/// <param name="ContactAngle">Contact angle [rad]; NaN where none acts.</param>
/// <param name="Beds">The figures of each bed, from seed 1 on, in the order of <see cref="RankingMeasure.Figures"/>.</param>
public sealed record RankingCase(Arrangement Arrangement, double LargeShare, double Gap, double ContactAngle, IReadOnlyList<IReadOnlyList<double>> Beds)
{
    /// <summary>What arrangements are ordered by: the time at which the liquid comes through over the time in which the flux would fill all pores.</summary>
    public Estimate TimeOverFillTime => Mean(0);

    /// <summary>Mean of a figure over the beds.</summary>
    /// <param name="figure">Its place in <see cref="RankingMeasure.Figures"/>.</param>
    public Estimate Mean(int figure) => Estimate.MeanOf([.. Beds.Select(bed => bed[figure])]);

    /// <summary>Mean of a figure over this case less that over another, bed by bed of one seed.</summary>
    /// <param name="other">The other case, of as many beds.</param>
    /// <param name="figure">Its place in <see cref="RankingMeasure.Figures"/>.</param>
    public Estimate Less(RankingCase other, int figure = 0)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Estimate.MeanOf([.. Beds.Zip(other.Beds, (mine, theirs) => mine[figure] - theirs[figure])]);
    }
}
