namespace Loadstone.Laboratory.Cycling;

/// <summary>Which way the charge goes.</summary>
public enum Direction
{
    /// <summary>No current.</summary>
    Rest,

    /// <summary>The cell takes charge.</summary>
    Charge,

    /// <summary>The cell gives charge.</summary>
    Discharge,
}

/// <summary>What the instrument held during a segment.</summary>
public enum Hold
{
    /// <summary>The current, zero at rest.</summary>
    Current,

    /// <summary>The voltage.</summary>
    Voltage,

    /// <summary>Neither: a power, a drive cycle, a sweep.</summary>
    Neither,
}

/// <summary>A piece of a test in which one thing was done.</summary>
/// <param name="Direction">Which way the charge goes.</param>
/// <param name="Hold">What was held.</param>
/// <param name="First">First row.</param>
/// <param name="Last">Last row.</param>
/// <param name="Charge">Charge passed [C], not negative.</param>
/// <param name="Energy">Energy passed [J], not negative.</param>
/// <param name="Current">Mean current [A], discharge positive; of a hold of the current the median.</param>
/// <param name="StartTime">Time of the first row [s].</param>
/// <param name="EndTime">Time of the last row [s].</param>
/// <param name="StartVoltage">Voltage of the first row [V].</param>
/// <param name="EndVoltage">Voltage of the last row [V].</param>
public sealed record Segment(
    Direction Direction, Hold Hold, int First, int Last, double Charge, double Energy, double Current,
    double StartTime, double EndTime, double StartVoltage, double EndVoltage)
{
    /// <summary>How long it took [s].</summary>
    public double Duration => EndTime - StartTime;
}
