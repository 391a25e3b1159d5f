using System.Numerics;

namespace Loadstone.Quantities;

/// <summary>
/// An exact ratio of integers. Text is scaled by its unit in this form and rounded to a <see cref="double"/> once,
/// so that "4.5 µm" is the very number 4.5e-6 and "0.1 mAh/cm²" the very number 3600.
/// </summary>
internal readonly record struct Rational
{
    private Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The number one.</summary>
    public static Rational One { get; } = new(1, 1);

    /// <summary>The number zero.</summary>
    public static Rational Zero { get; } = new(0, 1);

    public BigInteger Numerator { get; }

    /// <summary>Always positive, and without a common divisor with the numerator.</summary>
    public BigInteger Denominator { get; }

    /// <summary>The ratio in lowest terms.</summary>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new Rational(numerator / divisor, denominator / divisor);
    }

    /// <summary>significand · 10^exponent.</summary>
    public static Rational Decimal(BigInteger significand, int exponent) =>
        exponent >= 0
            ? Of(significand * BigInteger.Pow(10, exponent), 1)
            : Of(significand, BigInteger.Pow(10, -exponent));

    public static Rational operator *(Rational a, Rational b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static Rational operator +(Rational a, Rational b) =>
        Of(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>The ratio to an integer power; the ratio must not be zero if the power is negative.</summary>
    public Rational Power(int exponent) =>
        exponent >= 0
            ? Of(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent))
            : Of(BigInteger.Pow(Denominator, -exponent), BigInteger.Pow(Numerator, -exponent));

    /// <summary>The exact square root, or null when it is not a ratio of integers.</summary>
    public Rational? SquareRoot() =>
        IntegerRoot(Numerator) is { } numerator && IntegerRoot(Denominator) is { } denominator ? Of(numerator, denominator) : null;

    /// <summary>The nearest <see cref="double"/>, ties to even; infinite or zero where it leaves the range of doubles.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero) return 0;
        BigInteger magnitude = BigInteger.Abs(Numerator);
        // A quotient of 62 or 63 bits whose last bit says whether anything was cut off: its conversion rounds correctly.
        int shift = 62 - (int)(magnitude.GetBitLength() - Denominator.GetBitLength());
        BigInteger dividend = shift >= 0 ? magnitude << shift : magnitude;
        BigInteger divisor = shift >= 0 ? Denominator : Denominator << -shift;
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger remainder);
        ulong bits = (ulong)quotient | (remainder.IsZero ? 0UL : 1UL);
        return Numerator.Sign * Math.ScaleB(bits, -shift);
    }

    private static BigInteger? IntegerRoot(BigInteger square)
    {
        // Newton from above: it falls until it reaches the integer part of the root.
        BigInteger root = BigInteger.One << ((int)square.GetBitLength() / 2 + 1);
        while (true)
        {
            BigInteger next = (root + square / root) >> 1;
            if (next >= root) break;
            root = next;
        }
        return root * root == square ? root : null;
    }
}
