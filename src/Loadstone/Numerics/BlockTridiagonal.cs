using System.Runtime.Intrinsics;

namespace Loadstone.Numerics;

/// <summary>
/// Block-tridiagonal linear systems of cells with three unknowns (u, v, w) each, as a porous electrode has them: n block rows
/// L_i x_{i−1} + D_i x_i + U_i x_{i+1} = b_i. Neighbours couple u and v with each other and w with itself. Within a cell an
/// exchange of any size may run between v and w: with its size a and its dependence s on u, it adds (0, 0, 0; s, a, −a; −s, −a, a) to
/// the rows of the diagonal block. It is given apart, so that an exchange many orders above the couplings to the neighbours,
/// which makes the sum of the blocks nearly singular, costs no digits.
/// <para>
/// Eliminated from both ends to the middle at once, one end in each lane (Golub, Van Loan, Matrix Computations, 4.5; van der
/// Vorst, Parallel Computing 5, 45 (1987)), without pivots. Where a block on the way comes out nearly singular although the whole is
/// not, the growth of the factors shows it, and solutions are refined with their residuals (Higham, Accuracy and Stability of
/// Numerical Algorithms, 2nd ed., chapter 12). Factor once, solve often; nothing is allocated after construction. Not safe for
/// concurrent use of one instance.
/// </para>
/// </summary>
public sealed class BlockTridiagonal
{
    /// <summary>Unknowns per block.</summary>
    public const int BlockSize = 3;

    /// <summary>Entries of a diagonal block.</summary>
    public const int DiagonalEntries = BlockSize * BlockSize;

    /// <summary>Entries of a block that couples neighbours: of u and v by rows, then of w.</summary>
    public const int CouplingEntries = 5;

    private const int ExchangeEntries = 2;

    // The rows have one unit, so that the factors between them are numbers: of the order of one, unless digits are being lost.
    private const double HarmlessGrowth = 1e2;
    private const int MostRefinements = 6;

    private static readonly double[] _noBlock = new double[DiagonalEntries];

    private readonly int _count;
    private readonly int _pairs;
    private readonly double[] _lower, _diagonal, _upper, _exchange;

    // Step m holds block m in lane 0 and block 2·pairs − m in lane 1; the last step holds the middle block twice. Of each step:
    // inverse of the eliminated diagonal block, its product from the left with the coupling from the step before, coupling inwards.
    private readonly Vector128<double>[] _inverse, _ratio, _inward, _x;

    // For refinement: right-hand side, its residual.
    private readonly double[] _given, _rest;
    private bool _loses;

    /// <summary>Prepares the memory.</summary>
    /// <param name="blockCount">Number of block rows n.</param>
    public BlockTridiagonal(int blockCount)
    {
        BlockCount = blockCount;
        // An even number gets a block more at the right end, which is coupled to nothing.
        _count = blockCount | 1;
        _pairs = _count / 2;
        _lower = new double[_count * CouplingEntries];
        _diagonal = new double[_count * DiagonalEntries];
        _upper = new double[_count * CouplingEntries];
        _exchange = new double[_count * ExchangeEntries];
        _inverse = new Vector128<double>[DiagonalEntries * (_pairs + 1)];
        _ratio = new Vector128<double>[DiagonalEntries * (_pairs + 1)];
        _inward = new Vector128<double>[CouplingEntries * (_pairs + 1)];
        _x = new Vector128<double>[BlockSize * (_pairs + 1)];
        _given = new double[BlockSize * blockCount];
        _rest = new double[BlockSize * blockCount];
        Clear();
    }

    /// <summary>Number of block rows n.</summary>
    public int BlockCount { get; }

    /// <summary>Sets every entry to zero.</summary>
    public void Clear()
    {
        Array.Clear(_lower);
        Array.Clear(_diagonal);
        Array.Clear(_upper);
        Array.Clear(_exchange);
        for (int i = BlockCount; i < _count; i++)
        {
            for (int e = 0; e < DiagonalEntries; e += BlockSize + 1) Diagonal(i)[e] = 1;
        }
    }

    /// <summary>Block L_i, <see cref="CouplingEntries"/> entries.</summary>
    public Span<double> Lower(int i) => _lower.AsSpan(i * CouplingEntries, CouplingEntries);

    /// <summary>Block D_i without the exchange, <see cref="DiagonalEntries"/> entries by rows.</summary>
    public Span<double> Diagonal(int i) => _diagonal.AsSpan(i * DiagonalEntries, DiagonalEntries);

    /// <summary>Block U_i, <see cref="CouplingEntries"/> entries.</summary>
    public Span<double> Upper(int i) => _upper.AsSpan(i * CouplingEntries, CouplingEntries);

    /// <summary>The exchange of block i: a, which may have any size, and s.</summary>
    public Span<double> Exchange(int i) => _exchange.AsSpan(i * ExchangeEntries, ExchangeEntries);

