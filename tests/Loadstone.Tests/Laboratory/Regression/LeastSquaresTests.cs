using Loadstone.Laboratory.Regression;

namespace Loadstone.Tests.Laboratory.Regression;

public class LeastSquaresTests
{
    /// <summary>The classic test function of Rosenbrock (1960) as residuals: the minimum 0 lies at (1, 1) behind a bent valley.</summary>
    private static ResidualPoint Rosenbrock(double[] p, bool derivatives) =>
        new([10 * (p[1] - p[0] * p[0]), 1 - p[0]], derivatives ? [[-20 * p[0], -1], [10, 0]] : null);

    [Fact]
    public void A_bent_valley_is_followed_to_its_end()
    {
        LeastSquaresFit fit = LeastSquares.Minimise(Rosenbrock, [-1.2, 1]);
        fit.Converged.ShouldBeTrue();
        fit.Parameters[0].ShouldBe(1, 1e-9);
        fit.Parameters[1].ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Differences_take_the_place_of_derivatives()
    {
        LeastSquaresFit fit = LeastSquares.Minimise(LeastSquares.WithDifferences(p => Rosenbrock(p, false).Residuals), [-1.2, 1]);
        fit.Parameters[0].ShouldBe(1, 1e-7);
    }

    [Fact]
    public void A_bound_in_the_way_holds_its_parameter_and_the_others_go_on()
    {
        // With x ≤ 0.5 the smallest sum has y = x² on the bound.
        LeastSquaresFit fit = LeastSquares.Minimise(Rosenbrock, [-1.2, 1], [-5, -5], [0.5, 5]);
        fit.AtBound.ShouldBe([true, false]);
        fit.Parameters[1].ShouldBe(0.25, 1e-9);
        double.IsNaN(fit.Parameter(0).StandardError).ShouldBeTrue("a parameter at a bound has no error");
    }

    [Fact]
    public void Units_of_the_parameters_change_nothing()
    {
        double[] t = [0, 1, 2, 3, 4, 5, 6], y = [5.1, 3.02, 1.83, 1.1, 0.68, 0.4, 0.25];
        LeastSquaresFit In(double amplitude, double rate) => LeastSquares.Minimise(LeastSquares.WithDifferences(
            p => [.. t.Select((s, i) => p[0] / amplitude * Math.Exp(-p[1] / rate * s) - y[i])]), [3 * amplitude, rate]);
        LeastSquaresFit plain = In(1, 1), scaled = In(1e9, 1e-9);
        for (int k = 0; k < 2; k++)
        {
            double factor = k == 0 ? 1e9 : 1e-9;
            scaled.Parameters[k].ShouldBe(factor * plain.Parameters[k], 1e-6 * factor * plain.Parameters[k]);
            scaled.Parameter(k).StandardError.ShouldBe(factor * plain.Parameter(k).StandardError, 1e-4 * factor * plain.Parameter(k).StandardError);
        }
    }

    [Fact]
    public void Of_two_parameters_that_are_one_neither_has_an_error_and_the_third_keeps_its_own()
    {
        double[] x = [0, 1, 2, 3, 4], y = [1, 3.1, 4.9, 7.2, 8.8], ones = [1, 1, 1, 1, 1];
        LeastSquaresFit fit = LeastSquares.Minimise((p, _) => new ResidualPoint([.. x.Select((v, i) => p[0] + p[1] + p[2] * v - y[i])], [ones, ones, x]), [0, 0, 0]);
        double.IsNaN(fit.Parameter(0).StandardError).ShouldBeTrue();
        double.IsNaN(fit.Parameter(1).StandardError).ShouldBeTrue();
        fit.Conditioning.ShouldBeLessThan(1e-12);
        StraightLine line = StraightLine.Fit(x, y);
        fit.Parameters[2].ShouldBe(line.Slope.Value, 1e-9);
        // One degree of freedom less than the line: the fit counts both.
        fit.Parameter(2).StandardError.ShouldBe(line.Slope.StandardError * Math.Sqrt(3.0 / 2), 1e-9);
    }

    [Fact]
    public void A_step_to_where_there_is_no_model_is_taken_back()
    {
        LeastSquaresFit fit = LeastSquares.Minimise(LeastSquares.WithDifferences(p => [Math.Log(p[0]) - 2, Math.Log(p[0]) - 2.0001]), [0.01]);
        fit.Parameters[0].ShouldBe(Math.Exp(2.00005), 1e-6);
        Should.Throw<ArgumentException>(() => LeastSquares.Minimise(LeastSquares.WithDifferences(p => [Math.Log(p[0])]), [-1]));
    }
}
