using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Names of steps as numbers: each new name gets the next one. Rows of one step stand together, so the last name is asked first.</summary>
internal sealed class StepNames
{
    // More names than this are no kinds of steps but remarks.
    private const int Most = 500, Longest = 200;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly List<byte[]> _bytes = [];
    private readonly List<string> _names = [];
    private int _last = -1;

    /// <summary>The names, in the order in which they appeared.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Number of a name; NaN for none, and for a new one where there are too many already.</summary>
    public double NumberOf(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return double.NaN;
        if (_last >= 0 && name.SequenceEqual(_bytes[_last])) return _last;
        for (int i = 0; i < _bytes.Count; i++)
        {
            if (name.SequenceEqual(_bytes[i])) return _last = i;
        }
        if (_bytes.Count == Most || name.Length > Longest) return double.NaN;
        _bytes.Add(name.ToArray());
        _names.Add(TextOf(name));
        return _last = _bytes.Count - 1;
    }

    private static string TextOf(ReadOnlySpan<byte> name)
    {
        try
        {
            return Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }
}
