using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Numerics;
using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>A scalar of a cell that can be scaled.</summary>
/// <param name="Name">Place and quantity, as in "positive thickness" or "positive.layers[0] porosity".</param>
/// <param name="Scaled">The cell with this parameter multiplied by a factor near 1.</param>
public sealed record CellParameter(string Name, Func<Cell, double, Cell> Scaled)
{
    /// <summary>
    /// Its value with unit, for tables; a range where layers or materials differ. Functions are told of half-full particles and of the
    /// salt concentration at rest.
    /// </summary>
    public string Value { get; init; } = "";

    /// <summary>
    /// The parameters that a cell has; those of an electrode scale all of its layers. Cyclable lithium and 1C stay what they are, unless
    /// they are the parameter; porosity takes the transport efficiency along with it, at the same Bruggeman exponent.
    /// </summary>
    /// <param name="cell">The cell.</param>
    public static IReadOnlyList<CellParameter> Of(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return [.. Side(cell, "positive", c => c.Positive, (c, e) => c with { Positive = e }), .. Negative(cell), .. OfSeparator(cell.Separator),
            .. OfElectrolyte(cell.Electrolyte), .. OfWhole(cell)];
    }

    /// <summary>The parameters of the single layers of a cell's electrodes; layers count from the foil.</summary>
    /// <param name="cell">The cell.</param>
    public static IReadOnlyList<CellParameter> OfLayers(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var list = new List<CellParameter>();
        for (int l = 0; l < cell.Positive.Layers.Count; l++) list.AddRange(Layers("positive", cell.Positive, l, c => c.Positive, (c, e) => c with { Positive = e }));
        for (int l = 0; l < cell.Negative?.Layers.Count; l++) list.AddRange(Layers("negative", cell.Negative, l, c => c.Negative!, (c, e) => c with { Negative = e }));
        return list;
    }

    private static IEnumerable<CellParameter> Side(Cell cell, string name, Func<Cell, Electrode> get, Func<Cell, Electrode, Cell> set)
    {
        Electrode electrode = get(cell);
        foreach (CellParameter parameter in Layers(name, electrode, null, get, set)) yield return parameter;
        if (electrode.ContactResistance == 0) yield break;
        yield return new($"{name} contact resistance", (c, s) => set(c, get(c) with { ContactResistance = get(c).ContactResistance * s }))
        {
            Value = QuantityKinds.ArealResistance.Format(electrode.ContactResistance),
        };
    }

    private static IEnumerable<CellParameter> Negative(Cell cell)
    {
        if (cell.Negative is not null) return Side(cell, "negative", c => c.Negative!, (c, e) => c with { Negative = e });
        return cell.Lithium is { } lithium ? OfLithium(lithium, cell.Electrolyte.InitialConcentration) : [];
    }

    // Of one layer, or of all.
    private static IEnumerable<CellParameter> Layers(string name, Electrode electrode, int? layer, Func<Cell, Electrode> get, Func<Cell, Electrode, Cell> set)
    {
        Layer[] layers = layer is { } one ? [electrode.Layers[one]] : [.. electrode.Layers];
        string place = layer is null ? name : FormattableString.Invariant($"{name}.layers[{layer}]");
        foreach (LayerParameter parameter in LayerParameter.All)
        {
            double[] values = [.. layers.SelectMany(parameter.Values)];
            if (values.Length == 0 || values.All(v => v == 0)) continue;
            yield return new($"{place} {parameter.Name}", (c, s) =>
                set(c, get(c) with { Layers = [.. get(c).Layers.Select((l, index) => layer is null || index == layer ? parameter.Scale(l, s) : l)] }))
            {
                Value = parameter.IsTotal ? parameter.Kind.Format(values.Sum()) : Range(parameter.Kind, values),
            };
        }
    }

    private static IEnumerable<CellParameter> OfLithium(LithiumElectrode lithium, double salt)
    {
        CellParameter Make(string what, QuantityKind kind, double value, Func<LithiumElectrode, double, LithiumElectrode> scale) =>
            new($"lithium {what}", (c, s) => c with { Lithium = scale(c.Lithium!, s) }) { Value = kind.Format(value) };
        yield return Make("exchange current", QuantityKinds.CurrentDensity, lithium.ExchangeCurrentDensity.At(salt),
            (l, s) => l with { ExchangeCurrentDensity = new ScaledFunction(l.ExchangeCurrentDensity, s) });
        if (lithium.FilmResistance > 0) yield return Make("film resistance", QuantityKinds.ArealResistance, lithium.FilmResistance, (l, s) => l with { FilmResistance = l.FilmResistance * s });
        if (lithium.DoubleLayerCapacitance is > 0 and var capacitance)
            yield return Make("double-layer capacitance", QuantityKinds.ArealCapacitance, capacitance, (l, s) => l with { DoubleLayerCapacitance = l.DoubleLayerCapacitance * s });
    }

