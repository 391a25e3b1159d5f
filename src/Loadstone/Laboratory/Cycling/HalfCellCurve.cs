using Loadstone.Numerics;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Potential of an electrode against lithium as a function of its stoichiometry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Potential">U(θ) [V], falling.</param>
/// <param name="Low">Least stoichiometry.</param>
/// <param name="High">Largest stoichiometry.</param>
public sealed record HalfCellCurve(string Name, ScalarFunction Potential, double Low = 0.001, double High = 0.999)
{
    /// <summary>The curve through measured points.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="charge">Charge or state of charge of each point, in any unit and either direction.</param>
    /// <param name="potential">Potential [V].</param>
    /// <exception cref="InputException">Fewer than five points stand at different charges.</exception>
    public static HalfCellCurve Of(string name, IReadOnlyList<double> charge, IReadOnlyList<double> potential)
    {
        ArgumentNullException.ThrowIfNull(charge);
        ArgumentNullException.ThrowIfNull(potential);
        (double Q, double U)[] points =
        [
            .. charge.Zip(potential).Where(p => double.IsFinite(p.First) && double.IsFinite(p.Second))
                .GroupBy(p => p.First).Select(g => (g.Key, g.Average(p => p.Second))).OrderBy(p => p.Key),
        ];
        if (points.Length < 5) throw new InputException($"{points.Length} points tell no curve; expected five or more at different charges.", file: name);
        double first = points[0].Q, span = points[^1].Q - first;
        // The potential falls with lithium: whichever way the charge was counted, θ = 0 is at the higher one.
        bool falls = points[0].U > points[^1].U;
        double[] theta = [.. points.Select(p => falls ? (p.Q - first) / span : 1 - (p.Q - first) / span)], u = [.. points.Select(p => p.U)];
        Array.Sort(theta, u);
        return new HalfCellCurve(name, new TableFunction(theta, u), 0, 1);
    }
}
