namespace Loadstone.Laboratory.Recordings;

/// <summary>Whether the sign of the current fits the capacities: on charge the charging capacity rises.</summary>
internal sealed class SignCheck
{
    private const int Enough = 20;

    private static readonly (RecordColumn Charging, RecordColumn Discharging)[] Pairs =
    [
        (RecordColumns.ChargingCapacity, RecordColumns.DischargingCapacity),
        (RecordColumns.StepChargingCapacity, RecordColumns.StepDischargingCapacity),
        (RecordColumns.ScheduleChargingCapacity, RecordColumns.ScheduleDischargingCapacity),
    ];

    private readonly int _current, _charging = -1, _discharging = -1;
    private double _lastCharging = double.NaN, _lastDischarging = double.NaN;
    private int _fits, _fails;

    /// <summary>A check for some columns.</summary>
    public SignCheck(List<RecordColumn> columns)
    {
        _current = columns.IndexOf(RecordColumns.Current);
        foreach ((RecordColumn charging, RecordColumn discharging) in Pairs)
        {
            (_charging, _discharging) = (columns.IndexOf(charging), columns.IndexOf(discharging));
            if (IsPossible) return;
        }
    }

    /// <summary>Whether the file has what it takes.</summary>
    public bool IsPossible => _current >= 0 && _charging >= 0 && _discharging >= 0;

    /// <summary>Whether enough rows have spoken.</summary>
    public bool IsDecided => _fits + _fails >= Enough && Math.Max(_fits, _fails) > 9 * Math.Min(_fits, _fails);

    /// <summary>Whether nearly all that spoke, spoke against the sign; a single row may be a slip of timing.</summary>
    public bool IsTurned => _fails > 1 && _fails > 9 * _fits;

    /// <summary>Looks at more rows.</summary>
    public void Watch(RecordBatch batch)
    {
        ReadOnlySpan<double> current = batch[_current], charging = batch[_charging], discharging = batch[_discharging];
        for (int i = 0; i < batch.Count; i++)
        {
            double taken = charging[i] - _lastCharging, given = discharging[i] - _lastDischarging;
            (_lastCharging, _lastDischarging) = (charging[i], discharging[i]);
            bool charge = taken > 0 && given == 0, discharge = given > 0 && taken == 0;
            if (charge == discharge || current[i] == 0 || double.IsNaN(current[i])) continue;
            if (current[i] < 0 == charge) _fits++;
            else _fails++;
        }
    }
}
