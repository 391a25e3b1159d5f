using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class BdfIntegratorTests
{
    /// <summary>
    /// y₁′ = −y₁ + sin t (solved exactly), and the algebraic y₂ = y₁²: the error must shrink with the tolerance,
    /// or the step control is not controlling anything.
    /// </summary>
    [Fact]
    public void Error_follows_the_tolerance()
    {
        double loose = ErrorAt(1e-4), tight = ErrorAt(1e-8);
        loose.ShouldBeLessThan(1e-2);
        tight.ShouldBeLessThan(1e-6);
        tight.ShouldBeLessThan(loose / 100);
    }

    [Fact]
    public void A_sum_that_the_equations_keep_stays_to_round_off()
    {
        var system = new Exchange();
        var integrator = new BdfIntegrator(system);
        integrator.Start(0, [1, 0], [-1, 1], 0.1);
        while (integrator.Time < 50) integrator.Step(50).ShouldBe(BdfStatus.Accepted);
        (integrator.State[0] + integrator.State[1]).ShouldBe(1, 1e-14);
        integrator.State[0].ShouldBe(0.5, 1e-6);
        integrator.Time.ShouldBe(50);
    }

    [Fact]
    public void The_polynomial_of_a_step_meets_its_ends_and_the_solution_between()
    {
        const double tolerance = 1e-7;
        var system = new Forced(tolerance);
        var integrator = new BdfIntegrator(system);
        integrator.Start(0, [1, 1], [-1, -2], 0.01);
        var y = new double[2];
        while (integrator.Time < 3)
        {
            double before = integrator.State[0];
            integrator.Step(3);
            integrator.Interpolate(integrator.PreviousTime, 0).ShouldBe(before, 1e-12);
            double middle = (integrator.PreviousTime + integrator.Time) / 2;
            integrator.Interpolate(middle, y);
            y[0].ShouldBe(Forced.Exact(middle), 300 * tolerance);
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var integrator = new BdfIntegrator(new Forced(1e-6));
        integrator.Start(0, [1, 1], [-1, -2], 0.01);
        for (int i = 0; i < 20; i++) integrator.Step(1e6, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) integrator.Step(1e6, 1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static double ErrorAt(double tolerance)
    {
        var integrator = new BdfIntegrator(new Forced(tolerance));
        integrator.Start(0, [1, 1], [-1, -2], 0.01);
        double worst = 0;
        while (integrator.Time < 10)
        {
            integrator.Step(10).ShouldBe(BdfStatus.Accepted);
            double exact = Forced.Exact(integrator.Time);
            worst = Math.Max(worst, Math.Abs(integrator.State[0] - exact));
            worst = Math.Max(worst, Math.Abs(integrator.State[1] - exact * exact));
        }
        return worst;
    }

    private abstract class Dense : IDaeSystem
    {
        private double[,] _matrix = new double[2, 2];

        public int Size => 2;

        public abstract void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual);

        public bool Factor(double leadingCoefficient)
        {
            _matrix = Matrix(leadingCoefficient);
            return true;
        }

        public void Solve(Span<double> b)
        {
            double det = _matrix[0, 0] * _matrix[1, 1] - _matrix[0, 1] * _matrix[1, 0];
            double x = (b[0] * _matrix[1, 1] - _matrix[0, 1] * b[1]) / det, y = (_matrix[0, 0] * b[1] - _matrix[1, 0] * b[0]) / det;
            (b[0], b[1]) = (x, y);
        }

        public double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update) => 1;

        public virtual void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights) => weights.Fill(1e6);

        public double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights) =>
            Math.Sqrt((error[0] * error[0] * weights[0] * weights[0] + error[1] * error[1] * weights[1] * weights[1]) / 2);

        protected abstract double[,] Matrix(double c);
    }

    private sealed class Forced(double tolerance) : Dense
    {
        private double _y0;
        private readonly double[,] _matrix = new double[2, 2];

        public static double Exact(double t) => 1.5 * Math.Exp(-t) + (Math.Sin(t) - Math.Cos(t)) / 2;

        public override void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
        {
            _y0 = y[0];
            residual[0] = slope[0] + y[0] - Math.Sin(time);
            residual[1] = y[1] - y[0] * y[0];
        }

        public override void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights) => weights.Fill(1 / tolerance);

        protected override double[,] Matrix(double c)
        {
            _matrix[0, 0] = c + 1;
            _matrix[1, 0] = -2 * _y0;
            _matrix[1, 1] = 1;
            return _matrix;
        }
    }

    private sealed class Exchange : Dense
    {
        public override void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
        {
            residual[0] = slope[0] + y[0] - y[1];
            residual[1] = slope[1] - y[0] + y[1];
        }

        protected override double[,] Matrix(double c) => new[,] { { c + 1, -1 }, { -1, c + 1 } };
    }
}
