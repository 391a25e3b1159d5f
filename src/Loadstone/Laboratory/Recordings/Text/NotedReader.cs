namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>A reader with one more note.</summary>
internal sealed class NotedReader : RecordReader
{
    private readonly RecordReader _inner;

    /// <summary>A reader with a note.</summary>
    public NotedReader(RecordReader inner, string note)
    {
        _inner = inner;
        Note(note);
        foreach (string other in inner.Notes) Note(other);
    }

    /// <inheritdoc/>
    public override string Format => _inner.Format;

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns => _inner.Columns;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepTypes => _inner.StepTypes;

    /// <inheritdoc/>
    public override bool Read(RecordBatch batch)
    {
        bool more = _inner.Read(batch);
        foreach (string note in _inner.Notes) Note(note);
        return more;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}
