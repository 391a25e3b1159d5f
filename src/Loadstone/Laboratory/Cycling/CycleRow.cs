namespace Loadstone.Laboratory.Cycling;

/// <summary>One cycle of a test: a charge and a discharge.</summary>
/// <param name="Number">Its number, the instrument's or counted from 1.</param>
/// <param name="Charge">The charge, or null where the cycle has none.</param>
/// <param name="Discharge">The discharge, or null where the cycle has none.</param>
public sealed record CycleRow(int Number, HalfCycle? Charge, HalfCycle? Discharge)
{
    /// <summary>Charge taken [C]; NaN where there was none.</summary>
    public double ChargeCapacity => Charge?.Charge ?? double.NaN;

    /// <summary>Charge given [C]; NaN where there was none.</summary>
    public double DischargeCapacity => Discharge?.Charge ?? double.NaN;

    /// <summary>Charge given over charge taken.</summary>
    public double CoulombicEfficiency => DischargeCapacity / ChargeCapacity;

    /// <summary>Energy given over energy taken.</summary>
    public double EnergyEfficiency => (Discharge?.Energy ?? double.NaN) / (Charge?.Energy ?? double.NaN);

    /// <summary>Resistance from the first row after the current of the charge was switched on [Ω]; NaN where no row tells.</summary>
    public double ChargeResistance { get; init; } = double.NaN;

    /// <summary>Resistance from the first row after the current of the discharge was switched on [Ω]; NaN where no row tells.</summary>
    public double DischargeResistance { get; init; } = double.NaN;

    /// <summary>Whether it has both halves.</summary>
    public bool IsComplete => Charge is not null && Discharge is not null;
}
