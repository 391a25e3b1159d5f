using Loadstone.Laboratory.Peaks;
using Loadstone.Tests.Laboratory.Trials;
using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Tests.Laboratory.Peaks;

public class BaselineTests
{
    /// <summary>The solution of five diagonals is that of the full matrix, for any weights.</summary>
    [Fact]
    public void Whittaker_solves_its_equations()
    {
        var random = new Random(1);
        const int n = 30;
        const double stiffness = 50;
        double[] y = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())], weights = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        var differences = Matrix<double>.Build.Dense(n - 2, n, (i, j) => (j - i) switch { 0 or 2 => 1, 1 => -2, _ => 0 });
        var w = Matrix<double>.Build.DiagonalOfDiagonalArray(weights);
        Vector<double> expected = (w + stiffness * differences.Transpose() * differences).Solve(w * Vector<double>.Build.Dense(y));
        double[] found = Whittaker.Smooth(y, weights, stiffness);
        for (int i = 0; i < n; i++) found[i].ShouldBe(expected[i], 1e-10);
    }

    /// <summary>Below a peak on a bent background each baseline stays near the background; a curve that follows the peak would take its area away.</summary>
    [Theory]
    [InlineData("als")]
    [InlineData("arpls")]
    [InlineData("anchors 401,430,460,640,670,699")]
    public void Baselines_pass_below_peaks(string text)
    {
        double Background(double x) => 400 + 100 * Math.Sin((x - 400) / 200);
        Trace trace = PeakTrials.Spectrum(x => Background(x) + PeakTrials.Voigt(x, 550, 15_000, 20, 0), 2, "a.u.");
        double[] below = Baseline.Parse(text, "--baseline").Below(trace)!;
        for (int i = 20; i < below.Length - 20; i++) below[i].ShouldBe(Background(trace.Abscissa[i]), 40);
    }

    [Theory]
    [InlineData("spline")]
    [InlineData("polynomial 9")]
    [InlineData("anchors 500")]
    [InlineData("arpls -3")]
    public void Unknown_baselines_are_refused(string text) => Should.Throw<InputException>(() => Baseline.Parse(text, "--baseline")).Message.ShouldContain($"\"{text}\" is no baseline");

    [Fact]
    public void Anchors_outside_of_the_trace_are_refused() =>
        Should.Throw<InputException>(() => Baseline.Parse("anchors 100,500", "--baseline").Below(PeakTrials.Spectrum(_ => 1, null))).Message.ShouldContain("the anchors of the baseline reach from 100");
}
