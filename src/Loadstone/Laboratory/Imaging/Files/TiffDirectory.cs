using System.Text;

namespace Loadstone.Laboratory.Imaging.Files;

/// <summary>One directory of a TIFF file, which describes one page: where each field stands; long fields are read when they are asked for.</summary>
internal sealed class TiffDirectory
{
    private const int LongestText = 4096;

    private readonly ImageBytes _bytes;
    private readonly Dictionary<TiffTag, Field> _fields = [];

    /// <summary>Reads the directory at a position.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="offset">Position of the directory.</param>
    /// <param name="isBig">Whether the file is a BigTIFF, with counts and offsets of eight bytes.</param>
    public TiffDirectory(ImageBytes bytes, long offset, bool isBig)
    {
        (_bytes, Offset) = (bytes, offset);
        int head = isBig ? 8 : 2, entry = isBig ? 20 : 12, word = isBig ? 8 : 4;
        ulong count = bytes.Unsigned(offset, head);
        if (count > (ulong)(bytes.Length / entry)) throw bytes.Bad(offset, FormattableString.Invariant($"a directory of {count} entries cannot lie in a file of {bytes.Length} bytes."));
        byte[] entries = new byte[(int)count * entry];
        bytes.Read(offset + head, entries);
        for (int i = 0; i < (int)count; i++)
        {
            ReadOnlySpan<byte> one = entries.AsSpan(i * entry, entry);
            var tag = (TiffTag)bytes.Unsigned(one[..2]);
            if (!Enum.IsDefined(tag)) continue;
            int type = (int)bytes.Unsigned(one.Slice(2, 2));
            ulong values = bytes.Unsigned(one.Slice(4, word));
            int size = type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 or 16 or 17 or 18 => 8, _ => 0 };
            long at = offset + head + (long)i * entry;
            if (size == 0) throw Bad(tag, at, FormattableString.Invariant($"the field has type {type}; expected one of TIFF 6.0 or BigTIFF."));
            if (values > (ulong)(bytes.Length / size)) throw Bad(tag, at, FormattableString.Invariant($"{values} values cannot lie in a file of {bytes.Length} bytes."));
            long data = (long)values * size <= word ? at + 4 + word : (long)Math.Min(bytes.Unsigned(one[^word..]), long.MaxValue);
            _fields[tag] = new Field(at, type, size, (long)values, data);
        }
        Size = head + (long)count * entry + word;
        Next = (long)Math.Min(bytes.Unsigned(offset + Size - word, word), long.MaxValue);
    }

    public long Offset { get; }

    /// <summary>Bytes that the directory takes.</summary>
    public long Size { get; }

    /// <summary>Position of the next directory, or 0.</summary>
    public long Next { get; }

    public bool Has(TiffTag tag) => _fields.ContainsKey(tag);

    /// <summary>The first number of a field, or the standard's default.</summary>
    public long Number(TiffTag tag, long? standard = null)
    {
        if (!_fields.TryGetValue(tag, out Field? field))
            return standard ?? throw new InputException($"the directory has no tag {Named(tag)}; expected a complete baseline TIFF.", FormattableString.Invariant($"byte {Offset}"), _bytes.Source);
        return field.Count > 0 ? Value(tag, field, 0) : throw Bad(tag, field.At, "the field holds no value.");
    }

    /// <summary>The numbers of a field.</summary>
    /// <param name="tag">The field.</param>
    /// <param name="count">How many there must be.</param>
    public long[] Numbers(TiffTag tag, int count)
    {
        Number(tag);
        Field field = _fields[tag];
        if (field.Count != count) throw Bad(tag, field.At, FormattableString.Invariant($"the field holds {field.Count} values; expected {count}."));
        byte[] raw = new byte[checked(count * Unsigned(tag, field))];
        _bytes.Read(field.Data, raw);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) values[i] = (long)Math.Min(_bytes.Unsigned(raw.AsSpan(i * field.Size, field.Size)), long.MaxValue);
        return values;
    }

    /// <summary>The text of a field, or an empty one.</summary>
    public string Text(TiffTag tag)
    {
        if (!_fields.TryGetValue(tag, out Field? field) || field.Type != 2) return "";
        byte[] raw = new byte[Math.Min(field.Count, LongestText)];
        _bytes.Read(field.Data, raw);
        return Encoding.UTF8.GetString(raw).TrimEnd('\0');
    }

    /// <summary>A fraction, or NaN where it is missing or not one.</summary>
    public double Rational(TiffTag tag) => _fields.TryGetValue(tag, out Field? field) && field is { Type: 5, Count: > 0 }
        ? (double)_bytes.Unsigned(field.Data, 4) / _bytes.Unsigned(field.Data + 4, 4)
        : double.NaN;

    /// <summary>An error about a field's value.</summary>
    public InputException Unsupported(TiffTag tag, long value, string expected) =>
        Bad(tag, _fields.TryGetValue(tag, out Field? field) ? field.At : Offset, FormattableString.Invariant($"{value} is not supported; expected {expected}."));

    private long Value(TiffTag tag, Field field, long index) => (long)Math.Min(_bytes.Unsigned(field.Data + index * field.Size, Unsigned(tag, field)), long.MaxValue);

    private int Unsigned(TiffTag tag, Field field) => field.Type is 1 or 3 or 4 or 13 or 16 or 18
        ? field.Size
        : throw Bad(tag, field.At, FormattableString.Invariant($"the field has type {field.Type}; expected unsigned integers."));

    private InputException Bad(TiffTag tag, long at, string problem) => new(problem, FormattableString.Invariant($"tag {Named(tag)}, byte {at}"), _bytes.Source);

    private static string Named(TiffTag tag) => FormattableString.Invariant($"{(int)tag} {tag}");

    private sealed record Field(long At, int Type, int Size, long Count, long Data);
}
