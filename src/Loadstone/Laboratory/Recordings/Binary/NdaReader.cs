using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>Reads Neware's .nda files.</summary>
internal sealed class NdaReader : CheckedReader
{
    private const int VersionOffset = 14, HeadLength = 2048;

    // Where auxiliary channels are looked for before reading; they follow their rows from the first on.
    private const int Foreseen = 1 << 20;

    private readonly ByteWindow _window;
    private readonly NdaLayout _layout;
    // The count of cycles in the records is not the one that the instrument's program shows.
    private readonly NewareCounter _counter = new(countsCycles: true);
    private readonly List<RecordColumn> _columns = [.. Neware.Columns];
    private readonly List<int> _channels = [];
    private readonly Dictionary<(int Channel, long Index), (double Voltage, double Temperature)> _early = [];
    private long[] _places = [];
    private long _lastIndex = -1, _start;
    private bool _hasEnded;

    private NdaReader(FileStream stream, string path)
    {
        _window = new ByteWindow(stream);
        if (!_window.Ensure(HeadLength)) throw new InputException(FormattableString.Invariant($"the file ends at byte {stream.Length}, within its head."), file: path);
        _layout = LayoutOf(_window.Bytes, path);
        _window.Seek(_layout.Start);
        if (!FindNext(told: false)) throw new InputException("no record of data is found in the file; it holds none, or is of a version that is not known.", file: path);
        _start = _window.Position;
        if (!_layout.HasZone) Note("the file's clock has no time zone; Unix Time counts it as if it were UTC.");
        if (_layout.HasTemperature) _columns.Add(RecordColumns.Temperature1);
        else ForeseeChannels();
    }

    /// <summary>The first bytes of a file.</summary>
    public static ReadOnlySpan<byte> Magic => "NEWARE"u8;

    /// <inheritdoc/>
    public override string Format => $"Neware .nda {_layout.Name}";

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns => _columns;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static RecordReader Open(string path) => InstrumentStream.Open(path, stream => new NdaReader(stream, path));

    /// <inheritdoc/>
    protected override string PlaceOf(int row) => FormattableString.Invariant($"byte {_places[row]}");

    /// <inheritdoc/>
    protected override int Fill(RecordBatch batch)
    {
        if (_places.Length < batch.Capacity) _places = new long[batch.Capacity];
        int rows = 0;
        NewareRow row = default;
        while (!_hasEnded)
        {
            if (!_window.Ensure(_layout.Length))
            {
                End();
                break;
            }
            ReadOnlySpan<byte> record = _window.Bytes[.._layout.Length];
            NdaRecord kind = _layout.KindOf(record);
            if (kind == NdaRecord.Row)
            {
                if (rows == batch.Capacity) break;
                _layout.Read(record, ref row, out double temperature);
                if (row.Index == _lastIndex)
                {
                    Note(FormattableString.Invariant($"byte {_window.Position}: record {row.Index} stands twice; the first one counts, here and further on."));
                }
                else
                {
                    _lastIndex = row.Index;
                    _places[rows] = _window.Position;
                    if (double.IsNaN(row.ChargingCurrent))
                        Note(FormattableString.Invariant($"byte {_window.Position}: the range of the channel is not known; current, charge and energy are left empty."));
                    _counter.Write(row, batch, rows);
                    if (_layout.HasTemperature) batch.Room(Neware.Columns.Count)[rows] = temperature;
                    else if (_channels.Count > 0) WriteEarly(batch, rows);
                    rows++;
                }
            }
            else if (kind == NdaRecord.Auxiliary)
            {
                TakeAuxiliary(_layout.ReadAuxiliary(record), batch, rows);
            }
            else if (kind == NdaRecord.End)
            {
                _hasEnded = true;
                break;
            }
            else if (kind == NdaRecord.None)
            {
                if (!FindNext(told: true)) End();
                continue;
            }
            _window.Advance(_layout.Length);
        }
        return rows;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _window.Dispose();
        base.Dispose(disposing);
    }

