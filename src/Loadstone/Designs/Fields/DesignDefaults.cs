using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What is taken where a document says nothing: told by the descriptions of the fields, used by the builder.</summary>
internal static class DesignDefaults
{
    /// <summary>Foil of a positive electrode.</summary>
    public static readonly DefaultSheet PositiveFoil = new("aluminium", 15e-6);

    /// <summary>Foil of a negative electrode.</summary>
    public static readonly DefaultSheet NegativeFoil = new("copper", 10e-6);

    /// <summary>Lithium counter electrode, a chip of coin cells.</summary>
    public static readonly DefaultSheet Lithium = new("lithium", 250e-6);

    /// <summary>Separator.</summary>
    public static readonly DefaultSheet Separator = new("polypropylene", 25e-6);

    /// <summary>Electrolyte of the catalogue.</summary>
    public const string Electrolyte = "1 M LiPF6 in EC:EMC 3:7";

    /// <summary>Area [m²].</summary>
    public const double Area = 1e-4;

    /// <summary>Temperature [K].</summary>
    public const double Temperature = 298.15;

    /// <summary>Classes into which a spread of particle sizes is cut.</summary>
    public const int SizeClasses = 5;
}

/// <summary>A sheet of a material; its text is as a document would say it.</summary>
/// <param name="Material">Name of the material.</param>
/// <param name="Thickness">Thickness [m].</param>
internal sealed record DefaultSheet(string Material, double Thickness)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Material} {QuantityKinds.Length.Format(Thickness)}";
}
