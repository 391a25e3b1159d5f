using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>A module of a BioLogic file.</summary>
/// <param name="Name">Its short name: <c>VMP data</c>.</param>
/// <param name="Version">Version of its content.</param>
/// <param name="Offset">Where its content starts.</param>
/// <param name="Length">Bytes that its content should have.</param>
/// <param name="Available">Bytes of it that the file has.</param>
internal sealed record MprModule(string Name, uint Version, long Offset, long Length, long Available);

/// <summary>
/// The modules of a BioLogic file: "MODULE", short name (10 characters), long name (25), length, version, date (8); from EC-Lab 11.50
/// on there are a greatest length before the length and one more number after it.
/// </summary>
internal static class MprModules
{
    private const int ShortName = 10, LongName = 25, DateLength = 8;

    /// <summary>The first bytes of a file.</summary>
    public static ReadOnlySpan<byte> Magic => "BIO-LOGIC MODULAR FILE\u001a"u8;

    private static ReadOnlySpan<byte> Mark => "MODULE"u8;

    /// <summary>Lists the modules.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="note">Told what is wrong, with the byte offset.</param>
    public static List<MprModule> List(FileStream stream, Action<string> note)
    {
        var modules = new List<MprModule>();
        long position = 52, end = stream.Length;
        Span<byte> header = stackalloc byte[65];
        while (position < end)
        {
            stream.Position = position;
            int count = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (count < 57)
            {
                note(FormattableString.Invariant($"byte {position}: the file ends within the head of a module."));
                break;
            }
            if (!header.StartsWith(Mark))
            {
                note(FormattableString.Invariant($"byte {position}: expected the head of a module; what follows is left out."));
                break;
            }
            ReadOnlySpan<byte> rest = header[(Mark.Length + ShortName + LongName)..count];
            bool isOld = IsDate(rest[8..]) || !(rest.Length >= 24 && IsDate(rest[16..]));
            int headLength = Mark.Length + ShortName + LongName + (isOld ? 8 : 16) + DateLength;
            long length = BinaryPrimitives.ReadUInt32LittleEndian(rest[(isOld ? 0 : 4)..]);
            uint version = BinaryPrimitives.ReadUInt32LittleEndian(rest[(isOld ? 4 : 12)..]);
            long offset = position + headLength, available = Math.Min(length, end - offset);
            string name = System.Text.Encoding.ASCII.GetString(header.Slice(Mark.Length, ShortName)).Trim(' ', '\0');
            if (available < length)
                note(FormattableString.Invariant($"byte {end}: the file ends within its module \"{name}\", {length - available} bytes early."));
            modules.Add(new MprModule(name, version, offset, length, Math.Max(0, available)));
            position = offset + length;
        }
        return modules;
    }

    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length >= DateLength && text[2] == '/' && text[5] == '/' && char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[3]) && char.IsAsciiDigit((char)text[6]);
}
