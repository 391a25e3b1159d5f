using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class ConjugateGradientTests
{
    private readonly SparseSymmetric _matrix = SparseSamples.Biharmonic(40, 30, 4, 2).Matrix;
    private readonly double[] _b, _x;
    private readonly ConjugateGradient _iteration;
    private readonly SparseCholesky _factor;

    public ConjugateGradientTests()
    {
        int n = _matrix.Pattern.Size;
        (_b, _x) = (SparseSamples.Vector(n, 4), new double[n]);
        _iteration = new ConjugateGradient(n);
        _factor = SparseCholesky.Analyse(_matrix.Pattern);
        _factor.Factor(_matrix.Values);
    }

    [Fact]
    public void WithoutAPreconditionerLaplaciansAreSolved()
    {
        SparseSymmetric matrix = SparseSamples.Laplacian(20, 20);
        double[] b = SparseSamples.Vector(400, 1), x = new double[400], expected = [.. b];
        new ConjugateGradient(400).Solve(matrix, null, b, x, 1e-12, 400).Converged.ShouldBeTrue();
        SparseCholesky factor = SparseCholesky.Analyse(matrix.Pattern);
        factor.Factor(matrix.Values);
        factor.Solve(expected);
        for (int i = 0; i < x.Length; i++) x[i].ShouldBe(expected[i], 1e-9);
    }

    [Fact]
    public void TheMatrixsOwnFactorNeedsOneStep()
    {
        ConjugateGradientResult result = _iteration.Solve(_matrix, _factor, _b, _x, 1e-8, 10);
        result.Converged.ShouldBeTrue();
        result.Iterations.ShouldBe(1);
    }

    [Fact]
    public void AnEarlierFactorNeedsAFew()
    {
        for (int i = 0; i < _matrix.Pattern.Size; i += 3) _matrix.Values[_matrix.Pattern.Slot(i, i)] *= 1.02;
        ConjugateGradientResult stale = _iteration.Solve(_matrix, _factor, _b, _x, 1e-10, 500);
        stale.Converged.ShouldBeTrue();
        SparseSamples.BackwardError(_matrix, _x, _b).ShouldBeLessThan(1e-10);
        Array.Clear(_x);
        ConjugateGradientResult none = _iteration.Solve(_matrix, null, _b, _x, 1e-10, 5000);
        stale.Iterations.ShouldBeLessThan(none.Iterations / 5);
    }

    [Fact]
    public void AGoodGuessIsKeptAndNothingGivesNothing()
    {
        double[] x = [.. _b];
        _factor.Solve(x);
        double[] guess = [.. x];
        _iteration.Solve(_matrix, _factor, _b, x, 1e-6, 10).Iterations.ShouldBe(0);
        x.ShouldBe(guess);
        _iteration.Solve(_matrix, _factor, new double[x.Length], x, 1e-6, 10).ShouldBe(new ConjugateGradientResult(0, 0, true));
        x.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void GivingUpIsTold()
    {
        ConjugateGradientResult result = _iteration.Solve(_matrix, null, _b, _x, 1e-12, 3);
        result.Converged.ShouldBeFalse();
        result.Iterations.ShouldBe(3);
        result.RelativeResidual.ShouldBeGreaterThan(1e-12);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        _iteration.Solve(_matrix, _factor, _b, _x, 1e-8, 10);
        Array.Clear(_x);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _iteration.Solve(_matrix, _factor, _b, _x, 1e-8, 10);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }
}