    private static IEnumerable<CellParameter> OfSeparator(Separator separator)
    {
        CellParameter Make(string what, QuantityKind kind, double value, Func<Separator, double, Separator> scale) =>
            new($"separator {what}", (c, s) => c with { Separator = scale(c.Separator, s) }) { Value = kind.Format(value) };
        yield return Make("thickness", QuantityKinds.Length, separator.Thickness, (p, s) => p with { Thickness = p.Thickness * s });
        yield return Make("porosity", QuantityKinds.Fraction, separator.Porosity, (p, s) => p with
        {
            Porosity = p.Porosity * s,
            TransportEfficiency = p.TransportEfficiency * Math.Pow(s, LayerParameter.Exponent(p.TransportEfficiency, p.Porosity)),
        });
        yield return Make("transport efficiency", QuantityKinds.Ratio, separator.TransportEfficiency, (p, s) => p with { TransportEfficiency = p.TransportEfficiency * s });
    }

    private static IEnumerable<CellParameter> OfElectrolyte(ElectrolyteProperties electrolyte)
    {
        CellParameter Make(string what, QuantityKind kind, double value, Func<ElectrolyteProperties, double, ElectrolyteProperties> scale) =>
            new(what, (c, s) => c with { Electrolyte = scale(c.Electrolyte, s) }) { Value = kind.Format(value) };
        CellParameter Function(string what, QuantityKind kind, ScalarFunction law, Func<ElectrolyteProperties, double, ElectrolyteProperties> scale) =>
            Make($"electrolyte {what}", kind, law.At(electrolyte.InitialConcentration), scale);
        yield return Make("salt concentration", QuantityKinds.Concentration, electrolyte.InitialConcentration, (e, s) => e with { InitialConcentration = e.InitialConcentration * s });
        yield return Function("conductivity", QuantityKinds.Conductivity, electrolyte.Conductivity, (e, s) => e with { Conductivity = new ScaledFunction(e.Conductivity, s) });
        yield return Function("diffusivity", QuantityKinds.Diffusivity, electrolyte.Diffusivity, (e, s) => e with { Diffusivity = new ScaledFunction(e.Diffusivity, s) });
        yield return Function("transference number", QuantityKinds.Ratio, electrolyte.TransferenceNumber, (e, s) => e with { TransferenceNumber = new ScaledFunction(e.TransferenceNumber, s) });
        yield return Function("thermodynamic factor", QuantityKinds.Ratio, electrolyte.ThermodynamicFactor, (e, s) => e with { ThermodynamicFactor = new ScaledFunction(e.ThermodynamicFactor, s) });
    }

    private static IEnumerable<CellParameter> OfWhole(Cell cell)
    {
        yield return new("area", (c, s) => c with { Area = c.Area * s }) { Value = QuantityKinds.Area.Format(cell.Area) };
        yield return new("temperature", (c, s) => c with { Temperature = c.Temperature * s }) { Value = FormattableString.Invariant($"{cell.Temperature:g6} K") };
        if (cell.CyclableLithium is { } lithium)
        {
            yield return new("cyclable lithium", (c, s) => c with { CyclableLithium = c.CyclableLithium * s })
            {
                Value = QuantityKinds.ArealCapacity.Format(lithium * PhysicalConstants.Faraday),
            };
        }
        if (cell.Thermal is not { } thermal) yield break;
        CellParameter Make(string what, string value, Func<LumpedThermal, double, LumpedThermal> scale) =>
            new(what, (c, s) => c with { Thermal = scale(c.Thermal!, s) }) { Value = value };
        yield return Make("heat capacity", FormattableString.Invariant($"{thermal.HeatCapacity:g5} J/K"), (t, s) => t with { HeatCapacity = t.HeatCapacity * s });
        if (thermal.HeatTransfer > 0) yield return Make("heat transfer", FormattableString.Invariant($"{thermal.HeatTransfer:g5} W/K"), (t, s) => t with { HeatTransfer = t.HeatTransfer * s });
        yield return Make("ambient temperature", FormattableString.Invariant($"{thermal.AmbientTemperature:g6} K"), (t, s) => t with { AmbientTemperature = t.AmbientTemperature * s });
    }

    private static string Range(QuantityKind kind, double[] values)
    {
        string least = kind.Format(values.Min()), most = kind.Format(values.Max());
        return least == most ? least : $"{least} to {most}";
    }
}
