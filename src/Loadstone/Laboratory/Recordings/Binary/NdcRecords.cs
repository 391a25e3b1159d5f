namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>
/// The records of .ndc files of version 2: 94 bytes each, from byte 517 on, that begin with a kind and the same seven bytes. They are
/// found by that mark, since other bytes stand between some of them.
/// </summary>
internal sealed class NdcRecords : IDisposable
{
    private const int Start = 517, Length = 94, MarkLength = 8;

    private readonly ByteWindow _window;
    private readonly string _name;
    private readonly Action<string> _note;
    private readonly byte[] _mark;
    private bool _isFirst = true;

    /// <summary>Opens a file.</summary>
    /// <param name="stream">Its content from the beginning on.</param>
    /// <param name="name">Its name, for notes.</param>
    /// <param name="note">Told what is wrong.</param>
    public NdcRecords(Stream stream, string name, Action<string> note)
    {
        _window = new ByteWindow(stream);
        _name = name;
        _note = note;
        if (Ensure(Start + Length)) _window.Advance(Start);
        _mark = [.. _window.Bytes[..Math.Min(MarkLength, _window.Bytes.Length)]];
    }

    /// <summary>Kind of the records.</summary>
    public byte Kind => _mark.Length > 0 ? _mark[0] : (byte)0;

    /// <summary>The record, from its mark on.</summary>
    public ReadOnlySpan<byte> Record => _window.Bytes[..Length];

    /// <summary>The record from its index on.</summary>
    public ReadOnlySpan<byte> Content => _window.Bytes[MarkLength..Length];

    /// <summary>Byte of the record in the unpacked file.</summary>
    public long Position => _window.Position;

    /// <summary>Goes to the next record.</summary>
    public bool Next()
    {
        if (!_isFirst)
        {
            if (_window.Bytes.Length < Length) return false;
            _window.Advance(Length);
        }
        _isFirst = false;
        if (_mark.Length < MarkLength) return false;
        while (Ensure(Length))
        {
            int at = _window.Bytes.IndexOf(_mark);
            _window.Advance(at < 0 ? _window.Bytes.Length - MarkLength + 1 : at);
            if (at >= 0 && Ensure(Length)) return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    private bool Ensure(int count)
    {
        try
        {
            return _window.Ensure(count);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            _note(FormattableString.Invariant($"{_name} byte {_window.Position}: the archive is damaged from here on ({e.Message.TrimEnd('.')}); what stands before is read."));
            return false;
        }
    }
}
