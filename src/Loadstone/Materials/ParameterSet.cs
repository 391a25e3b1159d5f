using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A published set of cell parameters for the porous-electrode model, as printed: full cell or half cell against lithium.</summary>
public sealed record ParameterSet
{
    /// <summary>The name that commands use: <c>chen2020</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name that reports show.</summary>
    public required string Title { get; init; }

    /// <summary>The publication.</summary>
    public required string Source { get; init; }

    /// <summary>What a user should know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Height of the electrodes [m].</summary>
    public required SourcedValue Height { get; init; }

    /// <summary>Width of the electrodes, all windings or sheets together [m].</summary>
    public required SourcedValue Width { get; init; }

    /// <summary>Nominal capacity [C]; 1C is this charge in an hour.</summary>
    public required SourcedValue NominalCapacity { get; init; }

    /// <summary>Lower cut-off voltage, 0 % state of charge at rest [V].</summary>
    public required SourcedValue LowerCutOff { get; init; }

    /// <summary>Upper cut-off voltage, 100 % state of charge at rest [V].</summary>
    public required SourcedValue UpperCutOff { get; init; }

    /// <summary>Temperature [K].</summary>
    public required SourcedValue Temperature { get; init; }

    /// <summary>The porous negative electrode; null in a half cell.</summary>
    public ElectrodeParameters? Negative { get; init; }

    /// <summary>The lithium electrode; null in a full cell.</summary>
    public LithiumParameters? Lithium { get; init; }

    /// <summary>The porous positive electrode.</summary>
    public required ElectrodeParameters Positive { get; init; }

    /// <summary>The separator.</summary>
    public required SeparatorParameters Separator { get; init; }

    /// <summary>The electrolyte.</summary>
    public required ElectrolyteParameters Electrolyte { get; init; }

    /// <summary>Area of the electrodes [m²].</summary>
    public double Area => Height.Value * Width.Value;

    /// <summary>Current at 1C [A].</summary>
    public double OneC => NominalCapacity.Value / 3600;

    internal static ParameterSet Read(MaterialReader reader)
    {
        MaterialReader? negative = reader.OptionalChild("negative"), lithium = reader.OptionalChild("lithium");
        if (negative is null == lithium is null) throw reader.Problem("give either negative or lithium");
        SourcedValue temperature = reader.Value("temperature", QuantityKinds.Temperature);
        return new ParameterSet
        {
            Name = reader.Name,
            Title = reader.Text("title"),
            Source = reader.Text("source"),
            Notes = reader.Texts("notes"),
            Height = reader.Value("height", QuantityKinds.Length),
            Width = reader.Value("width", QuantityKinds.Length),
            NominalCapacity = reader.Value("nominalCapacity", QuantityKinds.Charge),
            LowerCutOff = reader.Value("lowerCutOff", QuantityKinds.Voltage),
            UpperCutOff = reader.Value("upperCutOff", QuantityKinds.Voltage),
            Temperature = temperature,
            Negative = negative is null ? null : ElectrodeParameters.Read(negative),
            Lithium = lithium is null ? null : LithiumParameters.Read(lithium),
            Positive = ElectrodeParameters.Read(reader.Child("positive")),
            Separator = SeparatorParameters.Read(reader.Child("separator")),
            Electrolyte = ElectrolyteParameters.Read(reader.Child("electrolyte"), temperature.Value),
        };
    }
}
