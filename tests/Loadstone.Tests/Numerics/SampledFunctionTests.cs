using FsCheck;
using FsCheck.Fluent;
using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class SampledFunctionTests
{
    private static readonly ScalarFunction Steep =
        Expression.Parse("4.5 - 0.8*x - 0.04*tanh(18.5*(x - 0.55)) + 0.9*exp(-40*x)", "x").ToFunction("x");

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-7)]
    [InlineData(1e-10)]
    public void TheErrorStaysBelowTheToleranceEverywhere(double tolerance)
    {
        ScalarFunction table = SampledFunction.Of(Steep, 0, 1, tolerance);
        table.ShouldBeOfType<SampledFunction>().Error.ShouldBeLessThanOrEqualTo(tolerance);
        // The error of a cubic is largest at mid-interval; a few per cent allow for its change within an interval.
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), n => Math.Abs(table.At(n / 1e6) - Steep.At(n / 1e6)) <= 1.05 * tolerance)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void HalvingTheIntervalsDividesTheErrorBySixteen()
    {
        var coarse = (SampledFunction)SampledFunction.Of(Steep, 0, 1, 1e-6);
        var fine = (SampledFunction)SampledFunction.Of(Steep, 0, 1, coarse.Error / 2);
        fine.Intervals.ShouldBe(2 * coarse.Intervals);
        (coarse.Error / fine.Error).ShouldBeInRange(13, 18);
    }

    [Fact]
    public void TheDerivativeIsThatOfTheReturnedValue()
    {
        ScalarFunction table = SampledFunction.Of(Steep, 0, 1, 1e-4);
        for (double x = 0.0017; x < 1; x += 0.0131)
        {
            const double h = 1e-7; // the cubics differ from the formula by far more than this difference does
            table.DerivativeAt(x).ShouldBe((table.At(x + h) - table.At(x - h)) / (2 * h), 1e-6);
        }
    }

    [Fact]
    public void OutsideTheTableTheFormulaAnswers()
    {
        ScalarFunction table = SampledFunction.Of(Steep, 0.2, 0.8, 1e-6);
        foreach (double x in (double[])[-0.3, 0.1, 0.19999, 0.80001, 1.4])
        {
            table.At(x).ShouldBe(Steep.At(x));
            table.DerivativeAt(x).ShouldBe(Steep.DerivativeAt(x));
        }
        table.At(0.2).ShouldBe(Steep.At(0.2), 1e-15);
        table.At(0.8).ShouldBe(Steep.At(0.8), 1e-15);
    }

    [Fact]
    public void AFunctionThatJumpsOrIsConstantIsKept()
    {
        ScalarFunction jump = Expression.Parse("sign(x - 0.3)", "x").ToFunction("x");
        SampledFunction.Of(jump, 0, 1, 1e-3).ShouldBeSameAs(jump);
        ScalarFunction pole = Expression.Parse("log(x)", "x").ToFunction("x");
        SampledFunction.Of(pole, 0, 1, 1e-3).ShouldBeSameAs(pole);
        var constant = new ConstantFunction(2);
        SampledFunction.Of(constant, 0, 1, 1e-3).ShouldBeSameAs(constant);
    }

    [Fact]
    public void SpansGiveTheSameNumbersAndDoNotAllocate()
    {
        ScalarFunction table = SampledFunction.Of(Steep, 0.1, 0.9, 1e-8);
        double[] x = [.. Enumerable.Range(0, 100).Select(k => k / 99.0)], value = new double[100], derivative = new double[100];
        table.Evaluate(x, value, derivative);
        long before = GC.GetAllocatedBytesForCurrentThread();
        table.Evaluate(x, value, derivative);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
        for (int k = 0; k < x.Length; k++)
        {
            value[k].ShouldBe(table.At(x[k]));
            derivative[k].ShouldBe(table.DerivativeAt(x[k]));
        }
    }
}
