using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Loadstone;

/// <summary>The checks that records make of what enters them. NaN fails every one of them.</summary>
public static class Require
{
    /// <summary>The value itself if it lies in [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not, or is not a number.</exception>
    public static double Within(double value, double low, double high, string unit, [CallerMemberName] string name = "")
    {
        if (!(value >= low && value <= high))
            ThrowRange(name, value, unit, string.Create(CultureInfo.InvariantCulture, $"must lie in [{low:g6}, {high:g6}] {unit}"));
        return value;
    }

    /// <summary>The value itself if it is finite and greater than zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double Positive(double value, string unit, [CallerMemberName] string name = "")
    {
        if (!(value > 0 && double.IsFinite(value))) ThrowRange(name, value, unit, $"must be a finite number above 0 {unit}");
        return value;
    }

    /// <summary>The value itself if it is finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double NotNegative(double value, string unit, [CallerMemberName] string name = "")
    {
        if (!(value >= 0 && double.IsFinite(value))) ThrowRange(name, value, unit, $"must be a finite number of at least 0 {unit}");
        return value;
    }

    /// <summary>The value itself if it is a fraction in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double Fraction(double value, [CallerMemberName] string name = "") => Within(value, 0, 1, "(fraction)", name);

    /// <summary>The list itself if it has at least one entry.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static IReadOnlyList<T> NotEmpty<T>(IReadOnlyList<T> list, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(list, name);
        if (list.Count == 0) throw new ArgumentException($"{name} must hold at least one entry.", name);
        return list;
    }

    [DoesNotReturn]
    private static void ThrowRange(string name, double value, string unit, string expected) =>
        throw new ArgumentOutOfRangeException(name, value,
            string.Create(CultureInfo.InvariantCulture, $"{name} = {value:g6} {unit} {expected}."));
}
