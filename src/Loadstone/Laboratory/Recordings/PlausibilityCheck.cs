using System.Globalization;

namespace Loadstone.Laboratory.Recordings;

/// <summary>
/// Notes on units that cannot be right: a voltage that no cell has, and a charge or energy that is not the integral of current and
/// power (a column in mA that calls itself A is a factor of 1000 away).
/// </summary>
internal sealed class PlausibilityCheck
{
    // A pack of a thousand volts is rare, and a cell in millivolts stands above it.
    private const double HighestVoltage = 1500;

    // Rows are often written too seldom for a good integral; units differ by 60, 1000 or 3600.
    private const double WidestRatio = 20;
    private const int FewestRows = 10;

    private static readonly (RecordColumn Column, RecordColumn Energy)[] Sums =
    [
        (RecordColumns.StepChargingCapacity, RecordColumns.StepChargingEnergy),
        (RecordColumns.StepDischargingCapacity, RecordColumns.StepDischargingEnergy),
        (RecordColumns.ScheduleChargingCapacity, RecordColumns.ScheduleChargingEnergy),
        (RecordColumns.ScheduleDischargingCapacity, RecordColumns.ScheduleDischargingEnergy),
        (RecordColumns.ChargingCapacity, RecordColumns.ChargingEnergy),
        (RecordColumns.DischargingCapacity, RecordColumns.DischargingEnergy),
        (RecordColumns.StepCumulativeCapacity, RecordColumns.StepCumulativeEnergy),
    ];

    private readonly int _time, _voltage, _current, _charge = -1, _energy = -1;
    private readonly string _chargeLabel = "", _energyLabel = "";
    private double _lastTime = double.NaN, _lastCurrent, _lastCharge, _lastEnergy;
    private double _pendingIntegral, _integral, _passed, _pendingProduct, _product, _gained, _firstHigh;
    private int _row, _highRow, _high, _rows, _energyRows;

    /// <summary>A check for some columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="checksCharge">Whether the current is the file's own.</param>
    public PlausibilityCheck(List<RecordColumn> columns, bool checksCharge)
    {
        _voltage = columns.IndexOf(RecordColumns.Voltage);
        _time = columns.IndexOf(RecordColumns.TestTime);
        _current = columns.IndexOf(RecordColumns.Current);
        if (!checksCharge || _time < 0 || _current < 0) return;
        foreach ((RecordColumn charge, RecordColumn energy) in Sums)
        {
            if (!columns.Contains(charge)) continue;
            (_charge, _energy, _chargeLabel, _energyLabel) = (columns.IndexOf(charge), columns.IndexOf(energy), charge.Label, energy.Label);
            return;
        }
    }

    /// <summary>What was found.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (_high > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"row {_highRow}: the voltage is {_firstHigh:g6} V there ({_high} such rows); expected below {HighestVoltage} V. Is the column in millivolts?");
            if (_rows >= FewestRows && IsFar(_integral, _passed))
                yield return string.Create(CultureInfo.InvariantCulture, $"current and time give {_integral / _passed:g3} times the charge of {_chargeLabel}; one of the three is in another unit than its header says.");
            if (_energyRows >= FewestRows && IsFar(_product, _gained))
                yield return string.Create(CultureInfo.InvariantCulture, $"voltage and charge give {_product / _gained:g3} times the energy of {_energyLabel}; one of the three is in another unit than its header says.");
        }
    }

    /// <summary>Looks at more rows.</summary>
    public void Watch(RecordBatch batch)
    {
        if (_voltage >= 0) WatchVoltage(batch[_voltage]);
        if (_charge >= 0) WatchCharge(batch);
        _row += batch.Count;
    }

    private static bool IsFar(double value, double other) => value > WidestRatio * other || other > WidestRatio * value;

    private void WatchVoltage(ReadOnlySpan<double> voltages)
    {
        for (int i = 0; i < voltages.Length; i++)
        {
            if (!(Math.Abs(voltages[i]) > HighestVoltage)) continue;
            if (_high++ == 0) (_highRow, _firstHigh) = (_row + i + 1, voltages[i]);
        }
    }

    // Programs round charge and energy coarsely, so that they rise in steps of many rows: what passed since the last step counts then.
    private void WatchCharge(RecordBatch batch)
    {
        ReadOnlySpan<double> times = batch[_time], currents = batch[_current], charges = batch[_charge];
        for (int i = 0; i < batch.Count; i++)
        {
            double step = times[i] - _lastTime, passed = charges[i] - _lastCharge;
            if (!(step > 0 && passed >= 0 && currents[i] * _lastCurrent >= 0))
            {
                _pendingIntegral = 0;
            }
            else
            {
                _pendingIntegral += 0.5 * Math.Abs(currents[i] + _lastCurrent) * step;
                if (passed > 0)
                {
                    _integral += _pendingIntegral;
                    _passed += passed;
                    _rows++;
                    _pendingIntegral = 0;
                }
            }
            if (_energy >= 0 && _voltage >= 0) WatchEnergy(batch[_energy][i], batch[_voltage][i], passed);
            (_lastTime, _lastCurrent, _lastCharge) = (times[i], currents[i], charges[i]);
        }
    }

    private void WatchEnergy(double energy, double voltage, double passed)
    {
        double gained = energy - _lastEnergy;
        _lastEnergy = energy;
        if (!(gained >= 0 && passed >= 0 && double.IsFinite(voltage)))
        {
            _pendingProduct = 0;
            return;
        }
        _pendingProduct += Math.Abs(voltage) * passed;
        if (gained == 0) return;
        _product += _pendingProduct;
        _gained += gained;
        _energyRows++;
        _pendingProduct = 0;
    }
}
