namespace Loadstone.Drying;

/// <summary>A stretch of a drying programme in which the air's temperature is held or ramped.</summary>
public sealed record OvenStage
{
    /// <summary>How long it lasts [s].</summary>
    public required double Duration { get; init => field = Require.Positive(value, "s"); }

    /// <summary>Temperature of the air at the start [K].</summary>
    public required double StartTemperature { get; init => field = Require.Within(value, 200, 800, "K"); }

    /// <summary>Temperature of the air at the end, linear in between [K].</summary>
    public required double EndTemperature { get; init => field = Require.Within(value, 200, 800, "K"); }

    /// <summary>Heat transfer coefficient h of both sides of the web together, per area of coating [W/(m² K)].</summary>
    public required double HeatTransferCoefficient { get; init => field = Require.Positive(value, "W/(m² K)"); }

    /// <summary>Mass transfer coefficient k_m between surface and air [m/s].</summary>
    public required double MassTransferCoefficient { get; init => field = Require.Positive(value, "m/s"); }

    /// <summary>Partial pressure of the solvent in the air p_∞ [Pa].</summary>
    public double VapourPressure { get; init => field = Require.Within(value, 0, 1e5, "Pa"); }

    /// <summary>Temperature of the air [K].</summary>
    /// <param name="elapsed">Time since the start of the stage [s].</param>
    public double TemperatureAt(double elapsed) =>
        StartTemperature + (EndTemperature - StartTemperature) * Math.Clamp(elapsed / Duration, 0, 1);
}
