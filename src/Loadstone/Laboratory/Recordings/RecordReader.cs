namespace Loadstone.Laboratory.Recordings;

/// <summary>
/// Reads an instrument's file from its beginning to its end, a batch of rows at a time, so that the memory does not depend on
/// the length of the file. Not safe for concurrent use.
/// </summary>
public abstract class RecordReader : IDisposable
{
    private readonly List<string> _notes = [];

    /// <summary>Name of the format, as in <see cref="RecordFormat.Name"/>, with the version found where there are several.</summary>
    public abstract string Format { get; }

    /// <summary>The columns, in the order in which the batches hold them. Known once the reader is open.</summary>
    public abstract IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>
    /// What a person should know of the file: columns and versions that are not known, rows that could not be used, what was
    /// derived. Complete once <see cref="Read"/> has returned false. Each names the place (line and column, or byte offset).
    /// </summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>
    /// Names of the steps (<c>CC Chg</c>) that the rows read so far have, in the order in which they appear: the column
    /// <see cref="RecordColumns.StepType"/> holds their index.
    /// </summary>
    public virtual IReadOnlyList<string> StepTypes => [];

    /// <summary>A batch of the right shape.</summary>
    public RecordBatch NewBatch(int capacity = RecordBatch.StandardCapacity) => new(Columns.Count, capacity);

    /// <summary>The next rows.</summary>
    /// <param name="batch">Where to; its count is set.</param>
    /// <returns>False at the end of the file, with an empty batch.</returns>
    /// <exception cref="InputException">The file cannot be read on; the message says where and why.</exception>
    public abstract bool Read(RecordBatch batch);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the file back.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Adds a note, once.</summary>
    protected void Note(string note)
    {
        if (!_notes.Contains(note)) _notes.Add(note);
    }
}
