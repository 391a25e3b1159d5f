namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>
/// The rows that the writers of binary files write: charge, rest and discharge in turn, each of 500 rows 1 s apart, in numbers that
/// every format can hold exactly enough.
/// </summary>
internal readonly record struct WrittenRow(int Index)
{
    private const int StepRows = 500;

    /// <summary>Unix time of the first row: 2 January 2025, 03:04:05.</summary>
    public const long Began = 1735787045;

    /// <summary>Number of the step, from 1 on.</summary>
    public int Step => (Index - 1) / StepRows + 1;

    /// <summary>Charge, rest, discharge, rest.</summary>
    public int Status => (Step % 4) switch { 1 => 1, 3 => 2, _ => 4 };

    /// <summary>Number of the cycle: a new one with each charge after a discharge.</summary>
    public int Cycle => (Step - 1) / 4 + 1;

    /// <summary>Time in the step [s].</summary>
    public int StepTime => (Index - 1) % StepRows;

    /// <summary>Time over all steps [s]; the first row of a step stands at the time of the last of the step before.</summary>
    public int TestTime => Index - 1 - (Step - 1);

    /// <summary>Voltage [V], in steps of 0.1 mV.</summary>
    public double Voltage => 3 + 1e-4 * (Index * 7 % 10000);

    /// <summary>Current, charge positive [mA].</summary>
    public double Milliamperes => Status switch { 1 => 500, 2 => -250, _ => 0 };

    /// <summary>Charge passed in the step, by charging [mA·s].</summary>
    public double Charged => Status == 1 ? 500.0 * StepTime : 0;

    /// <summary>Charge passed in the step, by discharging [mA·s].</summary>
    public double Discharged => Status == 2 ? 250.0 * StepTime : 0;

    /// <summary>Temperature [°C], in steps of 0.1 K.</summary>
    public double Celsius => 25 + 0.1 * (Index % 50);
}
