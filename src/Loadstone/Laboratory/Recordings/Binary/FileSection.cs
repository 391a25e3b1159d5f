using Microsoft.Win32.SafeHandles;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>Part of a file as a stream that is read forward. Several may be read at a time; the file stays open.</summary>
/// <param name="file">The file.</param>
/// <param name="start">Offset of the first byte.</param>
/// <param name="end">Offset behind the last byte.</param>
internal sealed class FileSection(SafeFileHandle file, long start, long end) : Stream
{
    private readonly long _start = start;
    private long _position = start;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => end - _start;

    /// <inheritdoc/>
    public override long Position { get => _position - _start; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = RandomAccess.Read(file, buffer[..(int)Math.Min(buffer.Length, end - _position)], _position);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
