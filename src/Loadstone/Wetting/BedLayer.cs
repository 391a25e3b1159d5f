using Loadstone.Electrodes;

namespace Loadstone.Wetting;

/// <summary>A layer of a bed.</summary>
/// <param name="Thickness">Its thickness [m].</param>
/// <param name="Porosity">Share of it that is no disc.</param>
/// <param name="Classes">Sizes of its discs: radius [m] and share of the discs' area, the shares adding to 1; at its bottom where <see cref="SharesAtTop"/> says otherwise of its top.</param>
public sealed record BedLayer(double Thickness, double Porosity, IReadOnlyList<DiscClass> Classes)
{
    /// <summary>Its thickness [m].</summary>
    public double Thickness { get; init => field = Require.Positive(value, "m"); } = Require.Positive(Thickness, "m");

    /// <summary>Share of it that is no disc.</summary>
    public double Porosity { get; init => field = Require.Within(value, 0.01, 0.99, "(fraction)"); } = Require.Within(Porosity, 0.01, 0.99, "(fraction)");

    /// <summary>Sizes of its discs.</summary>
    public IReadOnlyList<DiscClass> Classes { get; } = Require.NotEmpty(Classes);

    /// <summary>The classes' shares at its top, adding to 1: they go there linearly from those at the bottom. Null where they are the same everywhere.</summary>
    public IReadOnlyList<double>? SharesAtTop
    {
        get;
        init => field = value is null || value.Count == Classes.Count ? value : throw new ArgumentException($"{value.Count} shares at the top for {Classes.Count} classes.", nameof(value));
    }

    /// <summary>Share of a class in the discs' area of the whole layer.</summary>
    /// <param name="index">Its index.</param>
    public double MeanShare(int index) => SharesAtTop is null ? Classes[index].AreaShare : (Classes[index].AreaShare + SharesAtTop[index]) / 2;

    /// <summary>Height over the thickness below which a part of a class's discs lies.</summary>
    /// <param name="index">The class.</param>
    /// <param name="part">The part, 0 to 1.</param>
    public double HeightBelowWhich(int index, double part)
    {
        double bottom = Classes[index].AreaShare, top = SharesAtTop?[index] ?? bottom;
        // ∫₀ʰ (bottom + (top − bottom) z) dz = part (bottom + top)/2, solved in the form that stays exact where both are alike.
        double wanted = part * (bottom + top);
        return wanted > 0 ? wanted / (bottom + Math.Sqrt(bottom * bottom + (top - bottom) * wanted)) : 0;
    }

    /// <summary>The layers of an electrode, all of their solids as discs of the active particles' sizes.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="porosity">Porosity of every layer in place of its own, or null.</param>
    public static IReadOnlyList<BedLayer> Of(Electrode electrode, double? porosity = null)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        return [.. electrode.Layers.Select(layer =>
        {
            double all = layer.Particles.Sum(p => p.VolumeFraction.Mean);
            return new BedLayer(layer.Thickness, porosity ?? layer.Porosity.Mean, [.. layer.Particles.Select(p => new DiscClass(p.Radius, p.VolumeFraction.Mean / all))]);
        })];
    }
}
