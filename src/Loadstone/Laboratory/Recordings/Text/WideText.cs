using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Tells texts of two bytes a character (UTF-16) from others, with and without their byte order mark.</summary>
internal static class WideText
{
    /// <summary>Bytes looked at.</summary>
    public const int HeadLength = 64;

    // Fewer characters than this tell nothing.
    private const int FewestCharacters = 8;

    /// <summary>The encoding, or null for one of single bytes, and the length of the byte order mark.</summary>
    /// <param name="head">The beginning of the file.</param>
    public static (Encoding? Encoding, int Mark) Find(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (null, 3);
        // Headers are nearly all of the Latin alphabet: every other byte is zero, and the ones between are not.
        head = head[..Math.Min(head.Length, HeadLength)];
        int pairs = head.Length / 2, lowFirst = 0, highFirst = 0;
        for (int i = 0; i < pairs; i++)
        {
            (byte first, byte second) = (head[2 * i], head[2 * i + 1]);
            if (IsText(first) && second == 0) lowFirst++;
            if (first == 0 && IsText(second)) highFirst++;
        }
        if (pairs >= FewestCharacters && 10 * lowFirst > 9 * pairs) return (Encoding.Unicode, 0);
        return pairs >= FewestCharacters && 10 * highFirst > 9 * pairs ? (Encoding.BigEndianUnicode, 0) : (null, 0);
    }

    private static bool IsText(byte value) => value is >= 32 or 9 or 10 or 13;
}
