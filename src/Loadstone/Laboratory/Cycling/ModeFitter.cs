using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Finds how two half-cell curves make the curve of a full cell: least squares on the voltage from many starts.</summary>
public static class ModeFitter
{
    private const int MostPoints = 500, FewestPoints = 30, StartPoints = 40, Starts = 8, Finals = 2, Iterations = 200;
    private const double AsGood = 1.5; // times the scatter of the fit that it began from

    /// <summary>Fits one slow curve.</summary>
    /// <param name="curve">The curve, of a charge or a discharge.</param>
    /// <param name="positive">Curve of the positive electrode.</param>
    /// <param name="negative">Curve of the negative electrode.</param>
    /// <param name="withResistance">Whether a resistance is fitted too; else the voltage is taken as one at rest.</param>
    /// <param name="near">A fit of the same cell, from which this one begins; where that does not lead to a like scatter, or without it, it begins from many starts.</param>
    /// <exception cref="InputException">The curve has fewer than thirty points, or no fit is found.</exception>
    public static ModeFit Fit(VoltageCurve curve, HalfCellCurve positive, HalfCellCurve negative, bool withResistance = false, ModeFit? near = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(negative);
        var problem = new ModeProblem(curve, positive, negative, withResistance, MostPoints);
        if (problem.Count < FewestPoints) throw new InputException($"{problem.Count} points tell too little of a curve; expected {FewestPoints} or more.");
        if (near is not null && near.Parameters.Count == (withResistance ? 5 : 4))
        {
            double[] start = [.. near.Parameters];
            Minimise(problem, start);
            ModeFit fit = problem.ToFit(start);
            if (fit.Scatter <= AsGood * near.Scatter) return fit;
        }
        // Many starts are cheap on few points; those that come out best go on with all of them.
        var few = new ModeProblem(curve, positive, negative, withResistance, StartPoints);
        double[]? best = null;
        double least = double.PositiveInfinity;
        double[][] starts = [.. Grid(positive, negative, withResistance).OrderBy(few.Sum).Take(Starts)];
        foreach (double[] start in starts.OrderBy(s => Minimise(few, s)).Take(Finals))
        {
            double sum = Minimise(problem, start);
            if (sum < least) (least, best) = (sum, start);
        }
        if (best is null) throw new InputException("the two half-cell curves cannot make the curve of the cell.");
        return problem.ToFit(best);
    }

    private static IEnumerable<double[]> Grid(HalfCellCurve positive, HalfCellCurve negative, bool withResistance)
    {
        double P(double share) => positive.Low + share * (positive.High - positive.Low);
        double N(double share) => negative.Low + share * (negative.High - negative.Low);
        foreach (double y0 in (double[])[0.03, 0.15, 0.28, 0.4])
        foreach (double y1 in (double[])[0.7, 0.85, 0.93, 0.99])
        foreach (double x0 in (double[])[0.6, 0.75, 0.85, 0.96])
        foreach (double x1 in (double[])[0.003, 0.02, 0.06, 0.2])
            yield return withResistance ? [P(y0), P(y1), N(x0), N(x1), 0] : [P(y0), P(y1), N(x0), N(x1)];
    }

    // Levenberg and Marquardt with the derivatives of the curves; steps are cut at the ends of the curves.
    private static double Minimise(ModeProblem problem, double[] p)
    {
        double sum = problem.Sum(p), damping = 1e-3;
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            (Matrix<double> normal, Vector<double> gradient) = problem.Normal(p);
            Matrix<double> damped = normal.Clone();
            for (int k = 0; k < p.Length; k++) damped[k, k] += damping * normal[k, k] + 1e-15;
            Vector<double> step = damped.Solve(gradient);
            double[] trial = problem.Inside([.. p.Select((v, k) => v + step[k])]);
            double next = problem.Sum(trial);
            if (next < sum)
            {
                double drop = sum - next;
                trial.CopyTo(p, 0);
                sum = next;
                damping = Math.Max(damping / 5, 1e-12);
                if (drop < 1e-12 * sum) break;
            }
            else if ((damping *= 4) > 1e8) break;
        }
        return sum;
    }
}
