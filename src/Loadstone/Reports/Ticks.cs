using System.Globalization;

namespace Loadstone.Reports;

/// <summary>A mark on an axis.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>Marks at round values: 1, 2 or 5 times a power of ten apart, or decades on a logarithmic axis.</summary>
internal static class Ticks
{
    private const int MostLinear = 8;
    private const int MostDecades = 10;
    private static readonly int[] EveryDigit = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly int[] OneTwoFive = [1, 2, 5];

    internal static IReadOnlyList<Tick> Of(AxisScale scale) =>
        scale.Logarithmic ? Logarithmic(scale.Low, scale.High) : Linear(scale.Low, scale.High);

    /// <summary>Three to twelve ticks inside [low, high], rising.</summary>
    internal static IReadOnlyList<Tick> Linear(double low, double high)
    {
        double step = NiceStepAbove((high - low) / MostLinear);

        // Ticks are whole multiples of the step, so that rounding does not add up along the axis; the slack keeps an end that is one.
        double first = Math.Ceiling(low / step - 1e-9), last = Math.Floor(high / step + 1e-9);
        double largest = Math.Max(Math.Abs(first), Math.Abs(last)) * step;
        var ticks = new List<Tick>();
        for (double k = first; k <= last; k++)
        {
            double value = Math.Clamp(k * step, low, high);
            ticks.Add(new Tick(value, LinearLabel(value, step, largest)));
        }

        return ticks;
    }

    /// <summary>Decades inside [low, high]; in a short range also 2 and 5 times a decade, and linear ticks where even those are too few.</summary>
    internal static IReadOnlyList<Tick> Logarithmic(double low, double high)
    {
        double decades = Math.Log10(high / low);
        int stride = (int)Math.Ceiling(decades / MostDecades);
        var ticks = Multiples(low, high, decades < 3 ? OneTwoFive : [1], Math.Max(stride, 1));
        if (ticks.Count < 3 && decades < 3) return Linear(low, high);
        return ticks.ConvertAll(value => new Tick(value, LogarithmicLabel(value)));
    }

    /// <summary>Every digit of every decade inside [low, high], for the faint lines of a logarithmic grid; none if there were too many.</summary>
    internal static IReadOnlyList<double> LogarithmicGrid(double low, double high) =>
        Math.Log10(high / low) > 6 ? [] : Multiples(low, high, EveryDigit, 1);

    private static List<double> Multiples(double low, double high, int[] digits, int stride)
    {
        var values = new List<double>();
        int first = (int)Math.Floor(Math.Log10(low)), last = (int)Math.Ceiling(Math.Log10(high));
        first = (int)Math.Floor((double)first / stride) * stride;
        for (int exponent = first; exponent <= last; exponent += stride)
        {
            foreach (int digit in digits)
            {
                double value = digit * Math.Pow(10, exponent);
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) values.Add(Math.Clamp(value, low, high));
            }
        }

        return values;
    }

    private static double NiceStepAbove(double step)
    {
        double decade = Math.Pow(10, Math.Floor(Math.Log10(step)));
        double digit = step / decade;
        return decade * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static string LinearLabel(double value, double step, double largest)
    {
        // A tick near zero that is only rounding is zero.
        if (Math.Abs(value) < 1e-6 * step) return "0";
        if (largest is >= 1e-4 and < 1e6) return Fixed(value, Decimals(step));
        int exponent = (int)Math.Floor(Math.Log10(largest) + 1e-9);
        double unit = Math.Pow(10, exponent);
        return Fixed(value / unit, Decimals(step / unit)) + "×10" + Superscript(exponent);
    }

    private static string LogarithmicLabel(double value)
    {
        int exponent = (int)Math.Floor(Math.Log10(value) + 1e-9);
        if (exponent is >= -3 and <= 3) return Fixed(value, Math.Max(0, -exponent));
        double mantissa = Math.Round(value / Math.Pow(10, exponent), 3);
        return (mantissa == 1 ? "10" : mantissa.ToString("0.###", CultureInfo.InvariantCulture) + "×10") + Superscript(exponent);
    }

    private static int Decimals(double step) => Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 12);

    private static string Fixed(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Superscript(int exponent) => string.Create(CultureInfo.InvariantCulture, $"{exponent}")
        .Replace("-", "⁻").Replace("0", "⁰").Replace("1", "¹").Replace("2", "²").Replace("3", "³").Replace("4", "⁴")
        .Replace("5", "⁵").Replace("6", "⁶").Replace("7", "⁷").Replace("8", "⁸").Replace("9", "⁹");
}
