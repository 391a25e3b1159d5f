using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Formats.Bpx;

/// <summary>A cell as the text of a Battery Parameter eXchange file, and what the format could not say of it.</summary>
/// <param name="Json">The text.</param>
/// <param name="Losses">What is lost, with its numbers; the file carries the same words in its user-defined description.</param>
public sealed record BpxText(string Json, IReadOnlyList<LossNote> Losses);

/// <summary>
/// Writes cells as Battery Parameter eXchange files, version 1.1. The format knows one uniform layer an electrode, a constant
/// transference number and no thermodynamic factor; what a cell has beyond that is written as its mean, or left out, and listed.
/// A half cell becomes a file of the model "Partial", without a negative electrode.
/// </summary>
public static class BpxWriter
{
    private const string Version = "1.1.0";
    private const double LeastConcentration = 5, MostConcentration = 4000; // mol/m³
    private const double RelativeTolerance = 1e-4;

    /// <summary>Writes a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stateOfCharge">State of charge at the start, 0 to 1.</param>
    /// <exception cref="InputException">The cell cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    public static BpxText Write(Cell cell, double stateOfCharge = 1)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!(stateOfCharge is >= 0 and <= 1)) throw new InputException(FormattableString.Invariant($"A state of charge of {stateOfCharge:g6} does not lie in [0, 1]."));
        var losses = new List<LossNote>();
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            WriteHeader(json, cell);
            json.WriteStartObject(BpxNames.Parameterisation);
            WriteCell(json, cell, losses);
            WriteElectrolyte(json, cell.Electrolyte, losses);
            WriteElectrodes(json, cell, losses);
            WriteSeparator(json, cell.Separator);
            WriteLosses(json, losses);
            json.WriteEndObject();
            WriteState(json, cell, stateOfCharge);
            json.WriteEndObject();
        }
        return new BpxText(Encoding.UTF8.GetString(stream.ToArray()) + "\n", losses);
    }

    /// <summary>Writes a file, whole or not at all, and gives what is lost.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="stateOfCharge">State of charge at the start, 0 to 1.</param>
    /// <exception cref="InputException">The cell cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static IReadOnlyList<LossNote> WriteFile(string path, Cell cell, double stateOfCharge = 1)
    {
        BpxText text = Write(cell, stateOfCharge);
        AtomicFile.Write(path, text.Json);
        return text.Losses;
    }

    private static void WriteHeader(Utf8JsonWriter json, Cell cell)
    {
        json.WriteStartObject(BpxNames.Header);
        json.WriteString(BpxNames.Version, Version);
        json.WriteString(BpxNames.Title, cell.Name);
        json.WriteString(BpxNames.Description, "Written by Loadstone.");
        json.WriteString(BpxNames.Model, cell.IsHalfCell ? "Partial" : "DFN");
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, Cell cell, List<LossNote> losses)
    {
        json.WriteStartObject(BpxNames.Cell);
        json.WriteNumber(BpxNames.Area, cell.Area);
        json.WriteNumber(BpxNames.Pairs, 1);
        json.WriteNumber(BpxNames.LowerCutOff, cell.LowerCutOff);
        json.WriteNumber(BpxNames.UpperCutOff, cell.UpperCutOff);
        json.WriteNumber(BpxNames.Capacity, cell.OneC); // A in one hour
        json.WriteNumber(BpxNames.ReferenceTemperature, ReferenceTemperature(cell, losses));
        json.WriteEndObject();
        if (cell.Thermal is { } thermal)
        {
            losses.Add(new LossNote(BpxNames.Cell, FormattableString.Invariant(
                $"self-heating with {thermal.HeatCapacity:g4} J/K and {thermal.HeatTransfer:g4} W/K is left out: the format asks for density, volume and surface one by one.")));
        }
    }

    /// <summary>The one temperature at which the format's parameters hold.</summary>
    private static double ReferenceTemperature(Cell cell, List<LossNote> losses)
    {
        IEnumerable<IntercalationMaterial> materials = ((Electrode?[])[cell.Positive, cell.Negative])
            .SelectMany(electrode => electrode?.Layers.SelectMany(layer => layer.Particles).Select(p => p.Material) ?? []);
        double[] used =
        [
            .. materials.Where(m => m.DiffusivityActivationEnergy > 0 || m.ExchangeActivationEnergy > 0 || m.EntropicCoefficient is not null).Select(m => m.ReferenceTemperature),
            .. cell.Electrolyte.ConductivityActivationEnergy > 0 || cell.Electrolyte.DiffusivityActivationEnergy > 0 ? (double[])[cell.Electrolyte.ReferenceTemperature] : [],
        ];
        double[] different = [.. used.Distinct()];
        if (different.Length == 0) return cell.Temperature;
        if (different.Length > 1)
        {
            string all = string.Join(", ", different.Select(t => FormattableString.Invariant($"{t} K")));
            losses.Add(new LossNote(BpxNames.Cell, FormattableString.Invariant($"the parameters hold at different temperatures ({all}); the format has one, {different[0]} K is written.")));
        }
        return different[0];
    }

    private static void WriteElectrolyte(Utf8JsonWriter json, ElectrolyteProperties electrolyte, List<LossNote> losses)
    {
        double rest = electrolyte.InitialConcentration, low = Math.Min(LeastConcentration, rest), high = Math.Max(MostConcentration, rest);
        var functions = new BpxFunctionWriter(json, losses);
        json.WriteStartObject(BpxNames.Electrolyte);
        json.WriteNumber(BpxNames.Transference, electrolyte.TransferenceNumber.At(rest));
        functions.Write(BpxNames.Diffusivity, electrolyte.Diffusivity, low, high, RelativeTolerance * electrolyte.Diffusivity.At(rest), BpxNames.Electrolyte);
        functions.Write(BpxNames.Conductivity, electrolyte.Conductivity, low, high, RelativeTolerance * electrolyte.Conductivity.At(rest), BpxNames.Electrolyte);
        if (electrolyte.DiffusivityActivationEnergy > 0) json.WriteNumber(BpxNames.DiffusivityEnergy, electrolyte.DiffusivityActivationEnergy);
        if (electrolyte.ConductivityActivationEnergy > 0) json.WriteNumber(BpxNames.ConductivityEnergy, electrolyte.ConductivityActivationEnergy);
        json.WriteEndObject();
        if (!electrolyte.TransferenceNumber.IsConstant)
            losses.Add(new LossNote(BpxNames.Electrolyte, $"the transference number changes with concentration ({Around(electrolyte.TransferenceNumber, rest)}); the format has a constant, that at rest is written."));
        if (!electrolyte.ThermodynamicFactor.IsConstant || electrolyte.ThermodynamicFactor.At(rest) != 1)
            losses.Add(new LossNote(BpxNames.Electrolyte, $"the thermodynamic factor ({Around(electrolyte.ThermodynamicFactor, rest)}) has no field; readers take 1."));
    }

    private static string Around(ScalarFunction function, double rest) => FormattableString.Invariant(
        $"{function.At(rest / 2):g4}, {function.At(rest):g4}, {function.At(2 * rest):g4} at {rest / 2:g4}, {rest:g4}, {2 * rest:g4} mol/m³");

    private static void WriteElectrodes(Utf8JsonWriter json, Cell cell, List<LossNote> losses)
    {
        (double negativeEmpty, double positiveEmpty) = CellBalance.PotentialsAt(cell, 0);
        (double negativeFull, double positiveFull) = CellBalance.PotentialsAt(cell, 1);
        var electrodes = new BpxElectrodeWriter(json, losses);
        if (cell.Negative is { } negative) electrodes.Write(BpxNames.Negative, negative, negativeEmpty, negativeFull, cell);
        electrodes.Write(BpxNames.Positive, cell.Positive, positiveEmpty, positiveFull, cell);
        if (cell.Lithium is { } lithium)
        {
            double rest = cell.Electrolyte.InitialConcentration;
            losses.Add(new LossNote(BpxNames.Negative, FormattableString.Invariant(
                $"the format has no half cells: lithium metal of {lithium.Thickness * 1e6:g4} µm with an exchange-current density of {lithium.ExchangeCurrentDensity.At(rest):g4} A/m² at rest is left out, and the model is \"Partial\".")));
            if (lithium.DoubleLayerCapacitance is { } layer)
                losses.Add(new LossNote(BpxNames.Negative, FormattableString.Invariant($"the double layer on the lithium, {layer:g4} F/m², is left out.")));
            if (lithium.FilmResistance > 0)
                losses.Add(new LossNote(BpxNames.Negative, FormattableString.Invariant($"the film on the lithium, {lithium.FilmResistance * 1e4:g4} Ω cm², is left out.")));
        }
    }

    private static void WriteSeparator(Utf8JsonWriter json, Separator separator)
    {
        json.WriteStartObject(BpxNames.Separator);
        json.WriteNumber(BpxNames.Thickness, separator.Thickness);
        json.WriteNumber(BpxNames.Porosity, separator.Porosity);
        json.WriteNumber(BpxNames.TransportEfficiency, separator.TransportEfficiency);
        json.WriteEndObject();
    }

    private static void WriteLosses(Utf8JsonWriter json, List<LossNote> losses)
    {
        if (losses.Count == 0) return;
        json.WriteStartObject(BpxNames.UserDefined);
        json.WriteString(BpxNames.UserDescription, $"What this format could not say of the cell. {string.Join(" ", losses)}");
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, Cell cell, double stateOfCharge)
    {
        json.WriteStartObject(BpxNames.State);
        json.WriteStartObject(BpxNames.InitialConditions);
        json.WriteNumber(BpxNames.InitialCharge, stateOfCharge);
        json.WriteNumber(BpxNames.InitialTemperature, cell.Temperature);
        json.WriteNumber(BpxNames.InitialConcentration, cell.Electrolyte.InitialConcentration);
        json.WriteEndObject();
        json.WriteStartObject(BpxNames.ThermalEnvironment);
        json.WriteNumber(BpxNames.AmbientTemperature, cell.Thermal?.AmbientTemperature ?? cell.Temperature);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
