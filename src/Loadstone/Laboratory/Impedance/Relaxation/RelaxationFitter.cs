using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Regression;
using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>
/// Refines the peaks of a distribution: shapes with a few parameters are fitted to the spectrum from where the density has its peaks, one
/// more at a time, and Schwarz's criterion (1978) says how many and which.
/// </summary>
public static class RelaxationFitter
{
    private const int MostShapes = 6, SearchSteps = 30, LastSteps = 100, SpareData = 6;
    private const double Roughly = 1e-4, Finely = 1e-12, Chance = 0.01, Precision = 1e-8, EdgeShift = 1.3;

    /// <summary>The shapes behind a distribution.</summary>
    /// <param name="found">The distribution.</param>
    /// <returns>The fit; whether it describes the spectrum is part of it. Null where no peak was found or the points are too few.</returns>
    public static RelaxationFit? Refine(RelaxationDistribution found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var compared = new List<RelaxationCandidate>();
        double floor = Precision * Precision * Dense.Dot(found.Kernel.Data, found.Kernel.Data);
        Trial? best = null;
        for (int count = 1; count <= Math.Min(found.Peaks.Count, MostShapes); count++)
        {
            Trial? next = Stage(found, count, floor, compared);
            if (next is null) break;
            bool better = best is null || next.Bic < best.Bic;
            if (better) best = next;
            else if (IsAdequate(best!, found, floor)) break;
        }
        if (best is null) return null;
        best = Simplified(found, best, floor, compared);
        best = best with { Fit = best.Model.Fit([.. best.Fit.Parameters], LastSteps, Finely) };
        return new RelaxationFit(found, best.Model, best.Fit, IsAdequate(best, found, floor), compared);
    }

    // All shapes as depressed arcs first, then one after the other with an edge.
    private static Trial? Stage(RelaxationDistribution found, int count, double floor, List<RelaxationCandidate> compared)
    {
        RelaxationPeak[] tops = [.. found.Peaks.OrderByDescending(p => p.Resistance.Value).Take(count).OrderBy(p => p.Tau.Value)];
        var shapes = new RelaxationShape[count];
        Array.Fill(shapes, RelaxationShape.ColeCole);
        var model = new RelaxationModel(found.Kernel, found.Spectrum, found.Tail, hasInductance: true, shapes);
        if (found.Kernel.Data.Length < model.Unknowns + SpareData) return null;
        Trial best = Try(model, Start(found, tops, model), floor, compared);
        for (int k = 0; k < count; k++)
        {
            var changed = new RelaxationShape[count];
            best.Model.Shapes.ToArray().CopyTo(changed, 0);
            changed[k] = RelaxationShape.Gerischer;
            Trial other = Try(With(found, best.Model, changed), Changed(best, changed, k), floor, compared);
            if (other.Bic < best.Bic) best = other;
        }
        return best;
    }

    // What the data do not ask for is left out: inductance, tail, depression of an arc.
    private static Trial Simplified(RelaxationDistribution found, Trial best, double floor, List<RelaxationCandidate> compared)
    {
        if (best.Model.HasInductance)
        {
            var model = new RelaxationModel(found.Kernel, found.Spectrum, best.Model.HasTail ? found.Tail : LowFrequencyTail.None, false, best.Model.Shapes);
            double[] start = [.. best.Fit.Parameters.Where((_, i) => i != 1)];
            best = Better(best, Try(model, start, floor, compared));
        }
        if (best.Model.HasTail)
        {
            int at = best.Model.First - 1;
            var model = new RelaxationModel(found.Kernel, found.Spectrum, LowFrequencyTail.None, best.Model.HasInductance, best.Model.Shapes);
            best = Better(best, Try(model, [.. best.Fit.Parameters.Where((_, i) => i != at)], floor, compared));
        }
        for (int k = 0; k < best.Model.Shapes.Count; k++)
        {
            if (best.Model.Shapes[k] != RelaxationShape.ColeCole) continue;
            RelaxationShape[] changed = [.. best.Model.Shapes];
            changed[k] = RelaxationShape.Debye;
            best = Better(best, Try(With(found, best.Model, changed), Changed(best, changed, k), floor, compared));
        }
        return best;
    }

    private static Trial Better(Trial one, Trial other) => other.Bic <= one.Bic ? other : one;

    private static RelaxationModel With(RelaxationDistribution found, RelaxationModel model, RelaxationShape[] shapes) =>
        new(found.Kernel, found.Spectrum, model.HasTail ? found.Tail : LowFrequencyTail.None, model.HasInductance, shapes);

    private static Trial Try(RelaxationModel model, double[] start, double floor, List<RelaxationCandidate> compared)
    {
        LeastSquaresFit fit = model.Fit(start, SearchSteps, Roughly);
        int n = fit.Residuals.Count;
        double sum = fit.SumOfSquares, bic = n * Math.Log(Math.Max(sum, floor) / n) + model.Unknowns * Math.Log(n);
        compared.Add(new RelaxationCandidate(model.Shapes, model.HasInductance, model.HasTail, model.Unknowns, Math.Sqrt(sum / n), bic));
        return new Trial(model, fit, bic);
    }

    // A shape answers for all peaks of the density that are nearer to it than to another; α is that of an arc of its height and area.
    private static double[] Start(RelaxationDistribution found, RelaxationPeak[] tops, RelaxationModel model)
    {
        double[] start = new double[model.Unknowns];
        start[0] = found.OhmicResistance.Value;
        start[1] = found.Inductance.Value / found.Kernel.InductanceScale;
        if (model.HasTail) start[2] = found.TailStrength.Value / found.Kernel.TailScale;
        for (int k = 0; k < tops.Length; k++)
        {
            double area = found.Peaks.Where(p => tops.MinBy(t => Math.Abs(Math.Log(t.Tau.Value / p.Tau.Value))) == tops[k]).Sum(p => p.Resistance.Value);
            double alpha = 2 / Math.PI * Math.Atan(2 * Math.PI * found.DensityAt(tops[k].Tau.Value) / Math.Max(area, double.Epsilon));
            int at = model.First + 3 * k;
            (start[at], start[at + 1], start[at + 2]) = (area, Math.Log(tops[k].Tau.Value), Math.Clamp(alpha, 0.5, 0.95));
        }
        return start;
    }

    private static double[] Changed(Trial from, RelaxationShape[] shapes, int changed)
    {
        int at = from.Model.First;
        for (int k = 0; k < changed; k++) at += RelaxationModel.Count(shapes[k]);
        double[] start = [.. from.Fit.Parameters.Where((_, i) => i != at + 2)];
        if (shapes[changed] == RelaxationShape.Gerischer) start[at + 1] += Math.Log(EdgeShift);
        return start;
    }

    // The scatter about the shapes is no larger than about the density, by the quotient of variances.
    private static bool IsAdequate(Trial trial, RelaxationDistribution found, double floor)
    {
        double freedom = trial.Fit.DegreesOfFreedom, least = floor / trial.Fit.Residuals.Count;
        return trial.Fit.SumOfSquares / freedom <= Math.Max(found.Variance, least) * FisherSnedecor.InvCDF(freedom, found.DegreesOfFreedom, 1 - Chance);
    }

    private sealed record Trial(RelaxationModel Model, LeastSquaresFit Fit, double Bic);
}
