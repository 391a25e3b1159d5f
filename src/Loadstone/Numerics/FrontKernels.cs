using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Loadstone.Numerics;

/// <summary>
/// Dense kernels on blocks by columns, in tiles of four columns and vectors of four rows (see <see cref="FactorLayout"/>). Positions and lengths
/// along rows are multiples of four, and nothing is read beyond them; callers own the memory.
/// </summary>
internal static class FrontKernels
{
    private const int Tile = FactorLayout.Tile;

    /// <summary>
    /// The Cholesky factor of a block of <paramref name="width"/> columns with all its rows, tile by tile from the left.
    /// What stands above the diagonal inside a tile is of no meaning afterwards.
    /// </summary>
    /// <returns>−1, or the column whose pivot is not a number above zero.</returns>
    public static int Factor(Span<double> block, int height, int width)
    {
        ref double a = ref block[0];
        int narrow = width % Tile, place = 0;
        for (int column = 0; column < width; place += Tile)
        {
            int count = column == 0 && narrow > 0 ? narrow : Tile;
            ref double top = ref Unsafe.Add(ref a, column * height + place);
            if (column > 0) Subtract(ref Unsafe.Add(ref a, place), ref Unsafe.Add(ref a, place), height, column, ref top, height, height - place);
            int failed = FactorTile(ref top, height, Tile - count, count);
            if (failed >= 0) return column + failed;
            if (count == Tile) SolveTile(ref top, height, height - place);
            else SolveNarrow(ref top, height, Tile - count, count, height - place);
            column += count;
        }
        return -1;
    }

    /// <summary>The lower triangle of C − B Bᵀ, where B is the part of a factored block below its own rows.</summary>
    public static void Update(ReadOnlySpan<double> block, int height, int width, int own, Span<double> update)
    {
        int below = height - own;
        ref double b = ref Unsafe.Add(ref Unsafe.AsRef(in block[0]), own);
        ref double c = ref update[0];
        for (int j = 0; j < below; j += Tile)
        {
            ref double row = ref Unsafe.Add(ref b, j);
            Subtract(ref row, ref row, height, width, ref Unsafe.Add(ref c, j * below + j), below, below - j);
        }
    }

    // C ← C − A Bᵀ for four columns of C: the rows of A are those of C, the four rows of B are its columns; k columns of A and B.
    private static void Subtract(ref double a, ref double b, int height, int columns, ref double c, int heightOfC, int rows)
    {
        int i = 0;
        for (; i <= rows - FourVectors.Rows; i += FourVectors.Rows) Subtract<FourVectors>(ref Unsafe.Add(ref a, i), ref b, height, columns, ref Unsafe.Add(ref c, i), heightOfC);
        for (; i < rows; i += OneVector.Rows) Subtract<OneVector>(ref Unsafe.Add(ref a, i), ref b, height, columns, ref Unsafe.Add(ref c, i), heightOfC);
    }

    // The same for as many rows as T holds.
    private static void Subtract<T>(ref double a, ref double b, int height, int columns, ref double c, int heightOfC)
        where T : struct, IFrontRows<T>
    {
        T c0 = default, c1 = default, c2 = default, c3 = default;
        for (int k = 0; k < columns; k++)
        {
            T rows = T.Load(ref a);
            c0 = T.MultiplyAdd(rows, Vector256.Create(b), c0);
            c1 = T.MultiplyAdd(rows, Vector256.Create(Unsafe.Add(ref b, 1)), c1);
            c2 = T.MultiplyAdd(rows, Vector256.Create(Unsafe.Add(ref b, 2)), c2);
            c3 = T.MultiplyAdd(rows, Vector256.Create(Unsafe.Add(ref b, 3)), c3);
            a = ref Unsafe.Add(ref a, height);
            b = ref Unsafe.Add(ref b, height);
        }
        T.Subtract(ref c, c0);
        T.Subtract(ref Unsafe.Add(ref c, heightOfC), c1);
        T.Subtract(ref Unsafe.Add(ref c, 2 * heightOfC), c2);
        T.Subtract(ref Unsafe.Add(ref c, 3 * heightOfC), c3);
    }

