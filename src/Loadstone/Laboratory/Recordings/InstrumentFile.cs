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
    public static RecordReader Open(string path)
    {
        RecordFormat format = FormatOf(path);
        return CompletedReader.Open(() => format.Open(path));
    }

    /// <summary>Opens a table, of text or a workbook, whose columns a person names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="choices">What the columns are; headers that are not named are read as ever.</param>
    /// <exception cref="InputException">It cannot be read, or a header is not there.</exception>
    public static RecordReader Open(string path, IReadOnlyList<ColumnChoice> choices)
    {
        CheckIsFile(path);
        return CompletedReader.Open(() => TextFormats.Open(path, choices));
    }

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
        if (string.IsNullOrWhiteSpace(head.Text)) throw new InputException("the file is empty.", file: path);
        return Formats.FirstOrDefault(format => format.Recognises(head)) ?? throw Unknown(head);
    }

    private static InputException Unknown(FileHead head)
    {
        string known = $"expected one of {string.Join("; ", Formats.Select(format => format.Name).Distinct())}.";
        if (head.Text.Contains('\0', StringComparison.Ordinal)) return new($"byte 0: this binary file is of no known instrument; {known}", file: head.Path);
        if (TextFormats.HeadersWithoutRows(head) is { } line) return new("these are headers of a recording, but no row of numbers follows.", file: head.Path, line: line);
        string first = head.Text.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0) ?? "";
        const int shown = 60;
        return new($"this is no file of a known instrument; it begins with \"{(first.Length > shown ? first[..shown] + "…" : first)}\". The columns of a table can be named: --columns \"time=1(s), voltage=2(V), current=3(mA)\". Otherwise {known}", file: head.Path);
    }

    private static void CheckIsFile(string path)
    {
        if (Directory.Exists(path)) throw new InputException("this is a folder; expected a file.", file: path);
        if (!File.Exists(path)) throw new InputException("there is no such file.", file: path);
    }

    private static FileHead Head(string path)
    {
        CheckIsFile(path);
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
        (Encoding? wide, int mark) = WideText.Find(bytes);
        if (wide is not null) return wide.GetString(bytes[mark..]);
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
