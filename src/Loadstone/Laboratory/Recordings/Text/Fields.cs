using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>The fields of a line. Delimiter 0 stands for any run of blanks.</summary>
internal static class Fields
{
    /// <summary>Delimiter that stands for a run of blanks or tabs.</summary>
    public const byte Blanks = 0;

    /// <summary>Cuts a line; a delimiter between quotes does not cut.</summary>
    /// <param name="line">The line.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="bounds">Start and end of each field, without the blanks and quotes about it; fields beyond its length are counted only.</param>
    /// <returns>The number of fields.</returns>
    public static int Cut(ReadOnlySpan<byte> line, byte delimiter, Span<(int Start, int End)> bounds)
    {
        int count = 0, start = 0;
        if (delimiter == Blanks) return CutAtBlanks(line, bounds);
        while (true)
        {
            int length = line[start..].IndexOf(delimiter), end = length < 0 ? line.Length : start + length;
            int from = start;
            if (from < end && line[from] <= ' ') while (from < end && line[from] <= ' ' && line[from] != delimiter) from++;
            if (from < end && line[from] == '"')
            {
                int close = line[(from + 1)..].IndexOf((byte)'"');
                if (close >= 0)
                {
                    int after = from + 1 + close;
                    length = line[after..].IndexOf(delimiter);
                    end = length < 0 ? line.Length : after + length;
                    if (count < bounds.Length) bounds[count] = (from + 1, after);
                    count++;
                    if (length < 0) return count;
                    start = end + 1;
                    continue;
                }
            }
            int to = end;
            while (to > from && line[to - 1] <= ' ') to--;
            if (count < bounds.Length) bounds[count] = (from, to);
            count++;
            if (end == line.Length) return count;
            start = end + 1;
        }
    }

    /// <summary>The fields as texts.</summary>
    public static string[] Texts(string line, char delimiter)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        var bounds = new (int Start, int End)[Math.Min(bytes.Length + 1, TableLayout.MostFields)];
        int count = Math.Min(bounds.Length, Cut(bytes, (byte)delimiter, bounds));
        return [.. bounds.Take(count).Select(b => Encoding.UTF8.GetString(bytes.AsSpan(b.Start, b.End - b.Start)))];
    }

    private static int CutAtBlanks(ReadOnlySpan<byte> line, Span<(int Start, int End)> bounds)
    {
        int count = 0, i = 0;
        while (true)
        {
            while (i < line.Length && line[i] <= ' ') i++;
            if (i == line.Length) return count;
            int start = i;
            while (i < line.Length && line[i] > ' ') i++;
            if (count < bounds.Length) bounds[count] = (start, i);
            count++;
        }
    }
}