    private NdaLayout LayoutOf(ReadOnlySpan<byte> head, string path)
    {
        int version = head[VersionOffset];
        if (version == 130)
        {
            if (head[1024] != 0x55) return new NdaLayout90(head[1029]);
            return new NdaLayout91(head[1025], LengthOf91(head));
        }
        if (version is < 20 or > 29)
            throw new InputException(FormattableString.Invariant($"byte {VersionOffset}: the file is of version {version}, whose records are not known; expected 29 or 130. Export it as text from the instrument's program."), file: path);
        if (version is not (28 or 29))
            Note(FormattableString.Invariant($"byte {VersionOffset}: version {version} is not known; the file is read as version 29."));
        return new NdaLayout29();
    }

    // From the first record to the next one with the same mark and a higher number.
    private static int LengthOf91(ReadOnlySpan<byte> head)
    {
        uint first = BinaryPrimitives.ReadUInt32LittleEndian(head[1032..]);
        for (int length = 52; length <= 256; length += 4)
        {
            ReadOnlySpan<byte> next = head[(1024 + length)..];
            uint index = BinaryPrimitives.ReadUInt32LittleEndian(next[8..]);
            if (next[0] == 0x55 && next[1] == head[1025] && index > first && index - first < 1000) return length;
        }
        return 56;
    }

    // Goes on to the next record, wherever it stands.
    private bool FindNext(bool told)
    {
        long from = _window.Position;
        while (_window.Ensure(_layout.Length))
        {
            ReadOnlySpan<byte> bytes = _window.Bytes;
            int at = 0;
            for (; at + _layout.Length <= bytes.Length; at++)
            {
                NdaRecord kind = _layout.KindOf(bytes.Slice(at, _layout.Length));
                // Only rows are sure enough to begin again with.
                if (kind == NdaRecord.Row) break;
            }
            bool isFound = at + _layout.Length <= bytes.Length;
            _window.Advance(at);
            if (!isFound) continue;
            if (told) Note(FormattableString.Invariant($"byte {from}: {_window.Position - from} bytes up to the next row are no known record and are passed over."));
            return true;
        }
        return false;
    }

    private void End()
    {
        _hasEnded = true;
        ReadOnlySpan<byte> rest = _window.Bytes;
        if (rest.ContainsAnyExcept((byte)0))
            Note(FormattableString.Invariant($"byte {_window.Position}: the file ends with {rest.Length} bytes that are no whole record; it may be cut off."));
    }

    private void ForeseeChannels()
    {
        while (_window.Position - _start < Foreseen && _window.Ensure(_layout.Length))
        {
            ReadOnlySpan<byte> record = _window.Bytes[.._layout.Length];
            if (_layout.KindOf(record) == NdaRecord.Auxiliary && _layout.ReadAuxiliary(record).Channel is var channel && !_channels.Contains(channel)) _channels.Add(channel);
            _window.Advance(_layout.Length);
        }
        _window.Seek(_start);
        _channels.Sort();
        foreach (int channel in _channels)
        {
            _columns.Add(NewareAuxiliary.Temperature(channel));
            _columns.Add(NewareAuxiliary.Voltage(channel));
        }
    }

    private void WriteEarly(RecordBatch batch, int row)
    {
        for (int c = 0; c < _channels.Count; c++)
        {
            if (!_early.Remove((_channels[c], _lastIndex), out (double Voltage, double Temperature) values)) values = (double.NaN, double.NaN);
            Write(batch, row, c, values.Voltage, values.Temperature);
        }
    }

    private void TakeAuxiliary((int Channel, long Index, double Voltage, double Temperature) record, RecordBatch batch, int rows)
    {
        int c = _channels.IndexOf(record.Channel);
        if (c < 0)
        {
            Note(FormattableString.Invariant($"byte {_window.Position}: auxiliary channel {record.Channel} begins here; it is left out."));
        }
        else if (rows > 0 && record.Index == _lastIndex)
        {
            Write(batch, rows - 1, c, record.Voltage, record.Temperature);
        }
        else if (record.Index > _lastIndex && _early.Count < 1 << 16)
        {
            _early[(record.Channel, record.Index)] = (record.Voltage, record.Temperature);
        }
        else
        {
            Note(FormattableString.Invariant($"byte {_window.Position}: the auxiliary record is of row {record.Index}, far from here; such ones are left out."));
        }
    }

    private static void Write(RecordBatch batch, int row, int channel, double voltage, double temperature)
    {
        batch.Room(Neware.Columns.Count + 2 * channel)[row] = temperature;
        batch.Room(Neware.Columns.Count + 2 * channel + 1)[row] = voltage;
    }
}
