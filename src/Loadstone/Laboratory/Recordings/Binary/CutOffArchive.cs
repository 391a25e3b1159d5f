using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>Finds the files of an archive whose directory is missing, by the header that stands before each (PKWARE, .ZIP File Format Specification 6.3, section 4.3.7).</summary>
internal static class CutOffArchive
{
    private const int HeadLength = 30, LongestName = 260, MostMembers = 10_000, Chunk = 1 << 20;
    private const int HighestVersion = 63, Stored = 0, Deflated = 8, SizesFollow = 8;
    private const uint SizeElsewhere = uint.MaxValue;

    private static ReadOnlySpan<byte> Mark => "PK\u0003\u0004"u8;

    /// <summary>The files, in their order; the last may be cut off.</summary>
    /// <param name="stream">The archive; it stays open as long as its files are read.</param>
    public static IReadOnlyList<ArchiveMember> Members(FileStream stream)
    {
        var heads = new List<(long Begin, long Content, long Size, string Name, int Method)>();
        foreach (long at in Marks(stream))
        {
            if (HeadAt(stream, at) is { } head && heads.Count < MostMembers) heads.Add(head);
        }
        var members = new List<ArchiveMember>();
        for (int i = 0; i < heads.Count; i++)
        {
            (_, long content, long size, string name, int method) = heads[i];
            long end = i + 1 < heads.Count ? heads[i + 1].Begin : stream.Length;
            if (size >= 0) end = Math.Min(end, content + size);
            if (end <= content) continue;
            members.Add(new ArchiveMember(name, () =>
            {
                var section = new FileSection(stream.SafeFileHandle, content, end);
                return method == Stored ? section : new DeflateStream(section, CompressionMode.Decompress);
            }));
        }
        return members;
    }

    private static IEnumerable<long> Marks(FileStream stream)
    {
        byte[] bytes = new byte[Chunk];
        long start = 0;
        while (true)
        {
            int count = RandomAccess.Read(stream.SafeFileHandle, bytes, start), from = 0;
            while (from < count && bytes.AsSpan(from, count - from).IndexOf(Mark) is >= 0 and var found)
            {
                yield return start + from + found;
                from += found + 1;
            }
            // A mark may lie across the end of the chunk.
            if (count < Mark.Length) yield break;
            start += count - Mark.Length + 1;
        }
    }

    // The four bytes may also stand within packed data: what follows must look like a header.
    private static (long Begin, long Content, long Size, string Name, int Method)? HeadAt(FileStream stream, long at)
    {
        Span<byte> head = stackalloc byte[HeadLength + LongestName];
        int count = RandomAccess.Read(stream.SafeFileHandle, head, at);
        if (count < HeadLength) return null;
        int version = BinaryPrimitives.ReadUInt16LittleEndian(head[4..]), flags = BinaryPrimitives.ReadUInt16LittleEndian(head[6..]);
        int method = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]), length = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
        if (version > HighestVersion || method is not (Stored or Deflated) || length is 0 or > LongestName || HeadLength + length > count) return null;
        ReadOnlySpan<byte> name = head.Slice(HeadLength, length);
        if (name.IndexOfAnyInRange((byte)0, (byte)31) >= 0) return null;
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]);
        bool isKnown = (flags & SizesFollow) == 0 && size != SizeElsewhere;
        return (at, at + HeadLength + length + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]), isKnown ? size : -1, Encoding.Latin1.GetString(name), method);
    }
}
