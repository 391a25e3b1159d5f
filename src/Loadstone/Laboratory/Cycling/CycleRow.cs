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

    /// <summary>The half that the end of the file cuts off, or null.</summary>
    public Direction? CutOff { get; init; }

    /// <summary>
    /// Whether it has both halves, neither cut off, and its discharge gave no more than 1.25 times what the charge took: with more, the
    /// test began with a cell that was partly charged, or discharge is what fills the electrode (graphite against lithium).
    /// </summary>
    public bool IsComplete => Charge is not null && Discharge is not null && CutOff is null && CoulombicEfficiency <= MostGiven;

    /// <summary>Whether it has a discharge that the end of the file does not cut off.</summary>
    public bool HasWholeDischarge => Discharge is not null && CutOff != Direction.Discharge;

    private const double MostGiven = 1.25;
}
