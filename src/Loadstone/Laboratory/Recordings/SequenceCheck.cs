using System.Globalization;

namespace Loadstone.Laboratory.Recordings;

/// <summary>Notes on rows out of order: times that fall, numbers of cycles that leap.</summary>
internal sealed class SequenceCheck(List<RecordColumn> columns)
{
    private readonly int _time = columns.IndexOf(RecordColumns.TestTime), _cycle = columns.IndexOf(RecordColumns.CycleCount);
    private readonly bool _isSpectrum = columns.Contains(RecordColumns.Frequency);
    private double _lastTime = double.NaN, _lastCycle = double.NaN;
    private int _row, _falls, _fallRow, _leaps, _leapRow;
    private (double From, double To) _fall, _leap;

    /// <summary>What was found.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (_falls > 0) yield return string.Create(CultureInfo.InvariantCulture, $"row {_fallRow}: the time of the test falls from {_fall.From:g6} s to {_fall.To:g6} s ({_falls} such rows); the rows stay in the order of the file.");
            if (_leaps > 0) yield return string.Create(CultureInfo.InvariantCulture, $"row {_leapRow}: the number of the cycle leaps from {_leap.From:g6} to {_leap.To:g6} ({_leaps} such rows); cycles may be missing.");
        }
    }

    /// <summary>Looks at more rows.</summary>
    public void Watch(RecordBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            _row++;
            if (_time >= 0 && !_isSpectrum)
            {
                double time = batch[_time][i];
                if (time < _lastTime && _falls++ == 0) (_fallRow, _fall) = (_row, (_lastTime, time));
                _lastTime = time;
            }
            if (_cycle < 0) continue;
            double cycle = batch[_cycle][i];
            if (cycle > _lastCycle + 1.5 && _leaps++ == 0) (_leapRow, _leap) = (_row, (_lastCycle, cycle));
            if (!double.IsNaN(cycle)) _lastCycle = cycle;
        }
    }
}
