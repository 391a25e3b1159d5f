using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>The bytes of a picture's file by their position; what lies beyond the end is a person's problem, told with its place.</summary>
internal sealed class ImageBytes : IDisposable
{
    private readonly SafeFileHandle _file;

    private ImageBytes(string source, SafeFileHandle file) => (Source, _file, Length) = (source, file, RandomAccess.GetLength(file));

    public string Source { get; }

    public long Length { get; }

    /// <summary>Whether numbers of several bytes begin with the largest one.</summary>
    public bool IsBigEndian { get; set; }

    public static ImageBytes Open(string path)
    {
        try
        {
            return new ImageBytes(path, File.OpenHandle(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the picture cannot be read: {e.Message}", file: path);
        }
    }

    public void Read(long offset, Span<byte> into)
    {
        if (offset < 0 || into.Length > Length - offset)
            throw Bad(offset, FormattableString.Invariant($"{into.Length} bytes are missing: the file ends at byte {Length}; it is cut off or damaged."));
        for (int done = 0; done < into.Length;)
        {
            int count;
            try
            {
                count = RandomAccess.Read(_file, into[done..], offset + done);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"the picture cannot be read: {e.Message}", file: Source);
            }
            if (count == 0) throw Bad(offset + done, "the file became shorter while it was read.");
            done += count;
        }
    }

    /// <summary>An unsigned integer of 1, 2, 4 or 8 bytes.</summary>
    public ulong Unsigned(long offset, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        Read(offset, bytes[..size]);
        return Unsigned(bytes[..size]);
    }

    /// <summary>The same from bytes that were read.</summary>
    public ulong Unsigned(ReadOnlySpan<byte> bytes) => (bytes.Length, IsBigEndian) switch
    {
        (1, _) => bytes[0],
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (4, false) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (4, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt64BigEndian(bytes),
    };

    public InputException Bad(long offset, string problem) => new(problem, FormattableString.Invariant($"byte {offset}"), Source);

    public void Dispose() => _file.Dispose();
}
