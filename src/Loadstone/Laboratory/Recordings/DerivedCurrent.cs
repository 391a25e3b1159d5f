namespace Loadstone.Laboratory.Recordings;

/// <summary>A current from the rise of capacities over time, for files that hold none: I = (ΔQ_discharge − ΔQ_charge)/Δt. A capacity that is set back gives no current in that row.</summary>
internal sealed class DerivedCurrent
{
    private readonly int _time, _charging, _discharging, _net;
    private double _lastTime = double.NaN, _lastCharging, _lastDischarging, _lastNet;

    private DerivedCurrent(string source, int time, int charging, int discharging, int net)
    {
        Source = source;
        _time = time;
        _charging = charging;
        _discharging = discharging;
        _net = net;
    }

    /// <summary>What it is derived from.</summary>
    public string Source { get; }

    /// <summary>The derivation that some columns allow, or null.</summary>
    public static DerivedCurrent? Of(List<RecordColumn> columns)
    {
        int time = columns.IndexOf(RecordColumns.TestTime);
        if (time < 0 || columns.Contains(RecordColumns.Frequency)) return null;
        foreach ((RecordColumn charging, RecordColumn discharging) in ((RecordColumn, RecordColumn)[])
            [(RecordColumns.ChargingCapacity, RecordColumns.DischargingCapacity), (RecordColumns.StepChargingCapacity, RecordColumns.StepDischargingCapacity), (RecordColumns.ScheduleChargingCapacity, RecordColumns.ScheduleDischargingCapacity)])
        {
            if (columns.Contains(charging) && columns.Contains(discharging)) return new($"{charging.Label} and {discharging.Label}", time, columns.IndexOf(charging), columns.IndexOf(discharging), -1);
        }
        foreach (RecordColumn net in (RecordColumn[])[RecordColumns.NetCapacity, RecordColumns.StepNetCapacity])
        {
            if (columns.Contains(net)) return new(net.Label, time, -1, -1, columns.IndexOf(net));
        }
        return null;
    }

    /// <summary>Fills the column of the current.</summary>
    public void Fill(RecordBatch batch, int target)
    {
        Span<double> currents = batch.Room(target);
        ReadOnlySpan<double> times = batch[_time];
        for (int i = 0; i < batch.Count; i++)
        {
            double passed = times[i] - _lastTime, given;
            if (_net >= 0)
            {
                given = batch[_net][i] - _lastNet;
                if (batch[_net][i] == 0) given = double.NaN;
                _lastNet = batch[_net][i];
            }
            else
            {
                double taken = batch[_charging][i] - _lastCharging;
                given = batch[_discharging][i] - _lastDischarging;
                given = taken < 0 || given < 0 ? double.NaN : given - taken;
                (_lastCharging, _lastDischarging) = (batch[_charging][i], batch[_discharging][i]);
            }
            double current = given / passed;
            currents[i] = passed > 0 && double.IsFinite(current) ? current : double.NaN;
            _lastTime = times[i];
        }
    }
}
