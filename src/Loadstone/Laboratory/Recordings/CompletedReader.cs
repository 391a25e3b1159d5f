namespace Loadstone.Laboratory.Recordings;

/// <summary>
/// What every recording gets, whatever wrote it: a time since the start where the file has dates alone, a current from the
/// capacities where it has none, the sign of the current checked against the capacities, and notes on what cannot be right.
/// </summary>
internal sealed class CompletedReader : RecordReader
{
    private readonly RecordReader _inner;
    private readonly SequenceCheck _sequence;
    private readonly PlausibilityCheck _plausibility;
    private readonly DerivedCurrent? _derived;
    private readonly int _unix, _time, _current;
    private readonly bool _turn;
    private double _start = double.NaN;

    private CompletedReader(RecordReader inner, bool turn)
    {
        _inner = inner;
        var columns = inner.Columns.ToList();
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
        _plausibility = new PlausibilityCheck(columns, checksCharge: _derived is null);
        _turn = turn;
        if (_turn) Note("the current is negative where the charging capacity rises: the file counts discharge as positive, and is read so.");
    }

    /// <summary>Opens a file and completes its reader. Where the sign of the current can be checked, the file is read ahead until enough rows have spoken.</summary>
    /// <param name="open">Opens the file at its beginning.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static RecordReader Open(Func<RecordReader> open)
    {
        RecordReader inner = open();
        var sign = new SignCheck([.. inner.Columns]);
        if (!sign.IsPossible) return new CompletedReader(inner, turn: false);
        using (inner)
        {
            RecordBatch batch = inner.NewBatch();
            while (!sign.IsDecided && inner.Read(batch)) sign.Watch(batch);
        }
        return new CompletedReader(open(), sign.IsTurned);
    }

    /// <inheritdoc/>
    public override string Format => _inner.Format;

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepTypes => _inner.StepTypes;

    /// <inheritdoc/>
    public override bool Read(RecordBatch batch)
    {
        if (!_inner.Read(batch))
        {
            foreach (string note in (IEnumerable<string>)[.. _inner.Notes, .. _sequence.Notes, .. _plausibility.Notes]) Note(note);
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
        _plausibility.Watch(batch);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
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