    /// <summary>Eliminates. The entries stay as they are.</summary>
    /// <returns>False when a diagonal block is singular or not finite.</returns>
    public bool Factor()
    {
        bool isRegular = true;
        Vector128<double> growth = default;
        for (int m = 0; m <= _pairs; m++)
        {
            bool isMiddle = m == _pairs;
            int left = m, right = _count - 1 - m;
            Span<Vector128<double>> block = _inverse.AsSpan(DiagonalEntries * m, DiagonalEntries);
            Pair(Diagonal(left), isMiddle ? _noBlock : Diagonal(right), block);
            if (m > 0)
            {
                ReadOnlySpan<Vector128<double>> before = _inverse.AsSpan(DiagonalEntries * (m - 1), DiagonalEntries);
                ReadOnlySpan<Vector128<double>> inward = _inward.AsSpan(CouplingEntries * (m - 1), CouplingEntries);
                Span<Vector128<double>> ratio = _ratio.AsSpan(DiagonalEntries * m, DiagonalEntries);
                Reduce(block, Lower(left), Upper(right), before, inward, ratio);
                foreach (Vector128<double> entry in ratio) growth = Vector128.Max(growth, Vector128.Abs(entry));
            }
            if (isMiddle)
            {
                for (int e = 0; e < DiagonalEntries; e++) block[e] = SumOfLanes(block[e]);
            }
            Span<double> exchangeLeft = Exchange(left), exchangeRight = Exchange(right);
            isRegular &= Invert(block, Vector128.Create(exchangeLeft[0], exchangeRight[0]), Vector128.Create(exchangeLeft[1], exchangeRight[1]));
            if (!isMiddle) Pair(Upper(left), Lower(right), _inward.AsSpan(CouplingEntries * m, CouplingEntries));
        }
        _loses = Vector128.GreaterThanAny(growth, Vector128.Create(HarmlessGrowth));
        return isRegular;
    }

    /// <summary>Solves with the factors.</summary>
    /// <param name="x">Right-hand side on entry, solution on return; 3 n numbers, block by block.</param>
    public void Solve(Span<double> x)
    {
        if (!_loses)
        {
            Substitute(x);
            return;
        }
        x.CopyTo(_given);
        Substitute(x);
        double before = double.PositiveInfinity;
        for (int i = 0; i < MostRefinements; i++)
        {
            double size = Residual(x);
            // What no longer falls is round-off.
            if (!(size < before / 2)) return;
            before = size;
            Substitute(_rest);
            for (int k = 0; k < x.Length; k++) x[k] += _rest[k];
        }
    }

    // Puts given − A x into the rest, and returns the largest of it.
    private double Residual(ReadOnlySpan<double> x)
    {
        double largest = 0;
        for (int i = 0; i < BlockCount; i++)
        {
            ReadOnlySpan<double> d = Diagonal(i), exchange = Exchange(i), own = x.Slice(BlockSize * i, BlockSize);
            double transfer = exchange[0] * (own[1] - own[2]) + exchange[1] * own[0];
            Span<double> rest = _rest.AsSpan(BlockSize * i, BlockSize);
            _given.AsSpan(BlockSize * i, BlockSize).CopyTo(rest);
            rest[0] -= d[0] * own[0] + d[1] * own[1] + d[2] * own[2];
            rest[1] -= d[3] * own[0] + d[4] * own[1] + d[5] * own[2] + transfer;
            rest[2] -= d[6] * own[0] + d[7] * own[1] + d[8] * own[2] - transfer;
            if (i > 0) SubtractCoupling(Lower(i), x.Slice(BlockSize * (i - 1), BlockSize), rest);
            if (i < BlockCount - 1) SubtractCoupling(Upper(i), x.Slice(BlockSize * (i + 1), BlockSize), rest);
            largest = Math.Max(largest, Math.Max(Math.Abs(rest[0]), Math.Max(Math.Abs(rest[1]), Math.Abs(rest[2]))));
        }
        return largest;
    }

    private static void SubtractCoupling(ReadOnlySpan<double> coupling, ReadOnlySpan<double> neighbour, Span<double> rest)
    {
        rest[0] -= coupling[0] * neighbour[0] + coupling[1] * neighbour[1];
        rest[1] -= coupling[2] * neighbour[0] + coupling[3] * neighbour[1];
        rest[2] -= coupling[4] * neighbour[2];
    }

