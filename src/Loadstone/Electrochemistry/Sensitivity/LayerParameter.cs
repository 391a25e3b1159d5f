using Loadstone.Electrodes;
using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>A scalar of a coating's layer that can be scaled.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind of its values.</param>
/// <param name="Values">Its values in a layer, for tables; where all are 0 scaling changes nothing.</param>
/// <param name="Scale">The layer with it multiplied by a factor.</param>
internal sealed record LayerParameter(string Name, QuantityKind Kind, Func<Layer, IEnumerable<double>> Values, Func<Layer, double, Layer> Scale)
{
    private const double HalfFull = 0.5;

    /// <summary>Whether the values of layers add up.</summary>
    public bool IsTotal { get; init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LayerParameter> All { get; } =
    [
        new("thickness", QuantityKinds.Length, l => [l.Thickness], (l, s) => Rebuilt(l, thickness: l.Thickness * s)) { IsTotal = true },
        new("porosity", QuantityKinds.Fraction, l => Ends(l.Porosity), (l, s) =>
        {
            double exponent = Exponent(l.TransportEfficiency.Mean, l.Porosity.Mean);
            return Rebuilt(l, porosity: l.Porosity.Select(v => v * s), efficiency: l.TransportEfficiency.Select(v => v * Math.Pow(s, exponent)));
        }),
        new("active fraction", QuantityKinds.Fraction, l => [l.Particles.Sum(p => p.VolumeFraction.Mean)],
            (l, s) => Rebuilt(l, particles: p => p with { VolumeFraction = p.VolumeFraction.Select(v => v * s) })),
        new("transport efficiency", QuantityKinds.Ratio, l => Ends(l.TransportEfficiency), (l, s) => Rebuilt(l, efficiency: l.TransportEfficiency.Select(v => v * s))),
        new("Bruggeman exponent", QuantityKinds.Ratio, l => [Exponent(l.TransportEfficiency.Mean, l.Porosity.Mean)],
            (l, s) => Rebuilt(l, efficiency: l.TransportEfficiency.Select(v => Math.Pow(v, s)))),
        new("wetted fraction", QuantityKinds.Fraction, l => l.WettedFraction.Minimum < 1 ? Ends(l.WettedFraction) : [],
            (l, s) => Rebuilt(l, wetted: l.WettedFraction.Select(v => v * s))),
        new("electronic conductivity", QuantityKinds.Conductivity, l => Ends(l.ElectronicConductivity),
            (l, s) => Rebuilt(l, conductivity: l.ElectronicConductivity.Select(v => v * s))),
        new("binder conductivity", QuantityKinds.Conductivity, l => Ends(l.BinderConductivity), (l, s) => Rebuilt(l, binder: l.BinderConductivity.Select(v => v * s))),
        new("particle radius", QuantityKinds.ParticleSize, l => l.Particles.Select(p => p.Radius), (l, s) => Rebuilt(l, particles: p => p with { Radius = p.Radius * s })),
        OfMaterial("diffusivity", QuantityKinds.Diffusivity, m => m.Diffusivity.At(HalfFull), (m, s) => m with { Diffusivity = new ScaledFunction(m.Diffusivity, s) }),
        OfMaterial("exchange current", QuantityKinds.CurrentDensity, m => m.ReferenceExchangeCurrentDensity,
            (m, s) => m with { ReferenceExchangeCurrentDensity = m.ReferenceExchangeCurrentDensity * s }),
        OfMaterial("maximum concentration", QuantityKinds.Concentration, m => m.MaximumConcentration, (m, s) => m with { MaximumConcentration = m.MaximumConcentration * s }),
        OfMaterial("film resistance", QuantityKinds.ArealResistance, m => m.FilmResistance, (m, s) => m with { FilmResistance = m.FilmResistance * s }),
        OfMaterial("double-layer capacitance", QuantityKinds.ArealCapacitance, m => m.DoubleLayerCapacitance ?? 0,
            (m, s) => m with { DoubleLayerCapacitance = m.DoubleLayerCapacitance * s }),
    ];

    /// <summary>Bruggeman's exponent b in ε/τ = ε^b; 0 where there are pores only.</summary>
    public static double Exponent(double efficiency, double porosity) => porosity < 1 ? Math.Log(efficiency) / Math.Log(porosity) : 0;

    private static LayerParameter OfMaterial(string name, QuantityKind kind, Func<IntercalationMaterial, double> value,
        Func<IntercalationMaterial, double, IntercalationMaterial> scale) =>
        new(name, kind, l => l.Particles.Select(p => value(p.Material)), (l, s) => Rebuilt(l, particles: p => p with { Material = scale(p.Material, s) }));

    private static double[] Ends(DepthProfile profile) => [profile.Minimum, profile.Maximum];

    private static Layer Rebuilt(Layer l, double? thickness = null, DepthProfile? porosity = null, DepthProfile? efficiency = null, DepthProfile? conductivity = null,
        DepthProfile? wetted = null, DepthProfile? binder = null, Func<ParticleClass, ParticleClass>? particles = null) =>
        new(l.Name, thickness ?? l.Thickness, porosity ?? l.Porosity, efficiency ?? l.TransportEfficiency, conductivity ?? l.ElectronicConductivity,
            particles is null ? l.Particles : [.. l.Particles.Select(particles)])
        {
            WettedFraction = wetted ?? l.WettedFraction,
            BinderConductivity = binder ?? l.BinderConductivity,
        };
}
