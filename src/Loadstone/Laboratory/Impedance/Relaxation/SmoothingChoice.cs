using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>Finds λ by a criterion.</summary>
internal static class SmoothingChoice
{
    private const double Smallest = 1e-11, Largest = 10, ModifiedCount = 1.4;
    private const int PerDecade = 4;

    internal static double Find(RelaxationKernel kernel, double[] penalty, SmoothingPath path, SmoothingCriterion criterion)
    {
        int decades = (int)Math.Round(Math.Log10(Largest / Smallest)), count = decades * PerDecade + 1;
        double[] lambdas = [.. Enumerable.Range(0, count).Select(k => path.Scale * Smallest * Math.Pow(10, (double)k / PerDecade))];
        int data = 2 * kernel.Points;
        return criterion switch
        {
            SmoothingCriterion.LCurve => Corner(lambdas, path),
            SmoothingCriterion.RealImaginary => lambdas.Where((_, k) => k % 2 == 0).MinBy(lambda => CrossError(kernel, penalty, lambda)),
            _ => lambdas.MinBy(lambda => Validation(path.At(lambda), data, criterion == SmoothingCriterion.ModifiedCrossValidation ? ModifiedCount : 1)),
        };
    }

    private static double Validation((double Deviation, double Roughness, double Freedom) at, int data, double count)
    {
        double left = data - count * (data - at.Freedom);
        return left > 0 ? at.Deviation / (left * left) : double.PositiveInfinity;
    }

    private static double Corner(double[] lambdas, SmoothingPath path)
    {
        // Where all is smoothed away the curve bends once more; the corner lies before the deviation has doubled.
        (double Deviation, double Roughness, double Freedom)[] along = [.. lambdas.Select(path.At)];
        double least = along.Min(at => at.Deviation / at.Freedom);
        (double X, double Y)[] curve = [.. along.TakeWhile((at, k) => k < 3 || at.Deviation / at.Freedom <= 4 * least).Select(at => (Math.Log(at.Deviation + double.Epsilon), Math.Log(at.Roughness + double.Epsilon)))];
        int corner = 1;
        double sharpest = double.NegativeInfinity;
        for (int k = 1; k < curve.Length - 1; k++)
        {
            double dx = (curve[k + 1].X - curve[k - 1].X) / 2, dy = (curve[k + 1].Y - curve[k - 1].Y) / 2;
            double ddx = curve[k + 1].X - 2 * curve[k].X + curve[k - 1].X, ddy = curve[k + 1].Y - 2 * curve[k].Y + curve[k - 1].Y;
            double curvature = (dx * ddy - ddx * dy) / Math.Pow(dx * dx + dy * dy + 1e-12, 1.5);
            if (curvature > sharpest) (sharpest, corner) = (curvature, k);
        }
        return lambdas[corner];
    }

    private static double CrossError(RelaxationKernel kernel, double[] penalty, double lambda)
    {
        int n = kernel.Points;
        return Foretold(kernel, penalty, lambda, 0, n, n, 2 * n, freeColumn: 1) + Foretold(kernel, penalty, lambda, n, 2 * n, 0, n, freeColumn: 0);
    }

    // What one part cannot know of the other, its resistance or inductance, is fitted before the deviation counts.
    private static double Foretold(RelaxationKernel kernel, double[] penalty, double lambda, int from, int to, int otherFrom, int otherTo, int freeColumn)
    {
        int n = kernel.Columns;
        double[] h = new double[n * n], x = new double[n];
        kernel.AddNormal(from, to, h, x);
        RelaxationSolver.AddPenalty(h, n, penalty, kernel.Nodes, lambda);
        if (!Dense.Cholesky(h, n)) return double.PositiveInfinity;
        Dense.CholeskySolve(h, n, x);
        double rr = 0, ru = 0, uu = 0;
        x[freeColumn] = 0;
        for (int i = otherFrom; i < otherTo; i++)
        {
            double r = kernel.Data[i] - Dense.Dot(kernel.Row(i), x), u = kernel.Row(i)[freeColumn];
            (rr, ru, uu) = (rr + r * r, ru + r * u, uu + u * u);
        }
        return rr - ru * ru / uu;
    }
}
