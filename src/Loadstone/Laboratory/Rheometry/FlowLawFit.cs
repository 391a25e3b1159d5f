using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>A flow law fitted to a flow curve by least squares in ln τ.</summary>
/// <param name="Name">Name of the law.</param>
/// <param name="Law">The law.</param>
/// <param name="Parameters">Its parameters with their errors; of those at a bound or not determined the standard error is NaN or large.</param>
/// <param name="YieldStress">Its yield stress [Pa], or null for laws without one.</param>
/// <param name="IsDetermined">Whether the data fix all of its parameters, none of them at a bound.</param>
/// <param name="Deviation">Standard deviation of ln τ about the law.</param>
/// <param name="Criterion">Akaike's criterion for small samples: the smaller is the better law.</param>
public sealed record FlowLawFit(string Name, FlowLaw Law, IReadOnlyList<NamedEstimate> Parameters, Estimate? YieldStress, bool IsDetermined, double Deviation, double Criterion)
{
    // A logarithm known to no better than this says nothing of its number.
    private const double LargestLogError = 1;

    /// <summary>Fits a law.</summary>
    /// <param name="model">The law.</param>
    /// <param name="rate">γ̇ [1/s].</param>
    /// <param name="stress">τ [Pa], as many; two more than the law has parameters, or more.</param>
    internal static FlowLawFit Of(FlowModel model, double[] rate, double[] stress)
    {
        LeastSquaresFit? best = null;
        foreach (double[] start in model.Starts(rate, stress))
        {
            LeastSquaresFit fit = LeastSquares.Minimise((p, _) => model.Residuals(p, rate, stress), start, model.Low, model.High);
            if (best is null || fit.SumOfSquares < best.SumOfSquares) best = fit;
        }
        FlowLaw law = model.Law(best!.Parameters);
        NamedEstimate[] parameters = [.. Named(law, best)];
        bool isDetermined = !best.AtBound.Contains(true) && parameters.All(p => p.Estimate.StandardError < LargestLogError * Math.Max(Math.Abs(p.Estimate.Value), 1e-300));
        double deviation = Math.Sqrt(best.SumOfSquares / best.DegreesOfFreedom);
        return new FlowLawFit(model.Name, law, parameters, law is Casson or HerschelBulkley ? parameters[0].Estimate : null, isDetermined, deviation, best.Criterion);
    }

    private static IEnumerable<NamedEstimate> Named(FlowLaw law, LeastSquaresFit fit)
    {
        Estimate Log(int index, double factor = 1) => fit.Parameter(index).Through(Math.Exp(factor * fit.Parameters[index]), factor * Math.Exp(factor * fit.Parameters[index]));
        switch (law)
        {
            case PowerLaw:
                yield return new("consistency", Log(0), QuantityKinds.Ratio);
                yield return new("exponent", fit.Parameter(1), QuantityKinds.Ratio);
                break;
            case Casson:
                double root = fit.Parameters[0];
                yield return new("yield stress", fit.Parameter(0).Through(root * root, 2 * root), QuantityKinds.Pressure, "Pa");
                yield return new("high-shear viscosity", Log(1, 2), QuantityKinds.Viscosity);
                break;
            case HerschelBulkley:
                yield return new("yield stress", fit.Parameter(0), QuantityKinds.Pressure, "Pa");
                yield return new("consistency", Log(1), QuantityKinds.Ratio);
                yield return new("exponent", fit.Parameter(2), QuantityKinds.Ratio);
                break;
            default:
                double high = Math.Exp(fit.Parameters[0] - fit.Parameters[1]);
                yield return new("zero-shear viscosity", Log(0), QuantityKinds.Viscosity);
                yield return new("high-shear viscosity", fit.Function(high, [high, -high, 0, 0]), QuantityKinds.Viscosity);
                yield return new("relaxation time", Log(2), QuantityKinds.Time, "s");
                yield return new("exponent", fit.Parameter(3), QuantityKinds.Ratio);
                break;
        }
    }
}
