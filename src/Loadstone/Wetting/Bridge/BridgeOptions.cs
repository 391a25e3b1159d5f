using Loadstone.Wetting.Capillary;

namespace Loadstone.Wetting.Bridge;

/// <summary>How a bed is filled by viscous flow and surface tension together.</summary>
public sealed record BridgeOptions
{
    /// <summary>Side of a grid cell [m].</summary>
    public double Cell { get; init => field = Require.Positive(value, "m"); } = 0.5e-6;

    /// <summary>The liquid; any contact angle.</summary>
    public CapillaryLiquid Liquid { get; init; } = new();

    /// <summary>Viscosity of the gas [Pa s].</summary>
    public double GasViscosity { get; init => field = Require.Positive(value, "Pa s"); } = 1.8e-5;

    /// <summary>What drives the liquid in.</summary>
    public FillingDrive Drive { get; init; } = new FillingDrive.Flux();

    /// <summary>Pictures of the filling to keep, equally far apart in saturation; 0 for none.</summary>
    public int Frames { get; init => field = value is >= 0 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Frames), value, "Expected 0 to 1000 frames."); }

    /// <summary>Capillary number μU/σ of a flux; NaN from a reservoir.</summary>
    public double CapillaryNumber => Drive is FillingDrive.Flux flux ? Liquid.Viscosity * flux.Speed / Liquid.SurfaceTension : double.NaN;
}
