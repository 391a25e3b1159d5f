namespace Loadstone.Cells;

/// <summary>A cell of one temperature that heats itself and gives heat to its surroundings: C dT/dt = Q − H (T − T_ambient).</summary>
public sealed record LumpedThermal
{
    /// <summary>Heat capacity of the whole cell C [J/K].</summary>
    public required double HeatCapacity { get; init => field = Require.Positive(value, "J/K"); }

    /// <summary>Heat transfer to the surroundings H, coefficient times surface [W/K].</summary>
    public required double HeatTransfer { get; init => field = Require.NotNegative(value, "W/K"); }

    /// <summary>Temperature of the surroundings [K].</summary>
    public double AmbientTemperature { get; init => field = Require.Within(value, 200, 400, "K"); } = 298.15;
}
