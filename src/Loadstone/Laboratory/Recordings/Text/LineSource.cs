using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>The lines of a text file as bytes: UTF-8 or an 8-bit code as they are, UTF-16 turned into UTF-8. Only one line is held at a time.</summary>
internal sealed class LineSource : IDisposable
{
    /// <summary>A line longer than this is no line of a table or of a header.</summary>
    public const int LongestLine = 1 << 20;

    private const byte LineFeed = (byte)'\n', CarriageReturn = (byte)'\r';

    private readonly string _path;
    private readonly Stream _stream;
    private readonly byte _terminator;
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private bool _atEnd;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public LineSource(string path)
    {
        _path = path;
        try
        {
            Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            byte[] head = new byte[WideText.HeadLength];
            int count = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            (Encoding? wide, int mark) = WideText.Find(head.AsSpan(0, count));
            file.Position = mark;
            _stream = wide is null ? file : Encoding.CreateTranscodingStream(file, wide, Encoding.UTF8);
            Fill();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _stream?.Dispose();
            throw new InputException($"the file cannot be read: {e.Message}", file: path);
        }
        // Files of old programs end their lines with a carriage return alone.
        Span<byte> begin = _buffer.AsSpan(0, _end);
        _terminator = begin.IndexOf(LineFeed) < 0 && begin.IndexOf(CarriageReturn) >= 0 ? CarriageReturn : LineFeed;
    }

    /// <summary>Number of the line last read, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line last read ended with a line break; the last of a file that was cut off does not.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether nothing follows the line last read, which must not be used any more.</summary>
    public bool IsLast
    {
        get
        {
            if (_start == _end && !_atEnd) Fill();
            return _start == _end && _atEnd;
        }
    }

    /// <summary>The next line without its break; valid until the next call.</summary>
    /// <exception cref="InputException">A line is longer than <see cref="LongestLine"/>, or the file cannot be read on.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int searched = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(_terminator);
            if (found >= 0)
            {
                int length = searched + found;
                line = Trimmed(_buffer.AsSpan(_start, length));
                _start += length + 1;
                IsComplete = true;
                Number++;
                return true;
            }
            searched = _end - _start;
            if (_atEnd)
            {
                line = Trimmed(_buffer.AsSpan(_start, searched));
                _start = _end;
                IsComplete = false;
                if (searched == 0) return false;
                Number++;
                return true;
            }
            if (searched > LongestLine) throw new InputException($"the line is longer than {LongestLine} bytes; expected a table of text.", file: _path, line: Number + 1);
            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    // Some programs write \r\r\n.
    private static ReadOnlySpan<byte> Trimmed(Span<byte> line) => line.TrimEnd(CarriageReturn);

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        try
        {
            int count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            _atEnd = count == 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the file cannot be read on: {e.Message}", file: _path, line: Number + 1);
        }
    }
}
