namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>
/// A reader of a format without any text to check itself by: what it reads is looked through, and what cannot be right is told with
/// its place in the file.
/// </summary>
internal abstract class CheckedReader : RecordReader
{
    private readonly HashSet<int> _told = [];
    private (int Column, double Lowest, double Highest, string Unit)[]? _bounds;
    private int _index = -1;
    private double _lastIndex = double.NegativeInfinity;
    private bool _hasToldOrder;

    // What no cell and no instrument reaches [SI]; wide enough for packs and for odd clocks.
    private static readonly (RecordColumn Column, double Lowest, double Highest, string Unit)[] Plausible =
    [
        (RecordColumns.Voltage, -2000, 2000, "V"),
        (RecordColumns.Current, -1e5, 1e5, "A"),
        (RecordColumns.TestTime, 0, 3.2e9, "s"),
        (RecordColumns.StepTime, 0, 3.2e9, "s"),
        (RecordColumns.UnixTime, 0, 4.2e9, "s"),
        (RecordColumns.CycleCount, 0, 1e7, "cycles"),
        (RecordColumns.StepCount, 0, 1e8, "steps"),
        (RecordColumns.StepId, 0, 1e6, ""),
        (RecordColumns.StepChargingCapacity, -1e9, 1e9, "C"),
        (RecordColumns.StepDischargingCapacity, -1e9, 1e9, "C"),
        (RecordColumns.NetCapacity, -1e9, 1e9, "C"),
        (RecordColumns.StepChargingEnergy, -1e11, 1e11, "J"),
        (RecordColumns.StepDischargingEnergy, -1e11, 1e11, "J"),
        (RecordColumns.Frequency, 0, 1e10, "Hz"),
        (RecordColumns.RealImpedance, -1e15, 1e15, "ohm"),
        (RecordColumns.ImaginaryImpedance, -1e15, 1e15, "ohm"),
        (RecordColumns.Temperature1, 1, 3000, "K"),
        (RecordColumns.Temperature2, 1, 3000, "K"),
        (RecordColumns.Temperature3, 1, 3000, "K"),
    ];

    /// <inheritdoc/>
    public sealed override bool Read(RecordBatch batch)
    {
        _bounds ??= BoundsOf(Columns);
        batch.Count = Fill(batch);
        if (batch.Count == 0) return false;
        foreach ((int column, double lowest, double highest, string unit) in _bounds) CheckBounds(batch, column, lowest, highest, unit);
        if (_index >= 0) CheckOrder(batch, _index);
        return true;
    }

    /// <summary>Fills a batch from its beginning; 0 at the end of the file.</summary>
    protected abstract int Fill(RecordBatch batch);

    /// <summary>Where a row of the batch last filled stands, for notes: <c>byte 4228</c>.</summary>
    protected abstract string PlaceOf(int row);

    private (int Column, double Lowest, double Highest, string Unit)[] BoundsOf(IReadOnlyList<RecordColumn> columns)
    {
        var bounds = new List<(int, double, double, string)>();
        for (int c = 0; c < columns.Count; c++)
        {
            if (columns[c] == RecordColumns.RecordIndex) _index = c;
            (RecordColumn? known, double lowest, double highest, string unit) = Array.Find(Plausible, p => p.Column == columns[c]);
            bounds.Add(known is null ? (c, double.MinValue, double.MaxValue, "") : (c, lowest, highest, unit));
        }
        return [.. bounds];
    }

    private void CheckBounds(RecordBatch batch, int column, double lowest, double highest, string unit)
    {
        Span<double> values = batch.Room(column)[..batch.Count];
        int outside = 0;
        for (int i = 0; i < values.Length; i++) outside += values[i] < lowest | values[i] > highest ? 1 : 0;
        if (outside == 0) return;
        for (int i = 0; i < values.Length; i++)
        {
            if (!(values[i] < lowest || values[i] > highest)) continue;
            if (_told.Add(column))
                Note(FormattableString.Invariant($"{PlaceOf(i)}: {Columns[column].Label} is {values[i]:g6} {unit} there (inside, SI), which cannot be right; the file may be damaged."));
            if (double.IsInfinity(values[i])) values[i] = double.NaN;
        }
    }

    private void CheckOrder(RecordBatch batch, int column)
    {
        ReadOnlySpan<double> values = batch[column];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] <= _lastIndex && !_hasToldOrder)
            {
                _hasToldOrder = true;
                Note(FormattableString.Invariant($"{PlaceOf(i)}: record {_lastIndex:g10} is followed by {values[i]:g10}; expected rising numbers. The rows stay in the order of the file."));
            }
            _lastIndex = values[i];
        }
    }
}
