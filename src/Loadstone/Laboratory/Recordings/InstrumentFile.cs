using System.Text;
using Loadstone.Laboratory.Recordings.Binary;
using Loadstone.Laboratory.Recordings.Text;

namespace Loadstone.Laboratory.Recordings;

/// <summary>Finds out what wrote a file, and reads it.</summary>
public static class InstrumentFile
{
    /// <summary>The formats, in the order in which they are tried: those with the surest marks first.</summary>
    public static IReadOnlyList<RecordFormat> Formats { get; } =
    [
        .. BinaryFormats.All,
        .. TextFormats.All,
    ];

    /// <summary>Opens a file of any known format.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or is of no known format; the message names those there are.</exception>
    public static RecordReader Open(string path) => new CompletedReader(FormatOf(path).Open(path));

    /// <summary>Opens a table, of text or a workbook, whose columns a person names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="choices">What the columns are; headers that are not named are read as ever.</param>
    /// <exception cref="InputException">It cannot be read, or a header is not there.</exception>
    public static RecordReader Open(string path, IReadOnlyList<ColumnChoice> choices) => new CompletedReader(TextFormats.Open(path, choices));

    /// <summary>Reads a file of any known format into memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">It cannot be read; the message says where and why.</exception>
    public static Recording Load(string path, CancellationToken cancellation = default)
    {
        using RecordReader reader = Open(path);
        return Recording.Of(reader, path, cancellation);
    }

    /// <summary>The format of a file, by its content.</summary>
    /// <exception cref="InputException">It cannot be read, is empty, or is of no known format.</exception>
    public static RecordFormat FormatOf(string path)
    {
        FileHead head = Head(path);
        if (head.Bytes.IsEmpty) throw new InputException("the file is empty.", file: path);
        return Formats.FirstOrDefault(format => format.Recognises(head))
            ?? throw new InputException($"this is no file of a known instrument; expected one of {string.Join(", ", Formats.Select(format => format.Name))}.", file: path);
    }

    private static FileHead Head(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] bytes = new byte[FileHead.Length];
            int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            ReadOnlyMemory<byte> head = bytes.AsMemory(0, count);
            return new FileHead(head, TextOf(head.Span), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the file cannot be read: {e.Message}", file: path);
        }
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        try
        {
            // The last character may be cut in two.
            int whole = bytes.Length;
            while (whole > 0 && whole > bytes.Length - 4 && (bytes[whole - 1] & 0x80) != 0) whole--;
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes[..whole]).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
