using System.Buffers.Text;
using System.Globalization;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Numbers in fields of text, as bytes.</summary>
internal static class NumberField
{
    // What is beyond it would not stay finite in another unit.
    private const double Largest = 1e300;

    private const int ExactPowers = 22;
    private const ulong ExactMantissa = 1UL << 53;

    // Powers of ten up to this one are exact as doubles (Clinger 1990, fast path).
    private static readonly double[] Powers = [.. Enumerable.Range(0, ExactPowers + 1).Select(p => double.Parse($"1e{p}", CultureInfo.InvariantCulture))];

    /// <summary>Reads a number; not-a-number and infinities count as no number.</summary>
    /// <param name="field">The field without blanks and quotes about it.</param>
    /// <param name="decimalComma">Whether a comma stands for the decimal point.</param>
    /// <param name="value">The number.</param>
    public static bool TryParse(ReadOnlySpan<byte> field, bool decimalComma, out double value)
    {
        byte point = decimalComma ? (byte)',' : (byte)'.';
        int i = 0;
        bool negative = false;
        if (field.Length > 0 && field[0] is (byte)'-' or (byte)'+') negative = field[i++] == '-';
        ulong mantissa = 0;
        int digits = 0, exponent = 0, firstDigit = i;
        for (; i < field.Length && (uint)(field[i] - '0') <= 9; i++, digits++) mantissa = 10 * mantissa + (uint)(field[i] - '0');
        if (i < field.Length && field[i] == point)
        {
            int fraction = ++i;
            for (; i < field.Length && (uint)(field[i] - '0') <= 9; i++, digits++) mantissa = 10 * mantissa + (uint)(field[i] - '0');
            exponent = fraction - i;
        }
        if (digits is > 0 and <= 19 && TryExponent(field[i..], ref exponent) && mantissa <= ExactMantissa && Math.Abs(exponent) <= ExactPowers)
        {
            double magnitude = exponent < 0 ? mantissa / Powers[-exponent] : mantissa * Powers[exponent];
            value = negative ? -magnitude : magnitude;
            return true;
        }
        return TrySlowly(field, point, firstDigit, out value);
    }

    private static bool TryExponent(ReadOnlySpan<byte> rest, ref int exponent)
    {
        if (rest.IsEmpty) return true;
        if (rest[0] is not ((byte)'e' or (byte)'E') || rest.Length is 1 or > 6) return false;
        int i = 1;
        bool negative = false;
        if (rest[1] is (byte)'-' or (byte)'+') negative = rest[i++] == '-';
        if (i == rest.Length) return false;
        int power = 0;
        for (; i < rest.Length; i++)
        {
            uint digit = (uint)(rest[i] - '0');
            if (digit > 9) return false;
            power = 10 * power + (int)digit;
        }
        exponent += negative ? -power : power;
        return true;
    }

    // Long mantissas and extreme exponents: rare, so the runtime's own parser does them.
    private static bool TrySlowly(ReadOnlySpan<byte> field, byte point, int firstDigit, out double value)
    {
        const int longest = 400;
        value = double.NaN;
        if (field.Length > longest || firstDigit >= field.Length || (uint)(field[firstDigit] - '0') > 9 && field[firstDigit] != point) return false;
        Span<byte> copy = stackalloc byte[field.Length];
        field.CopyTo(copy);
        if (point == ',')
        {
            if (copy.Contains((byte)'.')) return false;
            copy.Replace((byte)',', (byte)'.');
        }
        if (double.TryParse(copy, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= Largest) return true;
        value = double.NaN;
        return false;
    }

    /// <summary>A whole number of at most nine digits at the beginning of a field, and how many bytes it took; false where none stands there.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> field, out int value, out int length) =>
        Utf8Parser.TryParse(field, out value, out length) && length <= 9 && value >= 0 && (uint)(field[0] - '0') <= 9;
}
