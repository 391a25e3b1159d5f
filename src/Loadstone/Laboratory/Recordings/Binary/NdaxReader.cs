using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>Reads Neware's .ndax archives. All of their files are unpacked side by side, page by page.</summary>
internal sealed class NdaxReader : CheckedReader
{
    private const int RecordLength = 87, MostSteps = 10_000_000;

    private readonly NdaxArchive _archive;
    private readonly NdcPages _data;
    private readonly NdcRecords? _records;
    private readonly NdcLayout? _layout;
    private readonly NdcTimeline? _timeline;
    private readonly List<NdcAuxiliary> _auxiliaries = [];
    private readonly List<RecordColumn> _columns = [.. Neware.Columns];
    private readonly NewareCounter _counter = new(countsCycles: false);
    private NewareRow _row;
    private long[] _places = [];

    private NdaxReader(FileStream stream, string path)
    {
        _archive = NdaxArchive.Open(stream, path, Note);
        NdaxEntries entries = NdaxEntries.Of(_archive, Note);
        if (entries.Data is null) throw new InputException($"the archive has no data.ndc; it holds {string.Join(", ", _archive.Members.Take(12).Select(member => member.Name))}.", file: path);
        _data = Pages(entries.Data);
        if (_data.FileType != 1) throw new InputException(FormattableString.Invariant($"data.ndc byte 0: the file's type is {_data.FileType}; expected 1."), file: path);
        if (_data.Version is 2 or 5)
        {
            if (_data.Version == 5) _data.Divided(RecordLength, hasBitmap: false);
            else _records = new NdcRecords(entries.Data.Open(), entries.Data.Name, Note);
            Note("the file's clock has no time zone; Unix Time counts it as if it were UTC.");
        }
        else
        {
            _layout = NdcLayout.Of(_data.Version)
                ?? throw new InputException(FormattableString.Invariant($"data.ndc byte 2: version {_data.Version} is not known; expected 2, 5, 11, 14, 16 or 17. Export the test as text from the instrument's program."), file: path);
            _data.Divided(NdcLayout.DataLength);
            _timeline = Timeline(entries, _layout);
        }
        AddAuxiliaries(entries);
    }

    /// <inheritdoc/>
    public override string Format => FormattableString.Invariant($"Neware .ndax, ndc {_data.Version}");

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns => _columns;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static RecordReader Open(string path) => InstrumentStream.Open(path, stream => new NdaxReader(stream, path));

    /// <inheritdoc/>
    protected override string PlaceOf(int row) => FormattableString.Invariant($"data.ndc byte {_places[row]}");

    /// <inheritdoc/>
    protected override int Fill(RecordBatch batch)
    {
        if (_places.Length < batch.Capacity) _places = new long[batch.Capacity];
        int rows = 0;
        while (rows < batch.Capacity && NextRow())
        {
            _places[rows] = _records?.Position ?? _data.Position;
            _counter.Write(_row, batch, rows);
            int column = Neware.Columns.Count;
            foreach (NdcAuxiliary auxiliary in _auxiliaries)
            {
                auxiliary.Write(_row.Index, batch, column, rows);
                column += auxiliary.Columns.Count;
            }
            rows++;
        }
        return rows;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _data.Dispose();
            _records?.Dispose();
            _timeline?.Dispose();
            foreach (NdcAuxiliary auxiliary in _auxiliaries) auxiliary.Dispose();
            _archive.Dispose();
        }
        base.Dispose(disposing);
    }

    private bool NextRow()
    {
        if (_records is not null) return NextRecord(_records);
        while (_data.Next())
        {
            ReadOnlySpan<byte> slot = _data.Slot;
            if (_layout is null)
            {
                if (slot[0] != 0x55) continue;
                NdcLayout.Record(slot[1..], ref _row);
                if (_row.Index != 0) return true;
                continue;
            }
            _row.Index = _data.Ordinal;
            _row.Voltage = _layout.VoltageScale * BinaryPrimitives.ReadSingleLittleEndian(slot);
            _row.ChargingCurrent = _layout.CurrentScale * BinaryPrimitives.ReadSingleLittleEndian(slot[4..]);
            _timeline!.Complete(ref _row);
            return true;
        }
        return false;
    }

    private bool NextRecord(NdcRecords records)
    {
        while (records.Next())
        {
            if (records.Kind != 0x55) continue;
            NdcLayout.Record(records.Content, ref _row);
            if (_row.Index != 0) return true;
        }
        return false;
    }

    private NdcTimeline Timeline(NdaxEntries entries, NdcLayout layout)
    {
        var steps = new List<NdcStep>();
        if (entries.Steps is null) Note("the archive has no data_step.ndc; cycles, steps and status are left empty.");
        else
        {
            using NdcPages pages = Pages(entries.Steps);
            pages.Divided((NdcLayout.Of(pages.Version) ?? layout).StepLength);
            while (pages.Next() && steps.Count < MostSteps) steps.Add(NdcLayout.Step(pages.Slot));
        }
        if (entries.RunInfo is null) Note("the archive has no data_runInfo.ndc; times, charge and energy are left empty.");
        NdcPages times = entries.RunInfo is null ? new NdcPages(Stream.Null, "data_runInfo.ndc", Note) : Pages(entries.RunInfo);
        return new NdcTimeline(times, steps, NdcLayout.Of(times.Version) ?? layout, Note);
    }

    private void AddAuxiliaries(NdaxEntries entries)
    {
        foreach ((ArchiveMember entry, int channel, int type) in entries.Auxiliaries)
        {
            NdcPages pages = Pages(entry);
            NdcRecords? records = pages.Version == 2 ? new NdcRecords(entry.Open(), entry.Name, Note) : null;
            NdcAuxiliary? auxiliary = NdcAuxiliary.Open(pages, records, channel, type, Note);
            if (auxiliary is null) continue;
            if (auxiliary.Columns.Any(_columns.Contains))
            {
                Note($"{entry.Name}: a second auxiliary channel of the same number is left out.");
                auxiliary.Dispose();
                continue;
            }
            _auxiliaries.Add(auxiliary);
            _columns.AddRange(auxiliary.Columns);
        }
    }

    private NdcPages Pages(ArchiveMember entry) => new(entry.Open(), entry.Name, Note);
}
