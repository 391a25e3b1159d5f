using System.CommandLine;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Formats.Bpx;
using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary>A cell to simulate and how finely.</summary>
internal sealed record ChosenCell(Cell Cell, MeshSettings Mesh)
{
    /// <summary>State of charge that the cell's file starts from; 1 where it says nothing.</summary>
    public double StateOfCharge { get; init; } = 1;

    /// <summary>What a person should know of how the file was read.</summary>
    public IReadOnlyList<LossNote> Notes { get; init; } = [];

    /// <summary>Tells the notes, beside the results.</summary>
    public void TellNotes(Terminal terminal)
    {
        foreach (LossNote note in Notes) terminal.Error.WriteLine($"note: {note}");
    }
}

/// <summary>The options that change or choose the cell, the same in every command that takes one.</summary>
internal sealed class CellOptions
{
    private const string HeatingOption = "--self-heating";

    private readonly Option<string[]> _set = new("--set") { Description = "Set a path of the document to another value; give the option once for each path.", HelpName = "path=value" };
    private readonly Option<string[]> _variant = new("--variant") { Description = "Take only this variant; give the option once for each variant.", HelpName = "NAME" };
    private readonly Option<string?> _mesh = new("--mesh") { Description = "Cells across negative, separator and positive, and shells of a particle.", HelpName = "x:20,10,20,r:20" };

    private readonly Option<bool> _heating = new(HeatingOption) { Description = "Let the cell of a Battery Parameter eXchange file heat by itself, by the file's thermal values." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_set, _variant, _mesh];

    /// <summary>The option that lets a cell heat by itself, of the commands that follow a cell in time.</summary>
    public Option Heating => _heating;

    /// <summary>The options that say which cell, without how finely.</summary>
    public IReadOnlyList<Option> Choice => [_set, _variant];

    /// <summary>The changes that were asked for.</summary>
    public IReadOnlyList<DesignOverride> Overrides(ParseResult parsed) => [.. (parsed.GetValue(_set) ?? []).Select(DesignOverride.Parse)];

    /// <summary>The variants that were asked for; empty for all.</summary>
    public IReadOnlyList<string> Variants(ParseResult parsed) => parsed.GetValue(_variant) ?? [];

    /// <summary>The mesh that was asked for, or null.</summary>
    public MeshSettings? Mesh(ParseResult parsed) => parsed.GetValue(_mesh) is { } text ? MeshText.Parse(text) : null;

    /// <summary>The cell of a parameter set, of a Battery Parameter eXchange file or of a document.</summary>
    /// <exception cref="InputException">There is no such set and no such file, or the file cannot be used.</exception>
    public ChosenCell Load(ParseResult parsed, string name)
    {
        bool isSet = ParameterSets.Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
        if (isSet)
        {
            NoChanges(parsed, $"{name} is a published parameter set");
            NoHeating(parsed, $"{name} is a published parameter set without thermal values");
            return new ChosenCell(ParameterSetCell.Load(name), Mesh(parsed) ?? new MeshSettings());
        }
        if (!File.Exists(name) && !name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            string hint = NearestName.Find(name, ParameterSets.Names) is { } near ? $" Did you mean {near}?" : "";
            throw new InputException($"\"{name}\" is neither a parameter set ({string.Join(", ", ParameterSets.Names)}) nor a file.{hint}");
        }
        if (BpxReader.Recognises(name))
        {
            NoChanges(parsed, $"{name} is a Battery Parameter eXchange file");
            BpxReading reading = BpxReader.ReadFile(name);
            Cell cell = reading.Cell;
            if (parsed.GetValue(_heating))
            {
                cell = cell with
                {
                    Thermal = reading.Thermal ?? throw new InputException(
                        $"{name} does not say enough for self-heating; expected density, volume, specific heat capacity and surface of the cell, and a heat transfer coefficient.", file: HeatingOption),
                };
            }
            return new ChosenCell(cell, Mesh(parsed) ?? new MeshSettings()) { StateOfCharge = reading.InitialStateOfCharge, Notes = reading.Notes };
        }
        NoHeating(parsed, $"{name} is a design document, whose field \"thermal\" says it");
        DesignDocument document = DesignDocument.Load(name, Overrides(parsed));
        Design design = Variants(parsed) switch
        {
            [] => document.Base,
            [var one] => DesignRunner.Choose(document, [one])[0],
            _ => throw new InputException("one cell has one variant; give --variant once."),
        };
        BuiltDesign built = DesignBuilder.Build(design);
        return new ChosenCell(built.Cell, Mesh(parsed) ?? design.Mesh) { Notes = ZonesLeftOut(built) };
    }

    /// <summary>A capacitance of double layers [F/m²] as written after --double-layer, or null.</summary>
    /// <exception cref="InputException">It is none, or negative.</exception>
    public static double? DoubleLayer(string? text)
    {
        if (text is null) return null;
        if (!QuantityKinds.ArealCapacitance.TryParse(text, out double value, out string? problem)) throw new InputException(problem, file: "--double-layer");
        return value >= 0 ? value : throw new InputException($"\"{text}\" is negative; expected {QuantityKinds.ArealCapacitance.Name} of 0 or more.", file: "--double-layer");
    }

    // A command for one uniform cell takes the electrode without its zones.
    private static LossNote[] ZonesLeftOut(BuiltDesign built) => built.Zones.Count == 0
        ? []
        : [new LossNote("positive.zones", $"{string.Join(", ", built.Zones.Select(zone => zone.Name))} left out; the uniform electrode of the same document is taken. loadstone run follows zones.")];

    private void NoChanges(ParseResult parsed, string what)
    {
        if (Overrides(parsed).Count > 0 || Variants(parsed).Count > 0)
            throw new InputException($"{what}; --set and --variant are for design documents.");
    }

    private void NoHeating(ParseResult parsed, string what)
    {
        if (parsed.GetValue(_heating)) throw new InputException($"{what}; expected a Battery Parameter eXchange file with this option.", file: HeatingOption);
    }
}
