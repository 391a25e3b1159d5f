using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Finds how two half-cell curves make the curve of a full cell: least squares on the voltage from many starts.</summary>
public static class ModeFitter
{
    private const int MostPoints = 500, FewestPoints = 30, StartPoints = 120, Starts = 12, Finals = 4, Iterations = 200;
    private const double Gain = 1e-12, Same = 1e-6;
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
        foreach (double[] start in Minima(few, Begin(few, positive, negative, withResistance)).Take(Finals))
        {
            double sum = Minimise(problem, start);
            if (sum < least) (least, best) = (sum, start);
        }
        if (best is null) throw new InputException("the two half-cell curves cannot make the curve of the cell.");
        return problem.ToFit(best);
    }

    // Where the starts lead, best first, each minimum once.
    private static IEnumerable<double[]> Minima(ModeProblem problem, double[][] starts)
    {
        double before = double.NegativeInfinity;
        foreach ((double[] found, double sum) in starts.Select(s => (Found: s, Sum: Minimise(problem, s))).OrderBy(s => s.Sum))
        {
            if (sum > before * (1 + Same)) yield return found;
            before = sum;
        }
    }

    // The best of a grid over the ends of both curves.
    private static double[][] Begin(ModeProblem problem, HalfCellCurve positive, HalfCellCurve negative, bool withResistance)
    {
        var positives = Pairs(positive, [0.03, 0.15, 0.28, 0.4], [0.7, 0.85, 0.93, 0.99]).Select(y => (Ends: y, Potential: problem.Positive(y.Charged, y.Discharged))).ToArray();
        var negatives = Pairs(negative, [0.6, 0.75, 0.85, 0.96], [0.003, 0.02, 0.06, 0.2]).Select(x => (Ends: x, Potential: problem.Negative(x.Charged, x.Discharged))).ToArray();
        return
        [
            .. positives.SelectMany(y => negatives.Select(x => (Y: y.Ends, X: x.Ends, Sum: problem.Sum(y.Potential, x.Potential)))).OrderBy(s => s.Sum).Take(Starts)
                .Select(s => (double[])(withResistance ? [s.Y.Charged, s.Y.Discharged, s.X.Charged, s.X.Discharged, 0] : [s.Y.Charged, s.Y.Discharged, s.X.Charged, s.X.Discharged])),
        ];
    }

    private static IEnumerable<(double Charged, double Discharged)> Pairs(HalfCellCurve curve, double[] charged, double[] discharged)
    {
        double At(double share) => curve.Low + share * (curve.High - curve.Low);
        return charged.SelectMany(c => discharged.Select(d => (At(c), At(d))));
    }

    // Steps end at the ends of the curves.
    private static double Minimise(ModeProblem problem, double[] p) =>
        LevenbergMarquardt.Minimise(problem, p, problem.Low, problem.High, new DescentLimits(Iterations, Gain)).Sum;
}
