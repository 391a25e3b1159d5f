using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>Reads BioLogic's binary files (.mpr): the rows of the data module, and when the acquisition began from the log module.</summary>
internal sealed class MprReader : CheckedReader
{
    // Days since 30 December 1899, in the log module.
    private const int StartOffset = 585;

    private readonly ByteWindow _window;
    private readonly List<Column> _columns;
    private readonly IReadOnlyList<RecordColumn> _recordColumns;
    private readonly int _rowLength;
    private readonly uint _version;
    private long _left, _first;

    /// <summary>A stored number and what it becomes: offset + factor × number.</summary>
    private sealed record Column(MprField Field, RecordColumn Meaning, double Factor, double Zero);

    private MprReader(FileStream stream, string path)
    {
        List<MprModule> modules = MprModules.List(stream, Note);
        MprModule data = modules.Find(m => m.Name == "VMP data")
            ?? throw new InputException("the file has no module \"VMP data\"; it holds settings alone, or is cut off.", file: path);
        byte[] head = new byte[Math.Min(MprLayout.HeadLength, data.Available)];
        stream.Position = data.Offset;
        stream.ReadExactly(head);
        MprLayout layout = MprLayout.Of(data, head, path, Note);
        _version = data.Version;
        _rowLength = layout.RowLength;
        long available = Math.Max(0, data.Available - layout.Offset) / Math.Max(1, _rowLength);
        _left = Math.Min(layout.RowCount, available);
        if (_left < layout.RowCount)
            Note(FormattableString.Invariant($"byte {stream.Length}: the file ends after {_left} of {layout.RowCount} rows; these are read."));

        _columns = Columnise(layout.Fields);
        _recordColumns = [.. _columns.Select(c => c.Meaning)];
        NoteStart(stream, modules);
        _window = new ByteWindow(stream, Math.Max(1 << 18, _rowLength * RecordBatch.StandardCapacity));
        _window.Seek(data.Offset + layout.Offset);
    }

    /// <inheritdoc/>
    public override string Format => FormattableString.Invariant($"BioLogic .mpr, data module {_version}");

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns => _recordColumns;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static RecordReader Open(string path) => InstrumentStream.Open(path, stream => new MprReader(stream, path));

    /// <inheritdoc/>
    protected override int Fill(RecordBatch batch)
    {
        _first = _window.Position;
        int rows = 0;
        while (rows < batch.Capacity && _left > 0)
        {
            // The window holds at least one row; a batch may be larger than the window.
            int wanted = (int)Math.Min(Math.Min(_left, batch.Capacity - rows), RecordBatch.StandardCapacity);
            _window.Ensure(wanted * _rowLength);
            int count = Math.Min(wanted, _window.Bytes.Length / _rowLength);
            if (count == 0)
            {
                Note(FormattableString.Invariant($"byte {_window.Position}: the file ends {_left} rows early."));
                _left = 0;
                break;
            }
            for (int c = 0; c < _columns.Count; c++) Decode(_columns[c], _window.Bytes, _rowLength, batch.Room(c).Slice(rows, count));
            _window.Advance(count * _rowLength);
            _left -= count;
            rows += count;
        }
        return rows;
    }

