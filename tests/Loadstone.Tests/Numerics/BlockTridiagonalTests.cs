using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class BlockTridiagonalTests
{
    /// <summary>Multiplying the solution back must give the right-hand side; a wrong elimination would not.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60)]
    public void Solution_multiplied_back_gives_the_right_hand_side(int n)
    {
        var random = new Random(7);
        var matrix = new BlockTridiagonal(n);
        double[][] lower = new double[n][], diagonal = new double[n][], upper = new double[n][];
        for (int i = 0; i < n; i++)
        {
            lower[i] = Fill(matrix.Lower(i), random, 0);
            diagonal[i] = Fill(matrix.Diagonal(i), random, 8);
            upper[i] = Fill(matrix.Upper(i), random, 0);
        }
        double[] b = [.. Enumerable.Range(0, 3 * n).Select(_ => random.NextDouble() - 0.5)];
        double[] x = [.. b];
        matrix.Factor().ShouldBeTrue();
        matrix.Solve(x);
        for (int i = 0; i < n; i++)
        {
            for (int row = 0; row < 3; row++)
            {
                double sum = 0;
                for (int c = 0; c < 3; c++)
                {
                    sum += diagonal[i][3 * row + c] * x[3 * i + c];
                    if (i > 0) sum += lower[i][3 * row + c] * x[3 * i - 3 + c];
                    if (i < n - 1) sum += upper[i][3 * row + c] * x[3 * i + 3 + c];
                }
                sum.ShouldBe(b[3 * i + row], 1e-13);
            }
        }
    }

    [Fact]
    public void A_singular_block_is_told()
    {
        var matrix = new BlockTridiagonal(2);
        matrix.Clear();
        matrix.Factor().ShouldBeFalse();
    }

    private static double[] Fill(Span<double> block, Random random, double diagonal)
    {
        for (int i = 0; i < 9; i++) block[i] = random.NextDouble() - 0.5 + (i % 4 == 0 ? diagonal : 0);
        return block.ToArray();
    }
}
