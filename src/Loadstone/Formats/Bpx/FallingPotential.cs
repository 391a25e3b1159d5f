using Loadstone.Numerics;

namespace Loadstone.Formats.Bpx;

/// <summary>
/// An open-circuit potential that falls all the way, as the model needs it: a potential then belongs to one stoichiometry.
/// Within the window, flat and rising parts (rounded or noisy tables) become the nearest falling curve; beyond it, where a fit
/// is an accident but the surfaces of particles go, the curve goes on as a straight line from where it stops falling.
/// </summary>
internal sealed class FallingPotential : ScalarFunction
{
    private const int Steps = 1000;
    private const double Tilt = 1e-6; // V per unit of stoichiometry: what flat parts get, far below what can be measured
    private const double End = 1e-6; // stoichiometries end here
    private const double LeastFall = 0.05; // V per unit of stoichiometry

    private readonly ScalarFunction _inner;
    private readonly double _low, _high, _lowValue, _highValue, _lowSlope, _highSlope;

    private FallingPotential(ScalarFunction inner, double low, double high)
    {
        (_inner, _low, _high) = (inner, low, high);
        (_lowValue, _highValue) = (inner.At(low), inner.At(high));
        (_lowSlope, _highSlope) = (Slope(low), Slope(high));

        double Slope(double x) => Math.Min(inner.DerivativeAt(x), -LeastFall);
    }

    /// <summary>The curve itself where it falls all the way, else one that does.</summary>
    /// <param name="curve">The potential.</param>
    /// <param name="low">Lower end of the stoichiometry window.</param>
    /// <param name="high">Upper end of the stoichiometry window.</param>
    /// <param name="moved">How far a point of the window had to be moved [V].</param>
    public static ScalarFunction Of(ScalarFunction curve, double low, double high, out double moved)
    {
        moved = 0;
        double[] x = curve is TableFunction table
            ? table.Points.ToArray()
            : [.. Enumerable.Range(0, Steps + 1).Select(i => low + (high - low) * i / Steps)];
        double[] y = [.. x.Select(curve.At)], falling = Falling(x, y);
        for (int i = 0; i < x.Length; i++) moved = Math.Max(moved, Math.Abs(falling[i] - y[i]));
        ScalarFunction within = moved == 0 ? curve : new TableFunction(x, falling);
        double from = Reach(within, low, End), to = Reach(within, high, 1 - End);
        return from == End && to == 1 - End ? within : new FallingPotential(within, from, to);
    }

    /// <inheritdoc/>
    internal override Expression? Formula => _inner.Formula;

    /// <inheritdoc/>
    public override double At(double x) =>
        x < _low ? _lowValue + _lowSlope * (x - _low) : x > _high ? _highValue + _highSlope * (x - _high) : _inner.At(x);

    /// <inheritdoc/>
    public override double DerivativeAt(double x) => x < _low ? _lowSlope : x > _high ? _highSlope : _inner.DerivativeAt(x);

    /// <summary>How far the curve goes on falling from one stoichiometry towards another.</summary>
    private static double Reach(ScalarFunction curve, double from, double to)
    {
        double reached = from, value = curve.At(from), direction = Math.Sign(to - from);
        for (int i = 1; i <= Steps; i++)
        {
            double x = i == Steps ? to : from + (to - from) * i / Steps, next = curve.At(x);
            if (!(direction * (next - value) < 0)) break; // also where it is no number
            (reached, value) = (x, next);
        }
        return reached;
    }

    /// <summary>
    /// The falling values nearest to given ones in the least squares (pool adjacent violators; M. Ayer et al., Ann. Math. Stat.
    /// 26, 641 (1955)), flat parts tilted.
    /// </summary>
    private static double[] Falling(double[] x, double[] y)
    {
        var blocks = new Stack<(double Mean, int Count)>();
        foreach (double value in y)
        {
            (double mean, int count) = (value, 1);
            while (blocks.TryPeek(out var before) && before.Mean < mean)
            {
                mean = (mean * count + before.Mean * before.Count) / (count + before.Count);
                count += before.Count;
                blocks.Pop();
            }
            blocks.Push((mean, count));
        }
        double[] falling = [.. blocks.Reverse().SelectMany(block => Enumerable.Repeat(block.Mean, block.Count))];
        for (int i = 1; i < x.Length; i++) falling[i] = Math.Min(falling[i], falling[i - 1] - Tilt * (x[i] - x[i - 1]));
        return falling;
    }
}
