using Loadstone.Electrodes;

namespace Loadstone.Wetting.Areas;

/// <summary>A layer of an area that fills.</summary>
/// <param name="Name">Name shown in tables.</param>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="Porosity">ε.</param>
/// <param name="TransportEfficiency">ε/τ of the pores full of liquid.</param>
/// <param name="Properties">What it is to the liquid.</param>
public sealed record AreaLayer(string Name, double Thickness, double Porosity, double TransportEfficiency, LayerWettingProperties Properties)
{
    /// <summary>Thickness [m].</summary>
    public double Thickness { get; init => field = Require.Positive(value, "m"); } = Require.Positive(Thickness, "m");

    /// <summary>ε.</summary>
    public double Porosity { get; init => field = Require.Within(value, 1e-3, 1, "(fraction)"); } = Require.Within(Porosity, 1e-3, 1, "(fraction)");

    /// <summary>ε/τ of the pores full of liquid.</summary>
    public double TransportEfficiency { get; init => field = Require.Within(value, 1e-6, 1, "(fraction)"); } = Require.Within(TransportEfficiency, 1e-6, 1, "(fraction)");

    /// <summary>What it is to the liquid.</summary>
    public LayerWettingProperties Properties { get; init; } = Properties ?? throw new ArgumentNullException(nameof(Properties));

    /// <summary>The layers of an electrode, from the separator to the foil, as grains of the Sauter diameters of their particles.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="liquid">The liquid.</param>
    public static IReadOnlyList<AreaLayer> Of(Electrode electrode, WettingLiquid liquid)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        return [.. electrode.Layers.Reverse().Select(layer => new AreaLayer(layer.Name, layer.Thickness, layer.Porosity.Mean, layer.TransportEfficiency.Mean,
            LayerWettingProperties.OfGrains(layer.Porosity.Mean, SauterDiameter(layer), liquid)))];
    }

    /// <summary>Sauter diameter of the active particles of a layer: of spheres with the same surface per volume [m].</summary>
    public static double SauterDiameter(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return 2 * layer.Particles.Sum(p => p.VolumeFraction.Mean) / layer.Particles.Sum(p => p.VolumeFraction.Mean / p.Radius);
    }
}
