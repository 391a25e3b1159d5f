using FsCheck;
using FsCheck.Fluent;
using Loadstone.Numerics;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Loadstone.Tests.Numerics;

public class SparseCholeskyTests
{
    private const double Round = 1e-12;

    [Fact]
    public void SolutionsAreThoseOfTheDenseFactor() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            SparseSymmetric matrix = SparseSamples.Random(1 + Math.Abs(seed % 70), seed);
            int n = matrix.Pattern.Size;
            var dense = new DenseMatrix(n);
            ReadOnlySpan<int> start = matrix.Pattern.ColumnStart, row = matrix.Pattern.Row;
            for (int j = 0; j < n; j++)
            {
                for (int k = start[j]; k < start[j + 1]; k++) dense[row[k], j] = dense[j, row[k]] = matrix.Values[k];
            }
            double[] b = SparseSamples.Vector(n, seed), x = [.. b], product = new double[n];
            double[] expected = dense.Cholesky().Solve(DenseVector.OfArray(b)).ToArray();
            Factored(matrix).Solve(x);
            for (int i = 0; i < n; i++) x[i].ShouldBe(expected[i], 1e-10 * expected.Max(Math.Abs));
            matrix.Multiply(b, product);
            double[] plain = (dense * DenseVector.OfArray(b)).ToArray();
            for (int i = 0; i < n; i++) product[i].ShouldBe(plain[i], 1e-13 * n);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(60, 45)]
    public void LaplaciansAreSolved(int columns, int rows) => ShouldSolve(SparseSamples.Laplacian(columns, rows));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void BiharmonicStencilsWithHolesAreSolvedInAnyOrder(int holes)
    {
        (SparseSymmetric matrix, double[] x, double[] y) = SparseSamples.Biharmonic(70, 90, holes, 5);
        ShouldSolve(matrix);
        ShouldSolve(matrix, SparseCholesky.Analyse(matrix.Pattern, x, y));
        ShouldSolve(matrix, SparseCholesky.AnalyseInOrder(matrix.Pattern, [.. Enumerable.Range(0, matrix.Pattern.Size)]));
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(900, 1)]
    [InlineData(900, 5)]
    public void FullRowsAreSolved(int size, int dense) => ShouldSolve(SparseSamples.Arrow(size, dense));

    [Fact]
    public void FullRowsAreEliminatedLast()
    {
        // Eliminated first they would fill the whole triangle, 405,450 entries.
        SparseCholesky.Analyse(SparseSamples.Arrow(900, 5).Pattern).FactorEntries.ShouldBeLessThan(3 * 900 * 5);
    }

    [Fact]
    public void NewValuesGiveWhatAFreshFactorGives()
    {
        SparseSymmetric matrix = SparseSamples.Biharmonic(40, 40, 5, 1).Matrix;
        SparseCholesky used = Factored(matrix);
        foreach (ref double value in matrix.Values) value *= 3;
        for (int i = 0; i < matrix.Pattern.Size; i += 7) matrix.Values[matrix.Pattern.Slot(i, i)] += i;
        used.Factor(matrix.Values);
        double[] first = SparseSamples.Vector(matrix.Pattern.Size, 3), second = [.. first];
        used.Solve(first);
        Factored(matrix).Solve(second);
        first.ShouldBe(second);
    }

    [Fact]
    public void FactoringAndSolvingAllocateNothing()
    {
        SparseSymmetric matrix = SparseSamples.Biharmonic(40, 40, 5, 1).Matrix;
        SparseCholesky factor = Factored(matrix);
        double[] x = SparseSamples.Vector(matrix.Pattern.Size, 3), y = new double[x.Length];
        factor.Solve(x);
        matrix.Multiply(x, y);
        long before = GC.GetAllocatedBytesForCurrentThread();
        factor.Factor(matrix.Values);
        factor.Solve(x);
        matrix.Multiply(x, y);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WhatIsNotPositiveDefiniteIsRefusedWithTheUnknown(double diagonal)
    {
        SparseSymmetric matrix = SparseSamples.Laplacian(9, 9);
        SparseCholesky factor = Factored(matrix);
        const int Corner = 0;
        matrix.Values[matrix.Pattern.Slot(Corner, Corner)] = diagonal;
        var refused = Should.Throw<NotPositiveDefiniteException>(() => factor.Factor(matrix.Values));
        // Elimination may meet it at the corner itself or later, at one that the corner is coupled to.
        refused.Unknown.ShouldBeInRange(0, 80);
        (refused.Pivot > 0 && double.IsFinite(refused.Pivot)).ShouldBeFalse();
        refused.Message.ShouldContain("not positive definite");
        matrix.Values[matrix.Pattern.Slot(Corner, Corner)] = 4;
        ShouldSolve(matrix, factor);
    }

    [Theory]
    [InlineData(30, 30, 0)]
    [InlineData(100, 100, 0)]
    [InlineData(100, 100, 60)]
    public void MemoryIsForeseen(int columns, int rows, int holes)
    {
        SparsePattern pattern = SparseSamples.Biharmonic(columns, rows, holes, 9).Matrix.Pattern;
        long foreseen = SparseCholesky.PlanarStencilBytes(pattern.Size);
        long matrix = sizeof(int) * (pattern.Size + 1L) + (sizeof(int) + sizeof(double)) * (long)pattern.EntryCount;
        (SparseCholesky.Analyse(pattern).Bytes + matrix).ShouldBeInRange(foreseen / 4, foreseen);
    }

    [Fact]
    public void OrdersThatAreNoPermutationAreRefused()
    {
        SparsePattern pattern = SparseSamples.Laplacian(2, 1).Pattern;
        Should.Throw<ArgumentException>(() => SparseCholesky.AnalyseInOrder(pattern, [0, 0]));
        Should.Throw<ArgumentException>(() => SparseCholesky.AnalyseInOrder(pattern, [0, 2]));
        Should.Throw<ArgumentException>(() => SparseCholesky.AnalyseInOrder(pattern, [1]));
    }

    private static SparseCholesky Factored(SparseSymmetric matrix)
    {
        SparseCholesky factor = SparseCholesky.Analyse(matrix.Pattern);
        factor.Factor(matrix.Values);
        return factor;
    }

    private static void ShouldSolve(SparseSymmetric matrix) => ShouldSolve(matrix, SparseCholesky.Analyse(matrix.Pattern));

    private static void ShouldSolve(SparseSymmetric matrix, SparseCholesky factor)
    {
        double[] b = SparseSamples.Vector(matrix.Pattern.Size, 2), x = [.. b];
        factor.Factor(matrix.Values);
        factor.Solve(x);
        SparseSamples.BackwardError(matrix, x, b).ShouldBeLessThan(Round);
    }
}
