namespace Loadstone.Laboratory.Resistance;

/// <summary>
/// Potentials at the pins of a probe on composite | interface | foil, all layers laterally infinite, both outer faces insulated. Immutable.
/// </summary>
/// <remarks>
/// Each of the two current pins is a source whose potential <see cref="LayerKernel"/> gives in closed form but for one Hankel integral; that of the
/// pin where the current leaves is taken off. Where it leaves far away, potentials have a meaning relative to each other alone.
/// </remarks>
public sealed class ProbeModel
{
    private readonly ProbeReading _reading;
    private readonly LayerKernel _kernel;
    private readonly int[] _fromIn, _fromOut;
    private readonly int _distanceCount;
    private readonly Lazy<(double Ratio, double[] Values)[]> _shapes;

    /// <summary>A model of the pins of a reading.</summary>
    /// <param name="coating">The coating.</param>
    /// <param name="reading">The pins.</param>
    /// <exception cref="InputException">A pin touches one that carries the current.</exception>
    public ProbeModel(CoatingOnFoil coating, ProbeReading reading)
    {
        (Coating, _reading) = (coating, reading);
        var distances = new Dictionary<double, int>();
        _fromIn = [.. reading.Pins.Select(pin => IndexOf(pin, reading.In))];
        _fromOut = reading.Out is { } last ? [.. reading.Pins.Select(pin => IndexOf(pin, last))] : [];
        _distanceCount = distances.Count;
        _kernel = new LayerKernel(coating.Thickness, coating.Foil, [.. distances.OrderBy(d => d.Value).Select(d => d.Key)], coating.ContactRadius);

        _shapes = new(MakeShapes);

        // Many pins stand at one distance from either current pin; a picometre tells them from rounding.
        int IndexOf(ProbePin pin, ProbePin source)
        {
            double distance = Math.Round(pin.DistanceTo(source), 12);
            if (!(distance > coating.ContactRadius) || distance == 0)
                throw new InputException(FormattableString.Invariant($"a pin whose potential is measured stands {distance * 1e6:g4} µm from one that carries the current; expected more than the radius of a contact."), file: reading.Source);
            return distances.TryGetValue(distance, out int index) ? index : distances[distance] = distances.Count;
        }
    }

    /// <summary>The coating.</summary>
    public CoatingOnFoil Coating { get; }

    /// <summary>
    /// V/I [Ω] of a composite of <see cref="ShapeResistivity"/> for ratios R/ρ [m] from one at which the interface is not seen to one at which the foil is
    /// not, by the length √(R L/ρ) beside the distances of the pins: as long as the foil conducts far better than the composite, potentials are one of
    /// these shapes times a factor.
    /// </summary>
    internal IReadOnlyList<(double Ratio, double[] Values)> Shapes => _shapes.Value;

    /// <summary>Resistivity at which <see cref="Shapes"/> are made [Ω m]: so high that the foil's own logarithm, which does not scale with ρ, is not seen in them.</summary>
    internal const double ShapeResistivity = 1e6;

    /// <summary>Whether another reading was made with the same pins, so that this model serves it too.</summary>
    public bool Serves(ProbeReading other) => other.In == _reading.In && other.Out == _reading.Out && other.Pins.SequenceEqual(_reading.Pins);

    /// <summary>Potentials over the current.</summary>
    /// <param name="resistivity">Resistivity ρ of the composite [Ω m].</param>
    /// <param name="interfaceResistance">Resistance R of the interface times area [Ω m²].</param>
    /// <returns>V/I at the pins [Ω].</returns>
    public double[] Evaluate(double resistivity, double interfaceResistance)
    {
        double[] value = new double[_fromIn.Length];
        Evaluate(resistivity, interfaceResistance, value, new double[value.Length], new double[value.Length]);
        return value;
    }

    /// <summary>Potentials over the current with their derivatives by the logarithms of both resistances.</summary>
    /// <param name="resistivity">Resistivity ρ of the composite [Ω m].</param>
    /// <param name="interfaceResistance">Resistance R of the interface times area [Ω m²].</param>
    /// <param name="value">Result V/I [Ω], length n.</param>
    /// <param name="byResistivity">Result ∂(V/I)/∂ ln ρ [Ω], length n.</param>
    /// <param name="byInterface">Result ∂(V/I)/∂ ln R [Ω], length n.</param>
    public void Evaluate(double resistivity, double interfaceResistance, Span<double> value, Span<double> byResistivity, Span<double> byInterface)
    {
        double[] u = new double[_distanceCount], uByResistivity = new double[_distanceCount], uByInterface = new double[_distanceCount];
        _kernel.Evaluate(resistivity, interfaceResistance, u, uByResistivity, uByInterface);
        double factor = resistivity / (2 * Math.PI);
        for (int i = 0; i < _fromIn.Length; i++)
        {
            int near = _fromIn[i];
            (double potential, double dResistivity, double dInterface) = (u[near], uByResistivity[near], uByInterface[near]);
            if (_fromOut.Length > 0)
            {
                int far = _fromOut[i];
                (potential, dResistivity, dInterface) = (potential - u[far], dResistivity - uByResistivity[far], dInterface - uByInterface[far]);
            }
            value[i] = factor * potential;
            byResistivity[i] = factor * (potential + dResistivity);
            byInterface[i] = factor * dInterface;
        }
    }

    private (double Ratio, double[] Values)[] MakeShapes()
    {
        const int count = 40;
        double[] distances = [.. _reading.Pins.SelectMany(pin => _reading.Out is { } exit ? (double[])[pin.DistanceTo(_reading.In), pin.DistanceTo(exit)] : [pin.DistanceTo(_reading.In)])];
        double l = Coating.Thickness, low = Math.Min(Math.Pow(distances.Min() / 20, 2) / l, 0.01 * l), high = Math.Max(Math.Pow(30 * distances.Max(), 2) / l, l);
        return [.. Enumerable.Range(0, count).Select(i => low * Math.Pow(high / low, i / (count - 1.0))).Select(ratio => (ratio, Evaluate(ShapeResistivity, ShapeResistivity * ratio)))];
    }
}