    /// <inheritdoc/>
    protected override string PlaceOf(int row) => FormattableString.Invariant($"byte {_first + (long)row * _rowLength}");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _window.Dispose();
        base.Dispose(disposing);
    }

    private static void Decode(Column column, ReadOnlySpan<byte> bytes, int stride, Span<double> values)
    {
        (MprField field, double factor, double zero) = (column.Field, column.Factor, column.Zero);
        int at = field.Offset;
        switch (field.Stored)
        {
            case StoredNumber.Single:
                for (int i = 0; i < values.Length; i++, at += stride) values[i] = zero + factor * BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
                break;
            case StoredNumber.Double:
                for (int i = 0; i < values.Length; i++, at += stride) values[i] = zero + factor * BinaryPrimitives.ReadDoubleLittleEndian(bytes[at..]);
                break;
            case StoredNumber.Short:
                for (int i = 0; i < values.Length; i++, at += stride) values[i] = zero + factor * BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
                break;
            case StoredNumber.Word:
                for (int i = 0; i < values.Length; i++, at += stride) values[i] = zero + factor * BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
                break;
            case StoredNumber.Byte:
                int mask = field.Mask == 0 ? 0xFF : field.Mask;
                for (int i = 0; i < values.Length; i++, at += stride) values[i] = zero + factor * ((bytes[at] & mask) >> field.Shift);
                break;
        }
    }

    // The first of the names that a file has is the quantity; the others stay under their own names.
    private static List<Column> Columnise(IReadOnlyList<MprField> fields)
    {
        var columns = new List<Column>();
        var taken = new HashSet<string>();
        var meanings = new Dictionary<MprField, (RecordColumn Meaning, double Factor, double Zero)>();
        foreach ((string[] names, RecordColumn meaning, double factor, double zero) in Meanings)
        {
            MprField? field = names.Select(name => fields.FirstOrDefault(f => f.Name == name)).FirstOrDefault(f => f is not null);
            if (field is not null) meanings[field] = (meaning, factor, zero);
        }
        foreach (MprField field in fields)
        {
            (RecordColumn meaning, double factor, double zero) = meanings.GetValueOrDefault(field, (RecordColumn.Other(field.Name), 1, 0));
            string name = meaning.Name;
            for (int k = 2; !taken.Add(meaning.Name); k++) meaning = RecordColumn.Other(FormattableString.Invariant($"{field.Name} ({k})"));
            columns.Add(name == meaning.Name ? new Column(field, meaning, factor, zero) : new Column(field, meaning, 1, 0));
        }
        return columns;
    }

    // Oxidation of the working electrode counts as positive: charge, where it is the positive electrode.
    private static readonly (string[] Names, RecordColumn Meaning, double Factor, double Zero)[] Meanings =
    [
        (["time/s"], RecordColumns.TestTime, 1, 0),
        (["Ewe/V", "<Ewe>/V"], RecordColumns.Voltage, 1, 0),
        (["I/mA", "<I>/mA"], RecordColumns.Current, -1e-3, 0),
        (["(Q-Qo)/mA.h"], RecordColumns.NetCapacity, -3.6, 0),
        (["cycle number"], RecordColumns.CycleCount, 1, 0),
        (["Ns"], RecordColumns.StepId, 1, 0),
        (["step time/s"], RecordColumns.StepTime, 1, 0),
        (["freq/Hz"], RecordColumns.Frequency, 1, 0),
        (["Re(Z)/Ohm"], RecordColumns.RealImpedance, 1, 0),
        (["-Im(Z)/Ohm"], RecordColumns.ImaginaryImpedance, -1, 0),
        (["|Z|/Ohm"], RecordColumns.AbsoluteImpedance, 1, 0),
        (["Phase(Z)/deg"], RecordColumns.Phase, Math.PI / 180, 0),
        (["P/W"], RecordColumns.Power, -1, 0),
        (["R/Ohm"], RecordColumns.InternalResistance, 1, 0),
        (["Temperature/°C"], RecordColumns.Temperature1, 1, 273.15),
    ];

    private void NoteStart(FileStream stream, List<MprModule> modules)
    {
        if (modules.Find(m => m.Name == "VMP LOG") is not { Available: >= StartOffset + 8 } log) return;
        Span<byte> bytes = stackalloc byte[8];
        stream.Position = log.Offset + StartOffset;
        stream.ReadExactly(bytes);
        double days = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
        // From 1990 to 2100; other versions keep something else there.
        if (days is > 32874 and < 73051)
            Note(FormattableString.Invariant($"by its log the acquisition began on {new DateTime(1899, 12, 30).AddDays(days):yyyy-MM-dd 'at' HH:mm:ss}, by the clock of its computer; time counts from there."));
    }
}
