using System.Buffers.Binary;
using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using Loadstone.Cells;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

/// <summary>
/// A short text that is the same for equal cells and, but for chance, different for others, also in another process. It is taken from
/// every number that the cell's records hold and from samples of its functions and profiles; names do not count.
/// </summary>
internal static class CellFingerprint
{
    private const int Bytes = 16;
    private const int ProfileSamples = 8;

    // Stoichiometries and salt concentrations [mol/m³]: what the functions of a cell depend on.
    private static readonly double[] _arguments = [0.03, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.99, 100, 700, 1000, 1300, 2500];

    /// <summary>The fingerprint.</summary>
    public static string Of(Cell cell)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, cell);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    private static void Add(IncrementalHash hash, object? value)
    {
        switch (value)
        {
            case null:
                Add(hash, double.NaN);
                break;
            case string:
                break;
            case bool or int or double:
                Add(hash, Convert.ToDouble(value, null));
                break;
            case ScalarFunction function:
                foreach (double x in _arguments) Add(hash, function.At(x));
                break;
            case DepthProfile profile:
                for (int i = 0; i < ProfileSamples; i++) Add(hash, profile.At((double)i / (ProfileSamples - 1)));
                Add(hash, profile.Mean);
                break;
            case IEnumerable items:
                foreach (object? item in items) Add(hash, item);
                break;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    Add(hash, property.GetValue(value));
                }
                break;
        }
    }

    private static void Add(IncrementalHash hash, double number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
