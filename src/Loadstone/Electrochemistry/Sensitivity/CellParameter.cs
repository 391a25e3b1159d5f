using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Numerics;
using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>A scalar of a cell that can be scaled.</summary>
/// <param name="Name">Name, as in "positive thickness".</param>
/// <param name="Scaled">The cell with this parameter multiplied by a factor near 1.</param>
public sealed record CellParameter(string Name, Func<Cell, double, Cell> Scaled)
{
    private const double HalfFull = 0.5;

    /// <summary>
    /// Its value with unit, for tables; a range where layers or materials differ. Functions are told of half-full particles and of the
    /// salt concentration at rest.
    /// </summary>
    public string Value { get; init; } = "";

    /// <summary>The parameters that a cell has; those of an electrode scale all of its layers. Cyclable lithium and 1C stay what they are.</summary>
    /// <param name="cell">The cell.</param>
    public static IReadOnlyList<CellParameter> Of(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        List<CellParameter> list = [.. Electrode("positive", cell.Positive, c => c.Positive, (c, e) => c with { Positive = e })];
        if (cell.Negative is { } negative) list.AddRange(Electrode("negative", negative, c => c.Negative!, (c, e) => c with { Negative = e }));
        double salt = cell.Electrolyte.InitialConcentration;
        list.Add(new("separator thickness", (c, s) => c with { Separator = c.Separator with { Thickness = c.Separator.Thickness * s } })
        {
            Value = QuantityKinds.Length.Format(cell.Separator.Thickness),
        });
        list.Add(new("salt concentration", (c, s) => c with { Electrolyte = c.Electrolyte with { InitialConcentration = c.Electrolyte.InitialConcentration * s } })
        {
            Value = QuantityKinds.Concentration.Format(salt),
        });
        list.Add(new("electrolyte conductivity", (c, s) => c with { Electrolyte = c.Electrolyte with { Conductivity = new Multiple(c.Electrolyte.Conductivity, s) } })
        {
            Value = QuantityKinds.Conductivity.Format(cell.Electrolyte.Conductivity.At(salt)),
        });
        list.Add(new("electrolyte diffusivity", (c, s) => c with { Electrolyte = c.Electrolyte with { Diffusivity = new Multiple(c.Electrolyte.Diffusivity, s) } })
        {
            Value = QuantityKinds.Diffusivity.Format(cell.Electrolyte.Diffusivity.At(salt)),
        });
        return list;
    }

    private static IEnumerable<CellParameter> Electrode(string name, Electrode electrode, Func<Cell, Electrode> get, Func<Cell, Electrode, Cell> set)
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

        IReadOnlyList<Layer> layers = electrode.Layers;
        ParticleClass[] particles = [.. layers.SelectMany(l => l.Particles)];
        yield return Layers("thickness", (l, s) => Rebuilt(l, s, 1, 1, p => p)) with { Value = QuantityKinds.Length.Format(electrode.Thickness) };
        yield return Layers("transport efficiency", (l, s) => Rebuilt(l, 1, s, 1, p => p)) with
        {
            Value = Range(QuantityKinds.Ratio, layers.SelectMany(l => (double[])[l.TransportEfficiency.Minimum, l.TransportEfficiency.Maximum])),
        };
        yield return Layers("electronic conductivity", (l, s) => Rebuilt(l, 1, 1, s, p => p)) with
        {
            Value = Range(QuantityKinds.Conductivity, layers.SelectMany(l => (double[])[l.ElectronicConductivity.Minimum, l.ElectronicConductivity.Maximum])),
        };
        yield return Layers("particle radius", (l, s) => Rebuilt(l, 1, 1, 1, p => p with { Radius = p.Radius * s })) with
        {
            Value = Range(QuantityKinds.ParticleSize, particles.Select(p => p.Radius)),
        };
        yield return Materials("diffusivity", (m, s) => m with { Diffusivity = new Multiple(m.Diffusivity, s) }) with
        {
            Value = Range(QuantityKinds.Diffusivity, particles.Select(p => p.Material.Diffusivity.At(HalfFull))),
        };
        yield return Materials("exchange current", (m, s) => m with { ReferenceExchangeCurrentDensity = m.ReferenceExchangeCurrentDensity * s }) with
        {
            Value = Range(QuantityKinds.CurrentDensity, particles.Select(p => p.Material.ReferenceExchangeCurrentDensity)),
        };
        if (electrode.ContactResistance == 0) yield break;
        yield return new($"{name} contact resistance", (c, s) => set(c, get(c) with { ContactResistance = get(c).ContactResistance * s }))
        {
            Value = QuantityKinds.ArealResistance.Format(electrode.ContactResistance),
        };
    }

    private static string Range(QuantityKind kind, IEnumerable<double> values)
    {
        double[] all = [.. values];
        string least = kind.Format(all.Min()), most = kind.Format(all.Max());
        return least == most ? least : $"{least} to {most}";
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
