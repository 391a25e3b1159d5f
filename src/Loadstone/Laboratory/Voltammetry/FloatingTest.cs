using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Voltammetry;

/// <summary>One hold of a floating test.</summary>
/// <param name="Potential">Mean potential [V].</param>
/// <param name="Duration">Length of the hold [s].</param>
/// <param name="Leakage">Mean current over the last part of the hold, charging positive [A].</param>
/// <param name="Drift">Slope of the current there [A/s].</param>
/// <param name="StillFalls">Whether the current still changes there beyond chance, so that the leakage is an upper bound.</param>
public sealed record FloatingHold(double Potential, double Duration, Estimate Leakage, Estimate Drift, bool StillFalls);

/// <summary>A floating test: potentials held one after the other, and the current that each needs in the end (leakage).</summary>
public static class FloatingTest
{
    private const double SamePotential = 2e-3; // V
    private const double FallChance = 0.01;
    private const int FewestPoints = 20;

    /// <summary>Share of a hold's end over which the leakage is the mean.</summary>
    public const double EndShare = 0.1;

    /// <summary>The holds of a recording: stretches of one potential within 2 mV and twenty points or more, with current.</summary>
    /// <exception cref="InputException">It has none.</exception>
    public static IReadOnlyList<FloatingHold> Analyse(Recording recording)
    {
        double[] t = [.. recording[RecordColumns.TestTime]], v = [.. recording[RecordColumns.Voltage]], i = [.. recording[RecordColumns.Current]];
        var holds = new List<FloatingHold>();
        for (int first = 0; first < t.Length;)
        {
            int end = first + 1;
            while (end < t.Length && Math.Abs(v[end] - v[first]) <= SamePotential) end++;
            if (end - first >= FewestPoints && i.AsSpan(first, end - first).ContainsAnyExcept(0.0)) holds.Add(Hold(t[first..end], v[first..end], i[first..end]));
            first = end;
        }
        return holds.Count > 0 ? holds : throw new InputException("no potential is held; expected stretches of one potential with twenty points or more and a current.", file: recording.Source);
    }

    private static FloatingHold Hold(double[] t, double[] v, double[] i)
    {
        double from = t[^1] - EndShare * (t[^1] - t[0]);
        int first = Math.Min(Array.FindIndex(t, x => x >= from), t.Length - 5);
        double[] current = [.. i[first..].Select(x => -x)];
        StraightLine line = StraightLine.Fit(t.AsSpan(first), current);
        return new FloatingHold(v.Average(), t[^1] - t[0], Estimate.MeanOf(current), line.Slope, line.SlopeChance < FallChance);
    }
}
