using System.Buffers;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>A window that moves forward over a stream, so that a file of any size is read in a fixed room.</summary>
internal sealed class ByteWindow(Stream stream, int capacity = 1 << 18) : IDisposable
{
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private bool _isDisposed;
    private int _start, _end;

    /// <summary>Offset of the window's first byte in the stream.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes from <see cref="Position"/> on that are in the window.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Brings bytes into the window; false if the stream ends before there are that many.</summary>
    /// <param name="count">Bytes wanted, at most the capacity.</param>
    public bool Ensure(int count)
    {
        if (_end - _start >= count) return true;
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        _end -= _start;
        _start = 0;
        _end += stream.ReadAtLeast(_bytes.AsSpan(_end), count - _end, throwOnEndOfStream: false);
        return _end >= count;
    }

    /// <summary>Moves forward over bytes that are in the window.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _end - _start);
        _start += count;
        Position += count;
    }

    /// <summary>Goes anywhere in a stream that can seek.</summary>
    public void Seek(long position)
    {
        stream.Position = position;
        Position = position;
        _start = _end = 0;
    }

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        ArrayPool<byte>.Shared.Return(_bytes);
        stream.Dispose();
    }
}