    // Columns of a tile, whose diagonal begins at a row of it.
    private static int FactorTile(ref double top, int height, int firstRow, int count)
    {
        for (int j = 0; j < count; j++)
        {
            ref double column = ref Unsafe.Add(ref top, j * height);
            double pivot = Unsafe.Add(ref column, firstRow + j);
            if (!(pivot > 0 && double.IsFinite(pivot))) return j;
            double root = Math.Sqrt(pivot), inverse = 1 / root;
            Unsafe.Add(ref column, firstRow + j) = root;
            for (int i = j + 1; i < count; i++) Unsafe.Add(ref column, firstRow + i) *= inverse;
            for (int k = j + 1; k < count; k++)
            {
                double factor = Unsafe.Add(ref column, firstRow + k);
                ref double other = ref Unsafe.Add(ref top, k * height);
                for (int i = k; i < count; i++) Unsafe.Add(ref other, firstRow + i) -= factor * Unsafe.Add(ref column, firstRow + i);
            }
        }
        return -1;
    }

    // The rows below a factored tile of four columns: X ← X L⁻ᵀ.
    private static void SolveTile(ref double c0, int height, int rows)
    {
        ref double c1 = ref Unsafe.Add(ref c0, height);
        ref double c2 = ref Unsafe.Add(ref c1, height);
        ref double c3 = ref Unsafe.Add(ref c2, height);
        Vector256<double> d0 = Vector256.Create(1 / c0), d1 = Vector256.Create(1 / Unsafe.Add(ref c1, 1));
        Vector256<double> d2 = Vector256.Create(1 / Unsafe.Add(ref c2, 2)), d3 = Vector256.Create(1 / Unsafe.Add(ref c3, 3));
        Vector256<double> l10 = Vector256.Create(Unsafe.Add(ref c0, 1)), l20 = Vector256.Create(Unsafe.Add(ref c0, 2)), l30 = Vector256.Create(Unsafe.Add(ref c0, 3));
        Vector256<double> l21 = Vector256.Create(Unsafe.Add(ref c1, 2)), l31 = Vector256.Create(Unsafe.Add(ref c1, 3)), l32 = Vector256.Create(Unsafe.Add(ref c2, 3));
        for (nuint i = Tile; i < (nuint)rows; i += Tile)
        {
            Vector256<double> x0 = Vector256.LoadUnsafe(ref c0, i) * d0;
            Vector256<double> x1 = (Vector256.LoadUnsafe(ref c1, i) - x0 * l10) * d1;
            Vector256<double> x2 = (Vector256.LoadUnsafe(ref c2, i) - x0 * l20 - x1 * l21) * d2;
            Vector256<double> x3 = (Vector256.LoadUnsafe(ref c3, i) - x0 * l30 - x1 * l31 - x2 * l32) * d3;
            x0.StoreUnsafe(ref c0, i);
            x1.StoreUnsafe(ref c1, i);
            x2.StoreUnsafe(ref c2, i);
            x3.StoreUnsafe(ref c3, i);
        }
    }

    // The same for a tile of one to three columns.
    private static void SolveNarrow(ref double top, int height, int firstRow, int count, int rows)
    {
        for (int j = 0; j < count; j++)
        {
            ref double column = ref Unsafe.Add(ref top, j * height);
            var inverse = Vector256.Create(1 / Unsafe.Add(ref column, firstRow + j));
            for (nuint i = Tile; i < (nuint)rows; i += Tile) (Vector256.LoadUnsafe(ref column, i) * inverse).StoreUnsafe(ref column, i);
            for (int k = j + 1; k < count; k++)
            {
                ref double other = ref Unsafe.Add(ref top, k * height);
                var factor = Vector256.Create(Unsafe.Add(ref column, firstRow + k));
                for (nuint i = Tile; i < (nuint)rows; i += Tile)
                {
                    (Vector256.LoadUnsafe(ref other, i) - factor * Vector256.LoadUnsafe(ref column, i)).StoreUnsafe(ref other, i);
                }
            }
        }
    }
}
