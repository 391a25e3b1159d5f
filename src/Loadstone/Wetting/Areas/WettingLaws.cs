using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Wetting.Areas;

/// <summary>What is taken of wetting where a design states nothing. Immutable.</summary>
public sealed record WettingLaws
{
    private static readonly Lazy<WettingLaws> BuiltIn = MaterialReader.BuiltIn("wetting-laws.json", Read);

    /// <summary>The parameters of the built-in data.</summary>
    public static WettingLaws Default => BuiltIn.Value;

    /// <summary>Contact angle through the electrolyte [rad].</summary>
    public required SourcedValue ContactAngle { get; init; }

    /// <summary>Radius of the pores of a separator [m].</summary>
    public required SourcedValue SeparatorPoreRadius { get; init; }

    /// <summary>Ostwald coefficient of the gas in the electrolyte.</summary>
    public required SourcedValue GasSolubility { get; init; }

    /// <summary>Diffusivity of the dissolved gas in the free electrolyte [m²/s].</summary>
    public required SourcedValue GasDiffusivity { get; init; }

    /// <summary>Power of the wetted fraction in the ionic conductivity.</summary>
    public required SourcedValue SaturationExponent { get; init; }

    private static WettingLaws Read(MaterialReader reader) => new()
    {
        ContactAngle = reader.Value("contactAngle", QuantityKinds.Angle),
        SeparatorPoreRadius = reader.Value("separatorPoreRadius", QuantityKinds.Length),
        GasSolubility = reader.Value("gasSolubility", QuantityKinds.Ratio),
        GasDiffusivity = reader.Value("gasDiffusivity", QuantityKinds.Diffusivity),
        SaturationExponent = reader.Value("saturationExponent", QuantityKinds.Ratio),
    };
}
