using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>A scalar of a cell that can be scaled.</summary>
/// <param name="Name">Name, as in "positive thickness".</param>
/// <param name="Scaled">The cell with this parameter multiplied by a factor near 1.</param>
public sealed record CellParameter(string Name, Func<Cell, double, Cell> Scaled)
{
    /// <summary>The parameters that a cell has; those of an electrode scale all of its layers.</summary>
    public static IReadOnlyList<CellParameter> Of(Cell cell)
    {
        List<CellParameter> list = [.. Electrode("positive", c => c.Positive, (c, e) => c with { Positive = e })];
        if (cell.Negative is not null) list.AddRange(Electrode("negative", c => c.Negative!, (c, e) => c with { Negative = e }));
        list.Add(new("separator thickness", (c, s) => c with { Separator = c.Separator with { Thickness = c.Separator.Thickness * s } }));
        list.Add(new("salt concentration", (c, s) => c with { Electrolyte = c.Electrolyte with { InitialConcentration = c.Electrolyte.InitialConcentration * s } }));
        list.Add(new("electrolyte conductivity", (c, s) => c with { Electrolyte = c.Electrolyte with { Conductivity = new Multiple(c.Electrolyte.Conductivity, s) } }));
        list.Add(new("electrolyte diffusivity", (c, s) => c with { Electrolyte = c.Electrolyte with { Diffusivity = new Multiple(c.Electrolyte.Diffusivity, s) } }));
        return list;
    }

    private static IEnumerable<CellParameter> Electrode(string name, Func<Cell, Electrode> get, Func<Cell, Electrode, Cell> set)
    {
        CellParameter Layers(string what, Func<Layer, double, Layer> scale) =>
            new($"{name} {what}", (c, s) => set(c, get(c) with { Layers = [.. get(c).Layers.Select(l => scale(l, s))] }));
        CellParameter Materials(string what, Func<IntercalationMaterial, double, IntercalationMaterial> scale) =>
            new($"{name} {what}", (c, s) =>
            {
                // One new material for each old one, so that the model's order of particles stays.
                var made = new Dictionary<IntercalationMaterial, IntercalationMaterial>();
                return set(c, get(c) with
                {
                    Layers = [.. get(c).Layers.Select(l => Rebuilt(l, 1, 1, 1, p => p with
                    {
                        Material = made.TryGetValue(p.Material, out IntercalationMaterial? m) ? m : made[p.Material] = scale(p.Material, s),
                    }))],
                });
            });

        yield return Layers("thickness", (l, s) => Rebuilt(l, s, 1, 1, p => p));
        yield return Layers("transport efficiency", (l, s) => Rebuilt(l, 1, s, 1, p => p));
        yield return Layers("electronic conductivity", (l, s) => Rebuilt(l, 1, 1, s, p => p));
        yield return Layers("particle radius", (l, s) => Rebuilt(l, 1, 1, 1, p => p with { Radius = p.Radius * s }));
        yield return Materials("diffusivity", (m, s) => m with { Diffusivity = new Multiple(m.Diffusivity, s) });
        yield return Materials("exchange current", (m, s) => m with { ReferenceExchangeCurrentDensity = m.ReferenceExchangeCurrentDensity * s });
        yield return new($"{name} contact resistance", (c, s) => set(c, get(c) with { ContactResistance = get(c).ContactResistance * s }));
    }

    private static Layer Rebuilt(Layer l, double thickness, double efficiency, double conductivity, Func<ParticleClass, ParticleClass> particles) =>
        new(l.Name, l.Thickness * thickness, l.Porosity, l.TransportEfficiency.Select(v => v * efficiency),
            l.ElectronicConductivity.Select(v => v * conductivity), [.. l.Particles.Select(particles)])
        {
            WettedFraction = l.WettedFraction,
            BinderConductivity = l.BinderConductivity,
        };

    private sealed class Multiple(ScalarFunction function, double factor) : ScalarFunction
    {
        public override bool IsConstant => function.IsConstant;

        public override double At(double x) => factor * function.At(x);

        public override double DerivativeAt(double x) => factor * function.DerivativeAt(x);

        public override void Evaluate(ReadOnlySpan<double> x, Span<double> value, Span<double> derivative)
        {
            function.Evaluate(x, value, derivative);
            VectorMath.Scale(value[..x.Length], factor);
            VectorMath.Scale(derivative[..x.Length], factor);
        }
    }
}
