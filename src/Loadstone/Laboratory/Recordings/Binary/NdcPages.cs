namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>
/// An .ndc file within a Neware archive, slot by slot. Its first page of 4096 bytes tells type and version; each further page holds a
/// count, a bitmap of the slots in use, and from byte 132 on the slots.
/// </summary>
internal sealed class NdcPages : IDisposable
{
    private const int PageLength = 4096, SlotsOffset = 132, BitmapOffset = 4;

    private readonly Stream _stream;
    private readonly Action<string> _note;
    private readonly byte[] _page = new byte[PageLength];
    private int _slotLength, _slotCount, _slot, _length;
    private bool _hasBitmap, _isFirst = true;
    private long _pageOffset = -PageLength;

    /// <summary>Opens a file and reads its first two pages.</summary>
    /// <param name="stream">Its content.</param>
    /// <param name="name">Its name, for notes.</param>
    /// <param name="note">Told what is wrong.</param>
    public NdcPages(Stream stream, string name, Action<string> note)
    {
        _stream = stream;
        _note = note;
        Name = name;
        if (!ReadPage()) return;
        FileType = _page[0];
        Version = _page[2];
        ReadPage();
    }

    /// <summary>Name in the archive.</summary>
    public string Name { get; }

    /// <summary>What it holds: 1 data, 5 auxiliary data, 7 steps, 18 times and capacities.</summary>
    public int FileType { get; }

    /// <summary>Version of the layout.</summary>
    public int Version { get; }

    /// <summary>Number of the slot, from 1 on, counting those not in use.</summary>
    public long Ordinal { get; private set; }

    /// <summary>The slot's bytes.</summary>
    public ReadOnlySpan<byte> Slot => _page.AsSpan(SlotsOffset + _slot * _slotLength, _slotLength);

    /// <summary>Where the slot stands, for notes.</summary>
    public string Place => FormattableString.Invariant($"{Name} byte {Position}");

    /// <summary>Byte of the slot in the unpacked file.</summary>
    public long Position => _pageOffset + SlotsOffset + (long)_slot * _slotLength;

    /// <summary>First byte of the first slot; 0 if there is none.</summary>
    public byte FirstByte => _length > SlotsOffset ? _page[SlotsOffset] : (byte)0;

    /// <summary>Says how long slots are, before the first is read.</summary>
    /// <param name="slotLength">Bytes of a slot.</param>
    /// <param name="hasBitmap">Whether the bitmap tells which are in use; otherwise all are handed out.</param>
    public NdcPages Divided(int slotLength, bool hasBitmap = true)
    {
        _slotLength = slotLength;
        _slotCount = (PageLength - SlotsOffset - 1) / slotLength;
        _hasBitmap = hasBitmap;
        return this;
    }

    /// <summary>Goes to the next slot in use.</summary>
    public bool Next()
    {
        while (_length > 0)
        {
            _slot = _isFirst ? 0 : _slot + 1;
            _isFirst = false;
            if (_slot >= _slotCount || SlotsOffset + (_slot + 1) * _slotLength > _length)
            {
                if (!ReadPage()) return false;
                _isFirst = true;
                continue;
            }
            Ordinal++;
            if (!_hasBitmap || ((_page[BitmapOffset + (_slot >> 3)] >> (_slot & 7)) & 1) != 0) return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private bool ReadPage()
    {
        _pageOffset += PageLength;
        _length = 0;
        try
        {
            // In small steps, so that what was unpacked before damage is kept.
            while (_length < PageLength && _stream.Read(_page, _length, PageLength - _length) is > 0 and var count) _length += count;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            Array.Clear(_page, _length, PageLength - _length);
            _note(FormattableString.Invariant($"{Name} byte {_pageOffset + _length}: the archive is damaged or cut off from here on ({e.Message.TrimEnd('.')}); what stands before is read."));
            return _length > 0;
        }
        if (_length is > 0 and < PageLength)
            _note(FormattableString.Invariant($"{Name} byte {_pageOffset + _length}: the file ends within a page; it may be cut off."));
        return _length > 0;
    }
}
