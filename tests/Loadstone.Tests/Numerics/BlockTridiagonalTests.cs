using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class BlockTridiagonalTests
{
    /// <summary>Elimination with an end of the chain in each lane must give what a dense pivoted solution gives.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(61)]
    public void Solution_is_that_of_a_dense_pivoted_elimination(int n)
    {
        var random = new Random(7);
        var matrix = new BlockTridiagonal(n);
        for (int i = 0; i < n; i++)
        {
            Fill(matrix.Lower(i), random);
            Fill(matrix.Diagonal(i), random);
            Fill(matrix.Upper(i), random);
            Fill(matrix.Exchange(i), random);
            for (int e = 0; e < 9; e += 4) matrix.Diagonal(i)[e] += 8;
        }
        double[] b = [.. Enumerable.Range(0, 3 * n).Select(_ => random.NextDouble() - 0.5)];
        double[] x = [.. b];
        double[] expected = DenseSolution(Dense(matrix), b);
        matrix.Factor().ShouldBeTrue();
        matrix.Solve(x);
        for (int i = 0; i < x.Length; i++) x[i].ShouldBe(expected[i], 1e-14);
    }

    /// <summary>
    /// A block on the way may come out nearly singular although the whole is not. Without refinement as many digits would be lost
    /// as the block is short of, and with them lithium.
    /// </summary>
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    public void A_nearly_singular_block_on_the_way_costs_no_digits(double shortness)
    {
        const int n = 21;
        var random = new Random(11);
        var matrix = new BlockTridiagonal(n);
        for (int i = 0; i < n; i++)
        {
            Fill(matrix.Lower(i), random);
            Fill(matrix.Diagonal(i), random);
            Fill(matrix.Upper(i), random);
            for (int e = 0; e < 9; e += 4) matrix.Diagonal(i)[e] += 4;
        }
        // The first block alone is singular but for this; with its neighbour, which it is coupled to strongly, it is not.
        Span<double> first = matrix.Diagonal(0);
        first.Clear();
        (first[0], first[4], first[8]) = (shortness, 1, 1);
        matrix.Upper(0)[0] = matrix.Lower(1)[0] = 2;
        double[] b = [.. Enumerable.Range(0, 3 * n).Select(_ => random.NextDouble() - 0.5)];
        double[] x = [.. b];
        double[] expected = DenseSolution(Dense(matrix), b);
        matrix.Factor().ShouldBeTrue();
        matrix.Solve(x);
        for (int i = 0; i < x.Length; i++) x[i].ShouldBe(expected[i], 1e-13);
    }

    /// <summary>
    /// Fine particles exchange charge between solid and electrolyte many orders faster than either conducts it. If the exchange
    /// were added to the blocks before they are eliminated, the sum of their charge rows, which carries no exchange, would be lost.
    /// </summary>
    [Theory]
    [InlineData(1e6)]
    [InlineData(1e10)]
    [InlineData(1e14)]
    public void A_large_exchange_costs_no_digits_of_the_charge_that_is_kept(double exchange)
    {
        const int n = 30;
        const double liquid = 3e2, solid = 2e5, ground = 1e6;
        var matrix = new BlockTridiagonal(n);
        for (int i = 0; i < n; i++)
        {
            matrix.Diagonal(i)[0] = 1;
            matrix.Exchange(i)[0] = exchange;
            if (i == 0) matrix.Diagonal(i)[8] += ground;
            if (i == n - 1) continue;
            matrix.Diagonal(i)[4] += liquid;
            matrix.Diagonal(i + 1)[4] += liquid;
            matrix.Diagonal(i)[8] += solid;
            matrix.Diagonal(i + 1)[8] += solid;
            matrix.Upper(i)[3] = matrix.Lower(i + 1)[3] = -liquid;
            matrix.Upper(i)[4] = matrix.Lower(i + 1)[4] = -solid;
        }
        // A current into the solid of the last cell must leave through the ground, whatever the exchange.
        var x = new double[3 * n];
        x[^1] = 1;
        matrix.Factor().ShouldBeTrue();
        matrix.Solve(x);
        (x[2] * ground).ShouldBe(1, 1e-9);
        for (int i = 0; i < n - 1; i++)
        {
            double current = liquid * (x[3 * i + 4] - x[3 * i + 1]) + solid * (x[3 * i + 5] - x[3 * i + 2]);
            current.ShouldBe(1, 1e-9, $"face {i}");
        }
    }

    [Fact]
    public void A_singular_block_is_told()
    {
        var matrix = new BlockTridiagonal(2);
        matrix.Clear();
        matrix.Factor().ShouldBeFalse();
    }

    private static void Fill(Span<double> block, Random random)
    {
        for (int i = 0; i < block.Length; i++) block[i] = random.NextDouble() - 0.5;
    }

    private static double[,] Dense(BlockTridiagonal matrix)
    {
        int n = matrix.BlockCount;
        var a = new double[3 * n, 3 * n];
        void Couple(int row, int column, ReadOnlySpan<double> block)
        {
            a[row, column] = block[0];
            a[row, column + 1] = block[1];
            a[row + 1, column] = block[2];
            a[row + 1, column + 1] = block[3];
            a[row + 2, column + 2] = block[4];
        }
        for (int i = 0; i < n; i++)
        {
            int k = 3 * i;
            if (i > 0) Couple(k, k - 3, matrix.Lower(i));
            if (i < n - 1) Couple(k, k + 3, matrix.Upper(i));
            for (int e = 0; e < 9; e++) a[k + e / 3, k + e % 3] = matrix.Diagonal(i)[e];
            double size = matrix.Exchange(i)[0], byFirst = matrix.Exchange(i)[1];
            a[k + 1, k] += byFirst;
            a[k + 1, k + 1] += size;
            a[k + 1, k + 2] -= size;
            a[k + 2, k] -= byFirst;
            a[k + 2, k + 1] -= size;
            a[k + 2, k + 2] += size;
        }
        return a;
    }

    // Gaussian elimination with partial pivoting.
    private static double[] DenseSolution(double[,] a, double[] b)
    {
        int n = b.Length;
        double[] x = [.. b];
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(row => Math.Abs(a[row, k]));
            for (int c = 0; c < n; c++) (a[k, c], a[pivot, c]) = (a[pivot, c], a[k, c]);
            (x[k], x[pivot]) = (x[pivot], x[k]);
            for (int row = k + 1; row < n; row++)
            {
                double factor = a[row, k] / a[k, k];
                for (int c = k; c < n; c++) a[row, c] -= factor * a[k, c];
                x[row] -= factor * x[k];
            }
        }
        for (int k = n - 1; k >= 0; k--)
        {
            for (int c = k + 1; c < n; c++) x[k] -= a[k, c] * x[c];
            x[k] /= a[k, k];
        }
        return x;
    }
}
