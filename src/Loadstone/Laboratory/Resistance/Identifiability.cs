using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Resistance;

/// <summary>Says which of two resistances, or which product of their powers, potentials fix.</summary>
internal static class Identifiability
{
    private const double Loose = 0.25, Tight = 0.1; // standard errors of logarithms, and of the best combination over the worst

    /// <summary>Warnings of a fit in ln ρ and ln R.</summary>
    /// <param name="fit">The fit; its first two parameters are ln ρ and ln R.</param>
    /// <param name="limit">Upper limit of R where it is not seen [Ω m²], or null.</param>
    public static List<string> Of(LeastSquaresFit fit, double? limit)
    {
        var warnings = new List<string>();
        if (limit is { } most)
        {
            warnings.Add($"the interface resistance is not seen: it is below {QuantityKinds.ArealResistance.Format(most, 3)} with a probability of 95 %.");
            return warnings;
        }
        if (fit.AtBound[0]) return ["the resistivity ends at the border of its range: the potentials are not those of a coating on a foil."];
        if (fit.AtBound[1]) return ["no current is seen to reach the foil: these pins fix the resistivity alone, and the interface resistance is higher than they can tell."];
        double a = fit.Covariance[0, 0], b = fit.Covariance[1, 1], c = fit.Covariance[0, 1];
        if (double.IsNaN(a) || double.IsNaN(b)) return ["the potentials do not fix the two resistances apart."];
        // Axes of the ellipse of errors.
        double mean = (a + b) / 2, spread = Math.Sqrt((a - b) * (a - b) / 4 + c * c), angle = 0.5 * Math.Atan2(2 * c, a - b);
        double worst = Math.Sqrt(mean + spread), best = Math.Sqrt(Math.Max(0, mean - spread));
        if (worst <= Loose) return warnings;
        (double resistivityPower, double interfacePower) = (-Math.Sin(angle), Math.Cos(angle));
        if (Math.Abs(resistivityPower) < Math.Abs(interfacePower)) (resistivityPower, interfacePower) = (resistivityPower / interfacePower, 1);
        else (resistivityPower, interfacePower) = (1, interfacePower / resistivityPower);
        if (best < Tight * worst && Math.Abs(resistivityPower) > 0.1 && Math.Abs(interfacePower) > 0.1)
            warnings.Add(FormattableString.Invariant($"the pins see only a combination: ρ^{resistivityPower:0.##} R^{interfacePower:0.##} is fixed to {best * 100:g2} %, ρ and R apart to {Math.Sqrt(a) * 100:g2} % and {Math.Sqrt(b) * 100:g2} %; pins at other distances would part them."));
        else if (Math.Sqrt(b) > Loose)
            warnings.Add(FormattableString.Invariant($"the interface resistance is hardly seen: its standard error is {Math.Sqrt(b) * 100:g2} %."));
        if (Math.Sqrt(a) > Loose && warnings.Count == 0)
            warnings.Add(FormattableString.Invariant($"the resistivity is hardly seen: its standard error is {Math.Sqrt(a) * 100:g2} %."));
        return warnings;
    }
}
