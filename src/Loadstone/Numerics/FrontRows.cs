using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Loadstone.Numerics;

/// <summary>Some rows of a column that <see cref="FrontKernels"/> keeps in registers: one kernel is written for all widths.</summary>
/// <typeparam name="T">The rows.</typeparam>
internal interface IFrontRows<T>
    where T : struct, IFrontRows<T>
{
    /// <summary>The rows of a column.</summary>
    static abstract T Load(ref double column);

    /// <summary>sum + rows · factor.</summary>
    static abstract T MultiplyAdd(T rows, Vector256<double> factor, T sum);

    /// <summary>Takes the rows away from those of a column.</summary>
    static abstract void Subtract(ref double column, T rows);
}

/// <summary>Four rows.</summary>
internal readonly struct OneVector(Vector256<double> rows) : IFrontRows<OneVector>
{
    /// <summary>Number of rows.</summary>
    public const int Rows = 4;

    private readonly Vector256<double> _rows = rows;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector Load(ref double column) => new(Vector256.LoadUnsafe(ref column));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector MultiplyAdd(OneVector rows, Vector256<double> factor, OneVector sum) => new(Vector256.MultiplyAddEstimate(rows._rows, factor, sum._rows));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(ref double column, OneVector rows) => (Vector256.LoadUnsafe(ref column) - rows._rows).StoreUnsafe(ref column);
}

/// <summary>Sixteen rows: with four columns as many sums as keep both multiply-add units busy.</summary>
internal readonly struct FourVectors(OneVector first, OneVector second, OneVector third, OneVector fourth) : IFrontRows<FourVectors>
{
    /// <summary>Number of rows.</summary>
    public const int Rows = 4 * OneVector.Rows;

    private readonly OneVector _first = first, _second = second, _third = third, _fourth = fourth;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourVectors Load(ref double column) => new(
        OneVector.Load(ref column), OneVector.Load(ref Unsafe.Add(ref column, OneVector.Rows)),
        OneVector.Load(ref Unsafe.Add(ref column, 2 * OneVector.Rows)), OneVector.Load(ref Unsafe.Add(ref column, 3 * OneVector.Rows)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourVectors MultiplyAdd(FourVectors rows, Vector256<double> factor, FourVectors sum) => new(
        OneVector.MultiplyAdd(rows._first, factor, sum._first), OneVector.MultiplyAdd(rows._second, factor, sum._second),
        OneVector.MultiplyAdd(rows._third, factor, sum._third), OneVector.MultiplyAdd(rows._fourth, factor, sum._fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(ref double column, FourVectors rows)
    {
        OneVector.Subtract(ref column, rows._first);
        OneVector.Subtract(ref Unsafe.Add(ref column, OneVector.Rows), rows._second);
        OneVector.Subtract(ref Unsafe.Add(ref column, 2 * OneVector.Rows), rows._third);
        OneVector.Subtract(ref Unsafe.Add(ref column, 3 * OneVector.Rows), rows._fourth);
    }
}
