using Loadstone.Cells;

namespace Loadstone.Formats.Bpx;

/// <summary>What a Battery Parameter eXchange file holds, as the porous-electrode model uses it.</summary>
public sealed record BpxReading
{
    /// <summary>Version of the format that the file was written in, as in "0.4" or "1.1.0".</summary>
    public required string Version { get; init; }

    /// <summary>The cell.</summary>
    public required Cell Cell { get; init; }

    /// <summary>State of charge at the start, 0 to 1.</summary>
    public required double InitialStateOfCharge { get; init; }

    /// <summary>
    /// Self-heating, where the file says enough of it (density, volume, heat capacity, surface, heat transfer); the cell itself
    /// stays at its temperature unless it is given this: <c>reading.Cell with { Thermal = reading.Thermal }</c>.
    /// </summary>
    public LumpedThermal? Thermal { get; init; }

    /// <summary>What is not used, does not fit together, or was assumed.</summary>
    public required IReadOnlyList<LossNote> Notes { get; init; }

    /// <summary>Measured curves that came with the parameters.</summary>
    public required IReadOnlyList<BpxExperiment> Validation { get; init; }
}

/// <summary>A measured curve; lists of one length. Discharge current is positive, as everywhere inside (in the file it is negative).</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Time">Time [s], not decreasing.</param>
/// <param name="Current">Current [A].</param>
/// <param name="Voltage">Voltage [V].</param>
/// <param name="Temperature">Temperature [K], or null where none was measured.</param>
public sealed record BpxExperiment(
    string Name, IReadOnlyList<double> Time, IReadOnlyList<double> Current, IReadOnlyList<double> Voltage, IReadOnlyList<double>? Temperature);
