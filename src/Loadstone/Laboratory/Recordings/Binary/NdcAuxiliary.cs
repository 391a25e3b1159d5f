using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>An auxiliary channel of a Neware archive: rows of its own, joined to those of the data by their number.</summary>
internal sealed class NdcAuxiliary : IDisposable
{
    private readonly NdcPages _pages;
    private readonly NdcRecords? _records;
    private readonly Kind _kind;
    private readonly double _zero;
    private long _index;
    private bool _hasEnded;
    private double _first, _second;

    private enum Kind
    {
        Single,
        VoltageTemperature,
        Indexed,
        Record,
    }

    private NdcAuxiliary(NdcPages pages, Kind kind, IReadOnlyList<RecordColumn> columns, double zero = 0, NdcRecords? records = null)
    {
        _pages = pages;
        _records = records;
        _kind = kind;
        _zero = zero;
        Columns = columns;
    }

    /// <summary>What it measures.</summary>
    public IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>Opens a channel; null, with a note, where its layout is not known.</summary>
    /// <param name="pages">Its file.</param>
    /// <param name="records">Its records, of version 2.</param>
    /// <param name="channel">Its number.</param>
    /// <param name="type">Its type in TestInfo.xml; 0 if there is none.</param>
    /// <param name="note">Told what is not known.</param>
    public static NdcAuxiliary? Open(NdcPages pages, NdcRecords? records, int channel, int type, Action<string> note)
    {
        RecordColumn voltage = NewareAuxiliary.Voltage(channel), temperature = NewareAuxiliary.Temperature(channel);
        switch (pages.Version, pages.FirstByte)
        {
            case (14 or 17, _):
                (RecordColumn column, double zero) = NewareAuxiliary.OfType(type, channel) ?? (RecordColumn.Other(FormattableString.Invariant($"auxiliary {channel}")), 0);
                if (NewareAuxiliary.OfType(type, channel) is null)
                    note(FormattableString.Invariant($"{pages.Name}: type {type} of the auxiliary channel is not known; its numbers stand under \"{column.Name}\" as they are."));
                return new NdcAuxiliary(pages.Divided(4), Kind.Single, [column], zero);
            case (11 or 16, 0x65):
                return new NdcAuxiliary(pages.Divided(7), Kind.VoltageTemperature, [voltage, temperature]);
            case (11, 0x74):
                return new NdcAuxiliary(pages.Divided(88), Kind.Indexed, [temperature]);
            case (5, _):
                return new NdcAuxiliary(pages.Divided(87, hasBitmap: false), Kind.Record, [voltage, temperature]);
            case (2, _) when records?.Kind is 0x65 or 0x74:
                return new NdcAuxiliary(pages, Kind.Record, [voltage, temperature], records: records);
            default:
                note(FormattableString.Invariant($"{pages.Name}: auxiliary data of version {pages.Version} with records of kind {pages.FirstByte:x2} are not known and are left out."));
                return null;
        }
    }

    /// <summary>Writes the values of a row; empty where the channel has none.</summary>
    public void Write(long index, RecordBatch batch, int column, int row)
    {
        while (!_hasEnded && _index < index) Advance();
        bool isThere = _index == index && !_hasEnded;
        batch.Room(column)[row] = isThere ? _first : double.NaN;
        if (Columns.Count > 1) batch.Room(column + 1)[row] = isThere ? _second : double.NaN;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pages.Dispose();
        _records?.Dispose();
    }

    private void Advance()
    {
        if (!(_records?.Next() ?? _pages.Next()))
        {
            _hasEnded = true;
            return;
        }
        // A record of version 5 is one of version 2 whose mark is its kind alone.
        ReadOnlySpan<byte> slot = _records is null ? _pages.Slot : _records.Record[7..];
        switch (_kind)
        {
            case Kind.Single:
                _index = _pages.Ordinal;
                _first = _zero + BinaryPrimitives.ReadSingleLittleEndian(slot);
                break;
            case Kind.VoltageTemperature:
                _index = _pages.Ordinal;
                _first = BinaryPrimitives.ReadSingleLittleEndian(slot[1..]) / 1e4;
                _second = BinaryPrimitives.ReadInt16LittleEndian(slot[5..]) / 10.0 + 273.15;
                break;
            case Kind.Indexed:
                _index = BinaryPrimitives.ReadUInt32LittleEndian(slot[1..]);
                _first = BinaryPrimitives.ReadInt16LittleEndian(slot[35..]) / 10.0 + 273.15;
                break;
            case Kind.Record when _records is not null || slot[0] is 0x65 or 0x74:
                _index = BinaryPrimitives.ReadUInt32LittleEndian(slot[1..]);
                _first = BinaryPrimitives.ReadInt32LittleEndian(slot[24..]) / 1e4;
                _second = BinaryPrimitives.ReadInt16LittleEndian(slot[34..]) / 10.0 + 273.15;
                break;
        }
    }
}