    private void Substitute(Span<double> x)
    {
        Vector128<double> p0 = default, p1 = default, p2 = default;
        for (int m = 0; m <= _pairs; m++)
        {
            int left = BlockSize * m, right = BlockSize * (_count - 1 - m);
            // Nothing comes from the block that is not there, and the middle block's right-hand side is counted once.
            bool hasRight = m < _pairs && right < x.Length;
            var b0 = Vector128.Create(x[left], hasRight ? x[right] : 0);
            var b1 = Vector128.Create(x[left + 1], hasRight ? x[right + 1] : 0);
            var b2 = Vector128.Create(x[left + 2], hasRight ? x[right + 2] : 0);
            if (m > 0)
            {
                ReadOnlySpan<Vector128<double>> r = _ratio.AsSpan(DiagonalEntries * m, DiagonalEntries);
                b0 -= r[0] * p0 + r[1] * p1 + r[2] * p2;
                b1 -= r[3] * p0 + r[4] * p1 + r[5] * p2;
                b2 -= r[6] * p0 + r[7] * p1 + r[8] * p2;
            }
            if (m == _pairs) (b0, b1, b2) = (SumOfLanes(b0), SumOfLanes(b1), SumOfLanes(b2));
            (_x[left], _x[left + 1], _x[left + 2]) = (b0, b1, b2);
            (p0, p1, p2) = (b0, b1, b2);
        }
        for (int m = _pairs; m >= 0; m--)
        {
            int left = BlockSize * m, right = BlockSize * (_count - 1 - m);
            Vector128<double> b0 = _x[left], b1 = _x[left + 1], b2 = _x[left + 2];
            if (m < _pairs)
            {
                ReadOnlySpan<Vector128<double>> u = _inward.AsSpan(CouplingEntries * m, CouplingEntries);
                b0 -= u[0] * p0 + u[1] * p1;
                b1 -= u[2] * p0 + u[3] * p1;
                b2 -= u[4] * p2;
            }
            ReadOnlySpan<Vector128<double>> d = _inverse.AsSpan(DiagonalEntries * m, DiagonalEntries);
            p0 = d[0] * b0 + d[1] * b1 + d[2] * b2;
            p1 = d[3] * b0 + d[4] * b1 + d[5] * b2;
            p2 = d[6] * b0 + d[7] * b1 + d[8] * b2;
            (x[left], x[left + 1], x[left + 2]) = (p0.ToScalar(), p1.ToScalar(), p2.ToScalar());
            if (right < x.Length) (x[right], x[right + 1], x[right + 2]) = (p0.GetElement(1), p1.GetElement(1), p2.GetElement(1));
        }
    }

    private static void Pair(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<Vector128<double>> lanes)
    {
        for (int e = 0; e < lanes.Length; e++) lanes[e] = Vector128.Create(left[e], right[e]);
    }

    private static Vector128<double> SumOfLanes(Vector128<double> v) => v + Vector128.Shuffle(v, Vector128.Create(1L, 0L));

    // ratio = outward · before, block ← block − ratio · inward.
    private static void Reduce(Span<Vector128<double>> block, ReadOnlySpan<double> left, ReadOnlySpan<double> right,
        ReadOnlySpan<Vector128<double>> before, ReadOnlySpan<Vector128<double>> inward, Span<Vector128<double>> ratio)
    {
        var uu = Vector128.Create(left[0], right[0]);
        var uv = Vector128.Create(left[1], right[1]);
        var vu = Vector128.Create(left[2], right[2]);
        var vv = Vector128.Create(left[3], right[3]);
        var ww = Vector128.Create(left[4], right[4]);
        for (int c = 0; c < BlockSize; c++)
        {
            ratio[c] = uu * before[c] + uv * before[c + 3];
            ratio[c + 3] = vu * before[c] + vv * before[c + 3];
            ratio[c + 6] = ww * before[c + 6];
        }
        for (int r = 0; r < DiagonalEntries; r += BlockSize)
        {
            block[r] -= ratio[r] * inward[0] + ratio[r + 1] * inward[2];
            block[r + 1] -= ratio[r] * inward[1] + ratio[r + 1] * inward[3];
            block[r + 2] -= ratio[r + 2] * inward[4];
        }
    }

    // By cofactors, in the unknowns (u, v, w − v) and the rows (1, 2, 2 + 3): there the exchange stands in one row alone, and
    // nothing of its size cancels. Then back to (u, v, w) and (1, 2, 3).
    private static bool Invert(Span<Vector128<double>> m, Vector128<double> exchange, Vector128<double> byFirst)
    {
        Vector128<double> c = m[2], f = m[5] - exchange, i = m[5] + m[8];
        Vector128<double> a = m[0], b = m[1] + c, d = m[3] + byFirst, e = m[4] + m[5], g = m[3] + m[6], h = m[4] + m[7] + i;
        Vector128<double> ca = e * i - f * h, cb = f * g - d * i, cc = d * h - e * g;
        Vector128<double> s = Vector128<double>.One / (a * ca + b * cb + c * cc);
        Vector128<double> n01 = (c * h - b * i) * s, n02 = (b * f - c * e) * s;
        Vector128<double> n11 = (a * i - c * g) * s, n12 = (c * d - a * f) * s;
        Vector128<double> n21 = (b * g - a * h) * s, n22 = (a * e - b * d) * s;
        Vector128<double> n10 = cb * s;
        m[0] = ca * s;
        m[1] = n01 + n02;
        m[2] = n02;
        m[3] = n10;
        m[4] = n11 + n12;
        m[5] = n12;
        m[6] = n10 + cc * s;
        m[7] = m[4] + n21 + n22;
        m[8] = n12 + n22;
        return double.IsFinite(s.ToScalar()) && double.IsFinite(s.GetElement(1));
    }
}
