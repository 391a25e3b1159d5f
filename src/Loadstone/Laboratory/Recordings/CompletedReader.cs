namespace Loadstone.Laboratory.Recordings;

/// <summary>
/// What every recording gets, whatever wrote it: a time since the start where the file has dates alone, a current from the
/// capacities where it has none, the sign of the current checked against the capacities, and notes on rows out of order.
/// </summary>
internal sealed class CompletedReader : RecordReader
{
    // The sign is looked for in this many batches at the beginning.
    private const int LookAhead = 64, AheadRows = 512;

    private readonly RecordReader _inner;
    private readonly Queue<RecordBatch> _ahead = new();
    private readonly SequenceCheck _sequence;
    private readonly DerivedCurrent? _derived;
    private readonly int _innerCount, _unix, _time, _current;
    private readonly bool _turn;
    private int _served;
    private double _start = double.NaN;

    /// <summary>Completes a reader, and owns it.</summary>
    public CompletedReader(RecordReader inner)
    {
        _inner = inner;
        var columns = inner.Columns.ToList();
        _innerCount = columns.Count;
        _unix = columns.IndexOf(RecordColumns.UnixTime);
        int time = columns.IndexOf(RecordColumns.TestTime);
        if (time < 0 && _unix >= 0)
        {
            _time = columns.Count;
            columns.Add(RecordColumns.TestTime);
            Note("the time of the test is counted from the first date.");
        }
        if (!columns.Contains(RecordColumns.Current) && DerivedCurrent.Of(columns) is { } derived)
        {
            _derived = derived;
            columns.Add(RecordColumns.Current);
            Note($"the file has no current; it is derived from {derived.Source} and the time.");
        }
        Columns = columns;
        _current = columns.IndexOf(RecordColumns.Current);
        _sequence = new SequenceCheck(columns);
        var sign = new SignCheck(columns);
        while (_derived is null && sign.IsPossible && !sign.IsDecided && _ahead.Count < LookAhead)
        {
            RecordBatch batch = NewBatch(AheadRows);
            if (!inner.Read(batch)) break;
            sign.Watch(batch);
            _ahead.Enqueue(batch);
        }
        _turn = sign.IsTurned;
        if (_turn) Note("the current is negative where the charging capacity rises: the file counts discharge as positive, and is read so.");
    }

    /// <inheritdoc/>
    public override string Format => _inner.Format;

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns { get; }

    /// <inheritdoc/>
    public override bool Read(RecordBatch batch)
    {
        if (!Next(batch))
        {
            batch.Count = 0;
            foreach (string note in _inner.Notes) Note(note);
            foreach (string note in _sequence.Notes) Note(note);
            return false;
        }
        if (_turn)
        {
            Span<double> currents = batch.Room(_current)[..batch.Count];
            for (int i = 0; i < currents.Length; i++) currents[i] = -currents[i];
        }
        if (_time > 0) CountTime(batch);
        _derived?.Fill(batch, _current);
        _sequence.Watch(batch);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }

    private bool Next(RecordBatch batch)
    {
        if (!_ahead.TryPeek(out RecordBatch? first)) return _inner.Read(batch);
        int count = Math.Min(first.Count - _served, batch.Capacity);
        for (int c = 0; c < _innerCount; c++) first[c].Slice(_served, count).CopyTo(batch.Room(c));
        batch.Count = count;
        _served += count;
        if (_served < first.Count) return true;
        _ahead.Dequeue();
        _served = 0;
        return true;
    }

    private void CountTime(RecordBatch batch)
    {
        ReadOnlySpan<double> dates = batch[_unix];
        Span<double> times = batch.Room(_time);
        for (int i = 0; i < dates.Length; i++)
        {
            if (double.IsNaN(_start)) _start = dates[i];
            times[i] = Math.Round(dates[i] - _start, 6); // dates are too large for finer parts
        }
    }
}
