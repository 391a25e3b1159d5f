using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>What a ranking of arrangements runs through: all combinations, each over the same number of random beds.</summary>
public sealed record RankingPlan
{
    /// <summary>Sizes, thickness and porosity; its share of large particles is that of <see cref="LargeShares"/>.</summary>
    public TwoSizeSection Section { get; init; } = new();

    /// <summary>Width of the beds and their clearances; its gap is that of <see cref="Gaps"/>.</summary>
    public BedGenerator Generator { get; init; } = new();

    /// <summary>The arrangements.</summary>
    public IReadOnlyList<Arrangement> Arrangements { get; init => field = Require.NotEmpty(value); } = [Arrangement.LargeThenSmall, Arrangement.Mixed, Arrangement.SmallThenLarge];

    /// <summary>Shares of large particles: 0.3, 0.4, 0.5, 0.6 and 0.7 are L:S of 3:7 to 7:3.</summary>
    public IReadOnlyList<double> LargeShares { get; init => field = Require.NotEmpty(value); } = [0.5];

    /// <summary>Smallest distances between discs [m].</summary>
    public IReadOnlyList<double> Gaps { get; init => field = Require.NotEmpty(value); } = [0.8e-6];

    /// <summary>How beds are filled, and which numbers are taken of them.</summary>
    public RankingMeasure Measure { get; init; } = new CapillaryMeasure();

    /// <summary>Beds of each combination, from seed 1 on; two or more for intervals.</summary>
    public int Seeds { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Seeds), value, "A ranking needs two beds or more for its intervals."); } = 100;

    /// <summary>The packings: beds of one arrangement, share and gap, which all contact angles share.</summary>
    public IReadOnlyList<(Arrangement Arrangement, double LargeShare, double Gap)> Packings => [.. from gap in Gaps from share in LargeShares from arrangement in Arrangements select (arrangement, share, gap)];

    /// <summary>Packs and fills one bed.</summary>
    /// <param name="packing">One of <see cref="Packings"/>.</param>
    /// <param name="seed">Seed, from 1 on.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>For each contact angle the figures of the measure.</returns>
    /// <exception cref="InputException">It cannot be packed, or not be filled so.</exception>
    public IReadOnlyList<IReadOnlyList<double>> Fill((Arrangement Arrangement, double LargeShare, double Gap) packing, int seed, CancellationToken cancellation = default) =>
        Measure.Of(Bed(packing.Arrangement, packing.LargeShare, packing.Gap, seed), null, _ => { }, cancellation);

    /// <summary>One of its beds.</summary>
    /// <param name="arrangement">How the particles stand.</param>
    /// <param name="largeShare">Share of the large ones.</param>
    /// <param name="gap">Smallest distance between discs [m].</param>
    /// <param name="seed">Seed, from 1 on.</param>
    /// <exception cref="InputException">It cannot be packed.</exception>
    public DiscBed Bed(Arrangement arrangement, double largeShare, double gap, int seed) => (Generator with { Gap = gap }).Make((Section with { LargeShare = largeShare }).Layers(arrangement), seed);
}
