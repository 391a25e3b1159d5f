using Loadstone.Electrodes;

namespace Loadstone.Wetting;

/// <summary>A layer of a bed.</summary>
/// <param name="Thickness">Its thickness [m].</param>
/// <param name="Porosity">Share of it that is no disc.</param>
/// <param name="Classes">Sizes of its discs: radius [m] and share of the discs' area, the shares adding to 1.</param>
public sealed record BedLayer(double Thickness, double Porosity, IReadOnlyList<DiscClass> Classes)
{
    /// <summary>Its thickness [m].</summary>
    public double Thickness { get; init => field = Require.Positive(value, "m"); } = Require.Positive(Thickness, "m");

    /// <summary>Share of it that is no disc.</summary>
    public double Porosity { get; init => field = Require.Within(value, 0.01, 0.99, "(fraction)"); } = Require.Within(Porosity, 0.01, 0.99, "(fraction)");

    /// <summary>Sizes of its discs.</summary>
    public IReadOnlyList<DiscClass> Classes { get; } = Require.NotEmpty(Classes);

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
