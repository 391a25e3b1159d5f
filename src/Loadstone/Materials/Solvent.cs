using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A solvent of the slurry. Values at 20 to 25 °C unless a note says otherwise.</summary>
public sealed record Solvent : Material
{
    /// <summary>Density [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Molar mass [kg/mol].</summary>
    public required SourcedValue MolarMass { get; init; }

    /// <summary>Dynamic viscosity [Pa s].</summary>
    public required SourcedValue Viscosity { get; init; }

    /// <summary>Surface tension against air [N/m].</summary>
    public required SourcedValue SurfaceTension { get; init; }

    /// <summary>Boiling temperature at 101 325 Pa [K].</summary>
    public required SourcedValue BoilingTemperature { get; init; }

    /// <summary>Vapour pressure at 20 °C [Pa].</summary>
    public required SourcedValue VapourPressure { get; init; }

    /// <summary>Heat of vaporisation [J/kg].</summary>
    public required SourcedValue HeatOfVaporisation { get; init; }

    /// <summary>Specific heat of the liquid [J/(kg K)].</summary>
    public required SourcedValue SpecificHeat { get; init; }

    /// <summary>Diffusivity of the vapour in air at 25 °C and 101 325 Pa [m²/s].</summary>
    public required SourcedValue VapourDiffusivity { get; init; }

    /// <summary>
    /// Saturation pressure [Pa] by the Clausius–Clapeyron line ln p over 1/T through <see cref="VapourPressure"/> at 20 °C and
    /// the boiling point at 101 325 Pa. Between the two it is within 4 % of steam tables for water.
    /// </summary>
    /// <param name="temperature">T [K].</param>
    public double SaturationPressureAt(double temperature) =>
        Atmosphere * Math.Exp(ClapeyronTemperature * (1 / BoilingTemperature.Value - 1 / temperature));

    /// <summary>Slope of <see cref="SaturationPressureAt"/> over temperature [Pa/K].</summary>
    /// <param name="temperature">T [K].</param>
    public double SaturationSlopeAt(double temperature) =>
        SaturationPressureAt(temperature) * ClapeyronTemperature / (temperature * temperature);

    /// <summary>The same solvent's vapour diffusivity in air at another temperature, growing as T^1.75 [m²/s] (Fuller, Schettler, Giddings 1966).</summary>
    /// <param name="temperature">T [K].</param>
    public double VapourDiffusivityAt(double temperature) => VapourDiffusivity.Value * Math.Pow(temperature / 298.15, 1.75);

    private const double Atmosphere = 101_325;

    // −d ln p/d(1/T) [K] between the two points.
    private double ClapeyronTemperature =>
        Math.Log(Atmosphere / VapourPressure.Value) / (1 / 293.15 - 1 / BoilingTemperature.Value);

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("density", Density), ("molarMass", MolarMass), ("viscosity", Viscosity), ("surfaceTension", SurfaceTension),
        ("boilingTemperature", BoilingTemperature), ("vapourPressure", VapourPressure), ("heatOfVaporisation", HeatOfVaporisation),
        ("specificHeat", SpecificHeat), ("vapourDiffusivity", VapourDiffusivity));

    internal static Solvent Read(MaterialReader reader) => new()
    {
        Name = reader.Name,
        Title = reader.Text("title"),
        Aliases = reader.Aliases,
        Notes = reader.Texts("notes"),
        Density = reader.Value("density", QuantityKinds.Density),
        MolarMass = reader.Value("molarMass", QuantityKinds.MolarMass),
        Viscosity = reader.Value("viscosity", QuantityKinds.Viscosity),
        SurfaceTension = reader.Value("surfaceTension", QuantityKinds.SurfaceTension),
        BoilingTemperature = reader.Value("boilingTemperature", QuantityKinds.Temperature),
        VapourPressure = reader.Value("vapourPressure", QuantityKinds.Pressure),
        HeatOfVaporisation = reader.Value("heatOfVaporisation", QuantityKinds.SpecificEnergy),
        SpecificHeat = reader.Value("specificHeat", QuantityKinds.SpecificHeat),
        VapourDiffusivity = reader.Value("vapourDiffusivity", QuantityKinds.Diffusivity),
    };
}
