using Loadstone.Electrodes;

namespace Loadstone.Wetting;

/// <summary>A section of an electrode of large and small particles; what is left out is that of W. Chen et al., Adv. Funct. Mater. (2024), at 50 % porosity.</summary>
public sealed record TwoSizeSection
{
    /// <summary>Radius of the large particles [m].</summary>
    public double LargeRadius { get; init => field = Require.Positive(value, "m"); } = 5.65e-6;

    /// <summary>Radius of the small particles [m].</summary>
    public double SmallRadius { get; init => field = Require.Positive(value, "m"); } = 2.25e-6;

    /// <summary>Thickness of all layers together [m].</summary>
    public double Thickness { get; init => field = Require.Positive(value, "m"); } = 146e-6;

    /// <summary>Share of every layer that is no particle.</summary>
    public double Porosity { get; init => field = Require.Within(value, 0.01, 0.99, "(fraction)"); } = 0.5;

    /// <summary>Share of the large particles in the particles' volume, and so in the thickness of two layers: L:S of 7:3 is 0.7.</summary>
    public double LargeShare { get; init => field = Require.Fraction(value); } = 0.5;

    /// <summary>The sizes, thickness, share and porosity of an electrode of two particle sizes, however these stand in it.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="porosity">Porosity in place of its mean, or null.</param>
    /// <exception cref="InputException">It has fewer or more than two sizes.</exception>
    public static TwoSizeSection Of(Electrode electrode, double? porosity = null)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        // Sizes of one material come through a recipe with the last digits of its arithmetic.
        (double Radius, double Volume)[] sizes = [.. electrode.Layers
            .SelectMany(layer => layer.Particles.Select(p => (p.Radius, Volume: p.VolumeFraction.Mean * layer.Thickness)))
            .GroupBy(p => Math.Round(p.Radius, 12)).OrderByDescending(group => group.Key).Select(group => (group.First().Radius, group.Sum(p => p.Volume)))];
        if (sizes.Length != 2)
            throw new InputException($"the electrode has particles of {string.Join(", ", sizes.Select(size => FormattableString.Invariant($"{2e6 * size.Radius:g4} µm")))}; expected two sizes, whose arrangements can be ranked.");
        return new TwoSizeSection
        {
            LargeRadius = sizes[0].Radius,
            SmallRadius = sizes[1].Radius,
            Thickness = electrode.Thickness,
            Porosity = porosity ?? electrode.MeanPorosity,
            LargeShare = sizes[0].Volume / (sizes[0].Volume + sizes[1].Volume),
        };
    }

    /// <summary>
    /// The layers of an arrangement, the first at the foil. The share of large particles in a graded one goes as steeply as the mean allows: from 1 to 0 at 5:5,
    /// from 1 to 0.4 at 7:3.
    /// </summary>
    public IReadOnlyList<BedLayer> Layers(Arrangement arrangement)
    {
        double steep = Math.Min(1, 2 * LargeShare), flat = 2 * LargeShare - steep;
        return arrangement switch
        {
            Arrangement.LargeThenSmall => [.. Pure(LargeRadius, LargeShare), .. Pure(SmallRadius, 1 - LargeShare)],
            Arrangement.SmallThenLarge => [.. Pure(SmallRadius, 1 - LargeShare), .. Pure(LargeRadius, LargeShare)],
            Arrangement.Mixed => [Blend(LargeShare, LargeShare)],
            Arrangement.Graded => [Blend(steep, flat)],
            Arrangement.GradedReversed => [Blend(flat, steep)],
            _ => throw new ArgumentOutOfRangeException(nameof(arrangement), arrangement, "Unknown arrangement."),
        };
    }

    private IEnumerable<BedLayer> Pure(double radius, double share) => share > 0 ? [new BedLayer(share * Thickness, Porosity, [new DiscClass(radius, 1)])] : [];

    private BedLayer Blend(double atBottom, double atTop) =>
        new(Thickness, Porosity, [new DiscClass(LargeRadius, atBottom), new DiscClass(SmallRadius, 1 - atBottom)]) { SharesAtTop = [atTop, 1 - atTop] };
}
