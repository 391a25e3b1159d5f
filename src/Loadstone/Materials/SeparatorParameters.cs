using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>The separator of a published parameter set.</summary>
public sealed record SeparatorParameters
{
    /// <summary>Thickness [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Porosity ε.</summary>
    public required SourcedValue Porosity { get; init; }

    /// <summary>Exponent b of the transport efficiency ε^b.</summary>
    public required SourcedValue ElectrolyteExponent { get; init; }

    /// <summary>ε^b, the conductivity of the soaked separator over that of the electrolyte.</summary>
    public double TransportEfficiency => Math.Pow(Porosity.Value, ElectrolyteExponent.Value);

    internal static SeparatorParameters Read(MaterialReader reader) => new()
    {
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Porosity = reader.Value("porosity", QuantityKinds.Fraction),
        ElectrolyteExponent = reader.Value("electrolyteExponent", QuantityKinds.Ratio),
    };
}
