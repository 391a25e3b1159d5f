using FsCheck;
using FsCheck.Fluent;
using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class TableFunctionTests
{
    [Fact]
    public void FallingPointsGiveAFallingFunctionWithoutOvershoot() => Prop.ForAll(
        Gen.Choose(1, 1000).Zip(Gen.Choose(1, 1000)).NonEmptyListOf().ToArbitrary(), steps =>
        {
            double[] x = new double[steps.Count + 1], y = new double[steps.Count + 1];
            for (int k = 0; k < steps.Count; k++) (x[k + 1], y[k + 1]) = (x[k] + steps[k].Item1, y[k] - steps[k].Item2);
            var table = new TableFunction(x, y);
            double previous = y[0];
            for (int i = 1; i <= 500; i++)
            {
                double value = table.At(x[^1] * i / 500);
                if (value > previous + 1e-9 || value < y[^1] - 1e-9) return false;
                previous = value;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ItPassesThroughItsPointsAndIsAStraightLineOutside()
    {
        double[] x = [0, 0.1, 0.4, 0.5, 1], y = [4.3, 4.1, 3.9, 3.85, 3.0];
        var table = new TableFunction(x, y);
        for (int k = 0; k < x.Length; k++) table.At(x[k]).ShouldBe(y[k], 1e-14);
        table.Domain.ShouldBe((0, 1));
        table.At(1.5).ShouldBe(3.0 + 0.5 * table.DerivativeAt(1), 1e-14);
        table.At(-0.5).ShouldBe(4.3 - 0.5 * table.DerivativeAt(0), 1e-14);
        table.DerivativeAt(7).ShouldBe(table.DerivativeAt(1));
    }

    [Fact]
    public void TheDerivativeIsThatOfTheValue()
    {
        var table = new TableFunction([0, 0.1, 0.4, 0.5, 1], [4.3, 4.1, 3.9, 3.85, 3.0]);
        for (double x = -0.2003; x < 1.2; x += 0.0217)
            table.DerivativeAt(x).ShouldBe((table.At(x + 1e-6) - table.At(x - 1e-6)) / 2e-6, 1e-7);
    }

    [Fact]
    public void TwoPointsAreALine()
    {
        var line = new TableFunction([1, 3], [2, 8]);
        line.At(2).ShouldBe(5, 1e-15);
        line.DerivativeAt(2).ShouldBe(3, 1e-15);
    }

    [Fact]
    public void UnusablePointsAreRefused()
    {
        Should.Throw<ArgumentException>(() => new TableFunction([0, 1], [1])).Message.ShouldContain("2 and 1");
        Should.Throw<ArgumentException>(() => new TableFunction([0], [1])).Message.ShouldContain("at least two");
        Should.Throw<ArgumentException>(() => new TableFunction([0, 1, 1], [1, 2, 3])).Message.ShouldContain("Point 3");
        Should.Throw<ArgumentException>(() => new TableFunction([0, 1], [1, double.NaN])).Message.ShouldContain("Point 2");
    }
}
