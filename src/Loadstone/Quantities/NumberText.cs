using System.Globalization;

namespace Loadstone.Quantities;

/// <summary>Numbers as people read them.</summary>
internal static class NumberText
{
    private const int SmallestPlainExponent = -4; // 0.0001234 is still readable
    private const int LargestPlainExponent = 6; // as is 1234000

    /// <summary>
    /// The number to so many significant digits, without trailing zeros after the point and without an exponent
    /// where it is readable: "29.6", "0.0004", "3.9e-14".
    /// </summary>
    public static string Format(double value, int digits)
    {
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        if (value == 0) return "0";
        // "E3" gives d.ddde±ddd, rounded from the exact value of the double.
        string scientific = Math.Abs(value).ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int mark = scientific.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string significant = scientific[..mark].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        string sign = value < 0 ? "-" : "";
        if (exponent < SmallestPlainExponent || exponent > Math.Max(LargestPlainExponent, digits - 1))
            return $"{sign}{WithPoint(significant, 1)}e{exponent.ToString(CultureInfo.InvariantCulture)}";
        return exponent < 0
            ? sign + "0." + new string('0', -exponent - 1) + significant
            : sign + WithPoint(significant, exponent + 1);
    }

    private static string WithPoint(string digits, int before) =>
        digits.Length <= before ? digits.PadRight(before, '0') : digits[..before] + "." + digits[before..];
}
