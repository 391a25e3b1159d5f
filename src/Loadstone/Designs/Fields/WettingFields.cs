using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of how the cell is filled with electrolyte and rests.</summary>
internal static class WettingFields
{
    /// <summary>Words of <see cref="Feed"/>.</summary>
    public const string Edges = "edges", Top = "separator", Both = "separator and edges";

    /// <summary>Words of <see cref="Shape"/>.</summary>
    public const string Disc = "disc", Strip = "strip";

    private const double Degree = Math.PI / 180, LongestRest = 3650 * 86_400.0;

    internal static readonly QuantityField Rest = new("rest", "Time of rest between filling and the first step.", QuantityKinds.Time, 1e-3, LongestRest) { Required = true, Example = "10 h" };

    internal static readonly QuantityField ContactAngle = new("contactAngle", "Contact angle of the electrolyte on the coating, through the electrolyte; below 90°, since a liquid that does not wet enters no pore by itself.", QuantityKinds.Angle, 0, 180 * Degree) { Example = "30°", Default = "30°" };

    internal static readonly QuantityField TrappedAir = new("trappedAir", "Part of the pores of every layer whose air the electrolyte cuts off.", QuantityKinds.Fraction, 0, 0.9)
    {
        Example = "5 %",
        Default = "what beds of each layer's particles alone hold when capillarity fills them",
    };

    internal static readonly ChoiceField Feed = new("feed", "Where the electrolyte stands at first: at the edges, on the separator, or both.", [Edges, Top, Both]) { Default = Edges };

    internal static readonly ChoiceField Shape = new("shape", "Shape of the electrode, with open edges all round (disc) or along two sides (strip).", [Disc, Strip]) { Default = "a disc, or a strip with a pouch" };

    internal static readonly QuantityField HalfWidth = new("halfWidth", "Way from the edge to the middle: radius of the disc, or half of the strip's width.", QuantityKinds.Length, 1e-5, 10)
    {
        Example = "8 mm",
        Default = "by the area, or half of the pouch's smaller side",
    };

    internal static readonly QuantityField Overpressure = new("overpressure", "Pressure of the electrolyte over that of the gas.", QuantityKinds.Pressure, 0, 1e8) { Example = "50 kPa", Default = "none" };

    internal static readonly QuantityField Viscosity = new("viscosity", "Viscosity of the electrolyte.", QuantityKinds.Viscosity, 1e-4, 100) { Example = "3.1 mPa s", Default = "the electrolyte's" };

    internal static readonly QuantityField SurfaceTension = new("surfaceTension", "Surface tension of the electrolyte.", QuantityKinds.SurfaceTension, 1e-3, 1) { Example = "30 mN/m", Default = "the electrolyte's" };

    internal static readonly NumberField GasSolubility = new("gasSolubility", "Ostwald coefficient of the gas in the electrolyte: dissolved gas over as much volume of gas.", 1e-4, 0.9) { Default = "0.1" };

    internal static readonly QuantityField GasDiffusivity = new("gasDiffusivity", "Diffusivity of dissolved gas in the free electrolyte.", QuantityKinds.Diffusivity, 1e-13, 1e-6) { Example = "2e-9 m²/s", Default = "2e-9 m²/s" };

    /// <summary>The fields of wetting.</summary>
    public static ObjectShape Fields { get; } = new("wetting", "How the cell is filled with electrolyte and rests; the wetted fraction of every layer at the end of the rest goes into the simulation.",
        Rest, ContactAngle, TrappedAir, Feed, Shape, HalfWidth, Overpressure, Viscosity, SurfaceTension, GasSolubility, GasDiffusivity);
}
