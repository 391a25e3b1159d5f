using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Lines of a text file, decoded: UTF-8 where they are that, Latin-1 otherwise.</summary>
internal static class TextHead
{
    private const int MostLines = 2000, MostBytes = 1 << 18;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The first lines of a file.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Of(string path) => Following(path, _ => true, out _);

    /// <summary>The lines from the first that fits a test on, and its number; no lines if none fits. The whole file is searched.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Following(string path, Func<string, bool> test, out int number)
    {
        using var source = new LineSource(path);
        var lines = new List<string>();
        int bytes = 0;
        number = 0;
        while (lines.Count < MostLines && bytes < MostBytes && source.TryRead(out ReadOnlySpan<byte> line))
        {
            if (lines.Count == 0)
            {
                if (!test(Decode(line))) continue;
                number = source.Number;
            }
            lines.Add(Decode(line));
            bytes += line.Length;
        }
        return lines;
    }

    /// <summary>The bytes of a line of the file as they stand there.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static byte[] Bytes(string path, int number)
    {
        using var source = new LineSource(path);
        while (source.TryRead(out ReadOnlySpan<byte> line))
        {
            if (source.Number == number) return line.ToArray();
        }
        return [];
    }

    private static string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(line);
        }
    }
}
