using System.Globalization;
using System.Text.RegularExpressions;
using Loadstone.Cells;
using Loadstone.Formats.Json;
using Loadstone.Numerics;

namespace Loadstone.Formats.Bpx;

/// <summary>
/// Reads cells from Battery Parameter eXchange files (Faraday Institution), versions 0.x and 1.x, with parameters for the
/// porous-electrode model. Fields that the format does not know are errors; what the model does not use is told in notes.
/// <para>
/// The active volume fraction is a R/3; effective conductivity and transport efficiency are taken as they stand; the
/// kinetics are j = 2 j₀ sinh(Fη/2RT) with j₀ = F K √(c_e/c_e0 θ(1 − θ)) (the format's version 0.3 and later).
/// </para>
/// </summary>
public static partial class BpxReader
{
    private const double WindowTolerance = 1e-3; // V
    private const double MostEnergy = 1e6; // J/mol
    private const double LithiumTolerance = 1e-3; // of the cyclable lithium

    /// <summary>Whether a file is of this format: a JSON object whose Header has a field "BPX".</summary>
    /// <param name="path">The file.</param>
    public static bool Recognises(string path)
    {
        try
        {
            return PlacedJsonReader.ReadFile(path) is PlacedObject root && root.Find(BpxNames.Header) is PlacedObject header && header.Find(BpxNames.Version) is not null;
        }
        catch (InputException)
        {
            return false; // not JSON; whoever reads it in another format will say what is wrong
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read or breaks the format; the message says where.</exception>
    public static BpxReading ReadFile(string path) => Read(PlacedJsonReader.ReadFile(path), path);

    /// <summary>Reads the content of a file.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="InputException">It breaks the format; the message says where.</exception>
    public static BpxReading Parse(byte[] utf8, string? file = null) => Read(PlacedJsonReader.Read(utf8, file), file);

    private static BpxReading Read(PlacedValue document, string? file)
    {
        var notes = new List<LossNote>();
        var given = document as PlacedObject ?? throw document.Error($"{document.Sort} stands here; expected an object {{ … }}.");
        PlacedValue headerValue = given.Find(BpxNames.Header) ?? throw given.Error($"\"{BpxNames.Header}\" is missing.");
        BpxObject header = BpxObject.Of(headerValue, "the header", BpxNames.HeaderFields);
        foreach (string field in (string[])[BpxNames.Description, BpxNames.References]) header.OptionalText(field);
        (string version, bool isOld) = Version(header.Required(BpxNames.Version), notes);
        CheckModel(header.Required(BpxNames.Model), given);
        BpxObject root = isOld
            ? BpxObject.Of(given, "the file", BpxNames.Header, BpxNames.Parameterisation, BpxNames.Validation)
            : BpxObject.Of(given, "the file", BpxNames.Header, BpxNames.Parameterisation, BpxNames.State, BpxNames.Validation);

        BpxObject parts = BpxObject.Of(root.Required(BpxNames.Parameterisation), "the parameterisation", BpxNames.Parts);
        BpxObject cell = BpxObject.Of(parts.Required(BpxNames.Cell), "the cell", isOld ? [.. BpxNames.CellFields, .. BpxNames.OldCellFields] : BpxNames.CellFields);
        BpxObject electrolyte = BpxObject.Of(
            parts.Required(BpxNames.Electrolyte), "the electrolyte", isOld ? [.. BpxNames.ElectrolyteFields, BpxNames.OldConcentration] : BpxNames.ElectrolyteFields);
        BpxStart start = BpxStart.Read(root.Find(BpxNames.State), cell, electrolyte, isOld, notes);
        BpxElectrode negative = BpxElectrodeReader.Read(parts.Required(BpxNames.Negative), "negative electrode", start, notes);
        BpxElectrode positive = BpxElectrodeReader.Read(parts.Required(BpxNames.Positive), "positive electrode", start, notes);
        (double lower, double upper) = CutOffs(cell);
        var made = new Cell
        {
            Name = header.OptionalText(BpxNames.Title) ?? (file is null ? "cell" : Path.GetFileNameWithoutExtension(file)),
            Negative = negative.Electrode,
            Positive = positive.Electrode,
            Separator = SeparatorOf(parts.Required(BpxNames.Separator)),
            Electrolyte = ElectrolyteOf(electrolyte, start, notes),
            Area = cell.Positive(BpxNames.Area) * cell.Count(BpxNames.Pairs),
            LowerCutOff = lower,
            UpperCutOff = upper,
            OneC = cell.Positive(BpxNames.Capacity), // A h in one hour
            Temperature = start.Temperature,
            CyclableLithium = negative.MostLithium + positive.LeastLithium,
        };
        TellUserDefined(parts.Find(BpxNames.UserDefined), notes);
        LumpedThermal? thermal = ThermalOf(cell, start, notes);
        CheckWindow(made, negative, positive, cell.Place, notes);
        return new BpxReading
        {
            Version = version,
            Cell = made,
            InitialStateOfCharge = start.StateOfCharge,
            Thermal = thermal,
            Notes = notes,
            Validation = BpxValidation.Read(root.Find(BpxNames.Validation)),
        };
    }

    private static (string Version, bool IsOld) Version(PlacedValue value, List<LossNote> notes)
    {
        string version = value switch
        {
            PlacedText text => text.Value,
            PlacedNumber number => number.Written, // as files of the first versions have it
            _ => throw value.Error($"{value.Sort} stands here; expected a version such as \"1.1.0\"."),
        };
        Match match = VersionText().Match(version);
        if (!match.Success || match.Groups[1].Value is not ("0" or "1"))
            throw value.Error($"\"{version}\" is no version that can be read; expected 0.x or 1.x, such as \"1.1.0\".");
        bool isOld = match.Groups[1].Value == "0";
        if (isOld && int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) < 3)
            notes.Add(new LossNote(value.Place.Path, $"version {version}: the rate constants are read as since 0.3, with j = 2 j₀ sinh(Fη/2RT)."));
        return (version, isOld);
    }

    private static void CheckModel(PlacedValue value, PlacedObject root)
    {
        string[] models = ["DFN", "SPMe", "SPM", "Partial"];
        string model = (value as PlacedText)?.Value ?? throw value.Error($"{value.Sort} stands here; expected one of {string.Join(", ", models)}.");
        if (!models.Contains(model)) throw value.Error($"\"{model}\" is no model of the format; expected one of {string.Join(", ", models)}.");
        bool hasElectrolyte = root.Find(BpxNames.Parameterisation) is PlacedObject parts && parts.Find(BpxNames.Electrolyte) is not null;
        if (model is "SPM" && !hasElectrolyte)
            throw value.Error("the file describes a single-particle model without electrolyte and separator; the porous-electrode model needs a file for DFN or SPMe.");
    }

    private static (double Lower, double Upper) CutOffs(BpxObject cell)
    {
        double lower = cell.Number(BpxNames.LowerCutOff, -1, 10), upper = cell.Number(BpxNames.UpperCutOff, -1, 10);
        return lower < upper ? (lower, upper) : throw cell.Required(BpxNames.LowerCutOff).Error(
            FormattableString.Invariant($"{lower} V is not below \"{BpxNames.UpperCutOff}\" {upper} V."));
    }

    // A cell heats by itself only where that is asked for: what a file says of it, or does not, is told.
    private static LumpedThermal? ThermalOf(BpxObject cell, BpxStart start, List<LossNote> notes)
    {
        string[] fields = [BpxNames.Density, BpxNames.Volume, BpxNames.HeatCapacity, BpxNames.ExternalSurface];
        double?[] factors = [.. fields.Select(field => cell.Find(field) is null ? (double?)null : cell.Positive(field))];
        if (factors is [{ } density, { } volume, { } heatCapacity, { } surface] && start.HeatTransferCoefficient is { } transfer)
        {
            var thermal = new LumpedThermal { HeatCapacity = density * volume * heatCapacity, HeatTransfer = transfer * surface, AmbientTemperature = start.AmbientTemperature };
            notes.Add(new LossNote(cell.Place.Path, FormattableString.Invariant(
                $"the cell stays at {start.Temperature} K; with self-heating it would hold {thermal.HeatCapacity:g4} J/K and give off {thermal.HeatTransfer:g4} W/K.")));
            return thermal;
        }
        string[] given = [.. fields.Where((_, i) => factors[i] is not null), .. start.HeatTransferCoefficient is null ? (string[])[] : [BpxNames.HeatTransfer]];
        string[] missing = [.. fields.Where((_, i) => factors[i] is null), .. start.HeatTransferCoefficient is null ? (string[])[BpxNames.HeatTransfer] : []];
        if (given.Length > 0)
        {
            notes.Add(new LossNote(cell.Place.Path,
                $"{string.Join(", ", given.Select(Quoted))} {(given.Length == 1 ? "is" : "are")} not used: self-heating also needs {string.Join(", ", missing.Select(Quoted))}."));
        }
        return null;

        static string Quoted(string field) => $"\"{field}\"";
    }

    private static Separator SeparatorOf(PlacedValue value)
    {
        BpxObject separator = BpxObject.Of(value, "the separator", BpxNames.SeparatorFields);
        return new Separator
        {
            Thickness = separator.Number(BpxNames.Thickness, 1e-7, 5e-3),
            Porosity = separator.Number(BpxNames.Porosity, 1e-3, 1),
            TransportEfficiency = separator.Number(BpxNames.TransportEfficiency, 1e-6, 1),
        };
    }

    private static ElectrolyteProperties ElectrolyteOf(BpxObject from, BpxStart start, List<LossNote> notes)
    {
        return new ElectrolyteProperties
        {
            InitialConcentration = start.Concentration,
            Diffusivity = Transport(from, BpxNames.Diffusivity, start.Concentration, notes),
            Conductivity = Transport(from, BpxNames.Conductivity, start.Concentration, notes),
            TransferenceNumber = new ConstantFunction(from.Number(BpxNames.Transference, -2, 1)),
            ThermodynamicFactor = new ConstantFunction(1),
            ReferenceTemperature = start.ReferenceTemperature,
            ConductivityActivationEnergy = from.OptionalNumber(BpxNames.ConductivityEnergy, 0, MostEnergy) ?? 0,
            DiffusivityActivationEnergy = from.OptionalNumber(BpxNames.DiffusivityEnergy, 0, MostEnergy) ?? 0,
        };
    }

    private static ScalarFunction Transport(BpxObject from, string field, double concentration, List<LossNote> notes)
    {
        BpxFunction function = BpxFunction.Read(from.Required(field)).On(concentration, concentration, "the salt concentration at rest", positive: true);
        if (function.Domain is { } domain)
        {
            notes.Add(new LossNote(from.Place.Member(field).Path, FormattableString.Invariant(
                $"the table covers {domain.Low:g6} to {domain.High:g6} mol/m³; beyond it the curve goes on as a straight line.")));
            return function.Function;
        }
        return SampledFunction.Of(function.Function, 5, 4000, 1e-10 * function.Function.At(concentration));
    }

    private static void TellUserDefined(PlacedValue? value, List<LossNote> notes)
    {
        if (value is null) return;
        PlacedObject given = value as PlacedObject ?? throw value.Error($"{value.Sort} stands here; expected an object {{ … }}.");
        string[] unused = [.. given.Members.Select(m => m.Name).Where(name => name != BpxNames.UserDescription)];
        if (unused.Length > 0) notes.Add(new LossNote(given.Place.Path, $"these fields are not used: {string.Join(", ", unused)}."));
    }

    /// <summary>Whether stoichiometry windows, lithium and cut-offs tell the same story; small differences are told, a cell that cannot rest is an error.</summary>
    private static void CheckWindow(Cell cell, BpxElectrode negative, BpxElectrode positive, JsonPlace place, List<LossNote> notes)
    {
        double full = cell.CyclableLithium!.Value, empty = negative.LeastLithium + positive.MostLithium;
        if (Math.Abs(empty / full - 1) > LithiumTolerance)
        {
            notes.Add(new LossNote(BpxNames.Parameterisation, FormattableString.Invariant(
                $"the windows hold {full:g6} mol/m² of lithium when charged and {empty:g6} when discharged; the charged one counts.")));
        }
        Tell(cell.UpperCutOff, negative.MostLithium, positive.LeastLithium, BpxNames.UpperCutOff);
        Tell(cell.LowerCutOff, negative.LeastLithium, positive.MostLithium, BpxNames.LowerCutOff);
        try
        {
            CellBalance.CapacityPerArea(cell);
        }
        catch (InputException e)
        {
            throw place.Error(e.Problem);
        }

        void Tell(double cutOff, double inNegative, double inPositive, string field)
        {
            double voltage = CellBalance.PotentialAt(positive.Electrode, inPositive) - CellBalance.PotentialAt(negative.Electrode, inNegative);
            if (Math.Abs(voltage - cutOff) > WindowTolerance)
            {
                notes.Add(new LossNote(place.Member(field).Path, FormattableString.Invariant(
                    $"at the ends of the stoichiometry windows the cell rests at {voltage:f4} V, not at {cutOff} V; the state of charge counts between the cut-offs.")));
            }
        }
    }

    [GeneratedRegex(@"^(\d+)\.(\d+)(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionText();
}
