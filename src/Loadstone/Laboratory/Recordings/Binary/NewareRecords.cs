namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>One row of a Neware file, in the units of the columns inside (SI), charge positive as the instrument counts it.</summary>
internal struct NewareRow
{
    public long Index, Place;
    public double Cycle, Step, StepId, Status, StepTime, Voltage, ChargingCurrent, ChargingCapacity, DischargingCapacity, ChargingEnergy, DischargingEnergy, UnixTime;
}

/// <summary>What Neware's numbers mean, in all of its formats. Known from public descriptions of the format.</summary>
internal static class Neware
{
    /// <summary>The columns that every file has.</summary>
    public static IReadOnlyList<RecordColumn> Columns { get; } =
    [
        RecordColumns.TestTime, RecordColumns.Voltage, RecordColumns.Current, RecordColumns.UnixTime, RecordColumns.CycleCount, RecordColumns.StepCount,
        RecordColumns.StepId, RecordColumns.StepTime, RecordColumns.RecordIndex, RecordColumns.StepChargingCapacity, RecordColumns.StepDischargingCapacity,
        RecordColumns.StepChargingEnergy, RecordColumns.StepDischargingEnergy, RecordColumn.Other("Status"),
    ];

    /// <summary>Milliamperes per count of current (and per count of charge and energy), by the range of the channel [mA]; NaN if the range is not known.</summary>
    public static double ScaleOf(int range) => range switch
    {
        0 => 0,
        <= -100_000_000 => 10,
        >= -200_000 and <= -1000 => 1e-2,
        >= -500 and <= -100 => 1e-3,
        >= -50 and <= -10 => 1e-4,
        >= -5 and <= -1 => 1e-5,
        >= 1 and <= 5 => 1e-4,
        >= 10 and <= 50 => 1e-3,
        >= 100 and <= 500 => 1e-2,
        >= 1000 and <= 200_000 => 1e-1,
        _ => double.NaN,
    };

    /// <summary>Whether a status is one of those known: steps of charge, discharge, rest, pause, pulse, simulation, control.</summary>
    public static bool IsStatus(int status) => status is 1 or 2 or 3 or 4 or 5 or 7 or 8 or 9 or 10 or 13 or 16 or 17 or 19 or 20 or 21 or 22 or 26 or 27;

    /// <summary>Seconds since 1970 of a date and a time of day; NaN if there is no such date.</summary>
    public static double UnixTimeOf(int year, int month, int day, int hour, int minute, int second)
    {
        if (year is < 1970 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60) return double.NaN;
        return (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalSeconds + 3600.0 * hour + 60.0 * minute + second;
    }
}

/// <summary>Counts what Neware's records do not: time over all steps, steps, cycles.</summary>
internal sealed class NewareCounter(bool countsCycles)
{
    private double _ended, _stepTime = double.NaN, _step = double.NaN;
    private bool _wasCharging, _hasDischarged;
    private int _steps, _cycles = 1;

    /// <summary>Writes a row into a batch.</summary>
    public void Write(in NewareRow row, RecordBatch batch, int at)
    {
        if (row.Step != _step || row.StepTime < _stepTime)
        {
            if (row.Step != _step) _steps++;
            if (!double.IsNaN(_stepTime)) _ended += _stepTime;
            _step = row.Step;
        }
        if (!double.IsNaN(row.StepTime)) _stepTime = row.StepTime;
        if (countsCycles) CountCycle((int)row.Status);

        batch.Room(0)[at] = _ended + row.StepTime;
        batch.Room(1)[at] = row.Voltage;
        batch.Room(2)[at] = row.ChargingCurrent == 0 ? 0 : -row.ChargingCurrent;
        batch.Room(3)[at] = row.UnixTime;
        batch.Room(4)[at] = countsCycles ? _cycles : row.Cycle;
        batch.Room(5)[at] = _steps;
        batch.Room(6)[at] = row.StepId;
        batch.Room(7)[at] = row.StepTime;
        batch.Room(8)[at] = row.Index;
        batch.Room(9)[at] = row.ChargingCapacity;
        batch.Room(10)[at] = row.DischargingCapacity;
        batch.Room(11)[at] = row.ChargingEnergy;
        batch.Room(12)[at] = row.DischargingEnergy;
        batch.Room(13)[at] = row.Status;
    }

    // A cycle begins with a charge after a discharge (the instrument's own setting "charge first").
    private void CountCycle(int status)
    {
        bool isCharging = status is 1 or 7 or 9;
        if (isCharging && !_wasCharging && _hasDischarged)
        {
            _cycles++;
            _hasDischarged = false;
        }
        else if (status is 2 or 8 or 10 or 17 or 19 or 20 or 26)
        {
            _hasDischarged = true;
        }
        _wasCharging = isCharging;
    }
}
