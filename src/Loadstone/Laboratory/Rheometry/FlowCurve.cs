using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>Which part of a flow curve counts.</summary>
public enum FlowRamp
{
    /// <summary>All points.</summary>
    Both,

    /// <summary>Points up to the highest shear rate.</summary>
    Up,

    /// <summary>Points from the highest shear rate on.</summary>
    Down,
}

/// <summary>Shear stress of a liquid in steady shear, in the order of measuring.</summary>
/// <param name="Source">File or sample, for messages.</param>
/// <param name="ShearRate">γ̇ [1/s], above 0.</param>
/// <param name="Stress">τ [Pa], as many, above 0.</param>
/// <param name="Warnings">What was passed over, each with its place.</param>
public sealed record FlowCurve(string Source, IReadOnlyList<double> ShearRate, IReadOnlyList<double> Stress, IReadOnlyList<string> Warnings)
{
    private static readonly string[] Rates = ["shear rate", "γ̇", "rate"], Stresses = ["shear stress", "stress", "τ"], Viscosities = ["viscosity", "η"];

    /// <summary>The curve of a table with a shear rate and a shear stress or viscosity.</summary>
    /// <exception cref="InputException">A column is missing, fewer than four points can be used, or rates of both signs stand in one file.</exception>
    public static FlowCurve Of(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] rate = table.Column(QuantityKinds.ShearRate, Rates), stress;
        if (table.Has(Stresses))
        {
            stress = table.Column(QuantityKinds.Pressure, Stresses);
        }
        else
        {
            stress = table.Column(QuantityKinds.Viscosity, Viscosities);
            for (int i = 0; i < stress.Length; i++) stress[i] *= rate[i];
        }
        var warnings = new List<string>();
        int negative = rate.Count(r => r < 0);
        if (negative > 0)
        {
            if (rate.Any(r => r > 0))
            {
                int row = Array.FindIndex(rate, r => r < 0);
                throw new InputException(FormattableString.Invariant($"row {row + 1} below the header has a shear rate of {rate[row]:g4} s⁻¹ among positive ones; expected one direction of turning."), file: table.Source);
            }
            warnings.Add("all shear rates are negative: the tool turned the other way round, and both signs were turned.");
            for (int i = 0; i < rate.Length; i++) (rate[i], stress[i]) = (-rate[i], stress[i] < 0 ? -stress[i] : stress[i]);
        }
        int[] kept = [.. Enumerable.Range(0, rate.Length).Where(i => rate[i] > 0 && stress[i] > 0)];
        if (kept.Length < rate.Length)
        {
            int first = Enumerable.Range(0, rate.Length).First(i => !(rate[i] > 0 && stress[i] > 0));
            warnings.Add(FormattableString.Invariant($"{rate.Length - kept.Length} of {rate.Length} points have no positive shear rate and stress, the first in row {first + 1} below the header; they were passed over."));
        }
        if (kept.Length < FlowAnalysis.FewestPoints)
            throw new InputException($"{kept.Length} points with a positive shear rate and stress are too few; expected {FlowAnalysis.FewestPoints} or more.", file: table.Source);
        return new FlowCurve(table.Source, [.. kept.Select(i => rate[i])], [.. kept.Select(i => stress[i])], warnings);
    }

    /// <summary>One ramp of the curve within some shear rates.</summary>
    /// <param name="ramp">Which.</param>
    /// <param name="low">Lowest shear rate [1/s].</param>
    /// <param name="high">Highest shear rate [1/s].</param>
    /// <exception cref="InputException">Too few points are left.</exception>
    public FlowCurve Part(FlowRamp ramp, double low = 0, double high = double.PositiveInfinity)
    {
        int top = Turn;
        int[] kept = [.. Enumerable.Range(0, ShearRate.Count).Where(i => ShearRate[i] >= low && ShearRate[i] <= high
            && (ramp == FlowRamp.Both || (ramp == FlowRamp.Up ? i <= top : i >= top)))];
        if (kept.Length < FlowAnalysis.FewestPoints)
            throw new InputException(FormattableString.Invariant($"{kept.Length} points are left between {low:g4} and {high:g4} s⁻¹{(ramp == FlowRamp.Both ? "" : $" of the way {ramp}".ToLowerInvariant())}; expected {FlowAnalysis.FewestPoints} or more."), file: Source);
        return this with { ShearRate = [.. kept.Select(i => ShearRate[i])], Stress = [.. kept.Select(i => Stress[i])] };
    }

    /// <summary>
    /// Mean of ln(τ up/τ down) over the rates that both ramps cover: what the structure of the liquid has lost on the way; NaN where the rates
    /// rise or fall alone.
    /// </summary>
    public double Hysteresis
    {
        get
        {
            int top = Turn;
            if (top < 2 || ShearRate.Count - top < 3) return double.NaN;
            (double X, double Y)[] up = [.. Enumerable.Range(0, top + 1).Select(Point).OrderBy(p => p.X)];
            double sum = 0;
            int count = 0;
            for (int i = top + 1; i < ShearRate.Count; i++)
            {
                (double x, double y) = Point(i);
                int above = Array.FindIndex(up, p => p.X >= x);
                if (above < 0 || x < up[0].X) continue;
                double share = above == 0 || up[above].X == up[above - 1].X ? 1 : (x - up[above - 1].X) / (up[above].X - up[above - 1].X);
                sum += up[Math.Max(above - 1, 0)].Y * (1 - share) + up[above].Y * share - y;
                count++;
            }
            return count < 3 ? double.NaN : sum / count;
        }
    }

    private int Turn => Enumerable.Range(0, ShearRate.Count).MaxBy(i => ShearRate[i]);

    private (double X, double Y) Point(int i) => (Math.Log(ShearRate[i]), Math.Log(Stress[i]));
}
