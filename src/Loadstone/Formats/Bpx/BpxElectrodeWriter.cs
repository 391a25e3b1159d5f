using System.Globalization;
using System.Text.Json;
using Loadstone.Cells;
using Loadstone.Electrodes;

namespace Loadstone.Formats.Bpx;

/// <summary>
/// Writes an electrode as the one uniform layer that the format knows. Amounts become means over the thickness, and transport
/// properties the value with the same resistance; particles keep their materials and sizes, as a blend, and lose their place.
/// </summary>
internal sealed class BpxElectrodeWriter(Utf8JsonWriter json, List<LossNote> losses)
{
    private const double PotentialTolerance = 2e-5; // V
    private const double RelativeTolerance = 1e-4;
    private const double End = 1e-3;

    private sealed record Particles(IntercalationMaterial Material, double Radius, double VolumeFraction);

    /// <summary>Writes it.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="electrode">The electrode.</param>
    /// <param name="atEmpty">Its potential against lithium when the cell is empty [V].</param>
    /// <param name="atFull">Its potential against lithium when the cell is full [V].</param>
    /// <param name="cell">The cell that it belongs to.</param>
    public void Write(string field, Electrode electrode, double atEmpty, double atFull, Cell cell)
    {
        json.WriteStartObject(field);
        json.WriteNumber(BpxNames.Thickness, electrode.Thickness);
        json.WriteNumber(BpxNames.Porosity, electrode.MeanPorosity);
        json.WriteNumber(BpxNames.TransportEfficiency, InSeries(electrode, l => l.TransportEfficiency));
        json.WriteNumber(BpxNames.Conductivity, InSeries(electrode, l => l.ElectronicConductivity));
        Particles[] classes = Classes(electrode);
        if (classes.Length == 1)
        {
            Write(classes[0], field, atEmpty, atFull, cell);
        }
        else
        {
            json.WriteStartObject(BpxNames.Particle);
            string[] names = Names(classes);
            for (int i = 0; i < classes.Length; i++)
            {
                json.WriteStartObject(names[i]);
                Write(classes[i], $"{field}, {names[i]}", atEmpty, atFull, cell);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        TellLayers(field, electrode);
        if (electrode.ContactResistance > 0) Tell(field, $"the contact resistance at the foil, {Text(electrode.ContactResistance * 1e4)} Ω cm², has no field and is left out.");
    }

    private void Write(Particles particles, string place, double atEmpty, double atFull, Cell cell)
    {
        IntercalationMaterial material = particles.Material;
        double empty = CellBalance.StoichiometryAt(material, atEmpty, cell.Temperature), full = CellBalance.StoichiometryAt(material, atFull, cell.Temperature);
        double low = Math.Min(End, Math.Min(empty, full)), high = Math.Max(1 - End, Math.Max(empty, full));
        var functions = new BpxFunctionWriter(json, losses);
        json.WriteNumber(BpxNames.LeastStoichiometry, Math.Min(empty, full));
        json.WriteNumber(BpxNames.LargestStoichiometry, Math.Max(empty, full));
        json.WriteNumber(BpxNames.MaximumConcentration, material.MaximumConcentration);
        json.WriteNumber(BpxNames.Radius, particles.Radius);
        json.WriteNumber(BpxNames.Surface, 3 * particles.VolumeFraction / particles.Radius);
        functions.Write(BpxNames.Diffusivity, material.Diffusivity, low, high, RelativeTolerance * material.Diffusivity.At(0.5), place);
        functions.Write(BpxNames.Potential, material.OpenCircuitPotential, low, high, PotentialTolerance, place);
        // i₀* counts from 1000 mol/m³, K from the concentration at rest.
        json.WriteNumber(BpxNames.Rate, material.ReferenceExchangeCurrentDensity / PhysicalConstants.Faraday * Math.Sqrt(cell.Electrolyte.InitialConcentration / 1000));
        if (material.DiffusivityActivationEnergy > 0) json.WriteNumber(BpxNames.DiffusivityEnergy, material.DiffusivityActivationEnergy);
        if (material.ExchangeActivationEnergy > 0) json.WriteNumber(BpxNames.RateEnergy, material.ExchangeActivationEnergy);
        if (material.EntropicCoefficient is { } entropic) functions.Write(BpxNames.Entropic, entropic, low, high, 1e-7, place);
        if (material.DoubleLayerCapacitance is { } layer) Tell(place, $"the double layer on the particles, {Text(layer)} F/m², has no field and is left out.");
        if (material.FilmResistance > 0) Tell(place, $"the film resistance of the particles, {Text(material.FilmResistance * 1e4)} Ω cm², has no field and is left out.");
    }

    private static Particles[] Classes(Electrode electrode) =>
    [
        .. electrode.Layers.SelectMany(layer => layer.Particles.Select(p => (p.Material, p.Radius, Share: layer.Thickness * p.VolumeFraction.Mean)))
            .GroupBy(p => (p.Material, p.Radius))
            .Select(group => new Particles(group.Key.Material, group.Key.Radius, group.Sum(p => p.Share) / electrode.Thickness)),
    ];

    private static string[] Names(Particles[] classes)
    {
        var names = new List<string>();
        foreach (Particles particles in classes)
        {
            string name = classes.Count(c => c.Material.Name == particles.Material.Name) == 1
                ? particles.Material.Name
                : $"{particles.Material.Name}, radius {Text(particles.Radius * 1e6)} um";
            for (int i = 2; names.Contains(name); i++) name = $"{particles.Material.Name} {i}";
            names.Add(name);
        }
        return [.. names];
    }

    /// <summary>The uniform value with the same resistance as the layers one behind the other.</summary>
    private static double InSeries(Electrode electrode, Func<Layer, DepthProfile> property) =>
        electrode.Thickness / electrode.Layers.Sum(layer => layer.Thickness * property(layer).Select(v => 1 / v).Mean);

    private void TellLayers(string place, Electrode electrode)
    {
        if (electrode.Layers.Count > 1)
        {
            string thicknesses = string.Join(", ", electrode.Layers.Select(l => $"{l.Name} {Text(l.Thickness * 1e6)} µm"));
            Tell(place, $"{electrode.Layers.Count} layers ({thicknesses}, from the foil) become one of {Text(electrode.Thickness * 1e6)} µm; where particles of different size or material stand is lost.");
        }
        Property("porosity", l => l.Porosity, electrode.MeanPorosity, "their mean");
        Property("transport efficiency", l => l.TransportEfficiency, InSeries(electrode, l => l.TransportEfficiency), "the value of the same resistance");
        Property("conductivity in S/m", l => l.ElectronicConductivity, InSeries(electrode, l => l.ElectronicConductivity), "the value of the same resistance");
        double Active(Layer layer) => layer.Particles.Sum(p => p.VolumeFraction.Mean);
        Property("active volume fraction", l => Active(l), electrode.Layers.Sum(l => l.Thickness * Active(l)) / electrode.Thickness, "their mean");
        foreach (Layer layer in electrode.Layers)
        {
            if (layer.Particles.Any(p => !p.VolumeFraction.IsUniform)) Tell(place, $"the active volume fraction of layer {layer.Name} changes with depth; its mean is written.");
            if (layer.WettedFraction.Minimum < 1) Tell(place, $"dry pores of layer {layer.Name} (wetted: {Range(layer.WettedFraction)}) have no field; all are taken as wet.");
            if (layer.BinderConductivity.Maximum > 0) Tell(place, $"conduction of ions in the binder of layer {layer.Name} ({Range(layer.BinderConductivity)} S/m) has no field and is left out.");
        }

        void Property(string what, Func<Layer, DepthProfile> property, double written, string how)
        {
            double first = property(electrode.Layers[0]).Mean;
            if (electrode.Layers.All(l => property(l).IsUniform && property(l).Mean == first)) return;
            string values = string.Join(", ", electrode.Layers.Select(l => $"{l.Name} {Range(property(l))}"));
            Tell(place, $"{what}: {values} becomes {Text(written)}, {how}.");
        }
    }

    private void Tell(string place, string text) => losses.Add(new LossNote(place, text));

    private static string Range(DepthProfile profile) => profile.IsUniform ? Text(profile.Mean) : $"{Text(profile.At(0))} at the foil to {Text(profile.At(1))}";

    private static string Text(double value) => value.ToString("g4", CultureInfo.InvariantCulture);
}
