using System.Numerics;

namespace Loadstone.Numerics;

/// <summary>As many complex numbers as the machine has lanes of <c>double</c>, real and imaginary parts apart.</summary>
internal readonly record struct ComplexLanes(Vector<double> Real, Vector<double> Imaginary)
{
    /// <summary>Complex numbers in one value.</summary>
    public static int Count => Vector<double>.Count;

    /// <summary>The same real number in every lane.</summary>
    public static ComplexLanes FromReal(double value) => new(new Vector<double>(value), Vector<double>.Zero);

    /// <summary>1/z, for numbers whose squares neither overflow nor vanish.</summary>
    public ComplexLanes Reciprocal()
    {
        Vector<double> scale = Vector<double>.One / (Real * Real + Imaginary * Imaginary);
        return new(Real * scale, -Imaginary * scale);
    }

    /// <summary>The number of one lane.</summary>
    public Complex this[int lane] => new(Real[lane], Imaginary[lane]);

    public static ComplexLanes operator +(ComplexLanes a, ComplexLanes b) => new(a.Real + b.Real, a.Imaginary + b.Imaginary);

    public static ComplexLanes operator -(ComplexLanes a, ComplexLanes b) => new(a.Real - b.Real, a.Imaginary - b.Imaginary);

    public static ComplexLanes operator *(ComplexLanes a, ComplexLanes b) =>
        new(a.Real * b.Real - a.Imaginary * b.Imaginary, a.Real * b.Imaginary + a.Imaginary * b.Real);

    public static ComplexLanes operator *(double a, ComplexLanes b) => new(a * b.Real, a * b.Imaginary);
}
