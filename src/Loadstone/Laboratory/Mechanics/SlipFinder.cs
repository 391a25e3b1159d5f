namespace Loadstone.Laboratory.Mechanics;

/// <summary>Places at which a steady force breaks down to about zero: the tape slipped or tore, or the blade came free.</summary>
public static class SlipFinder
{
    private const double Deep = 0.1, Recovered = 0.5, Upper = 0.9;

    /// <summary>Runs of values that fall below a tenth of their upper level (what a tenth of them exceed), each with the flanks below half of it; first and last index.</summary>
    /// <param name="force">Forces in order.</param>
    public static IReadOnlyList<(int First, int Last)> Find(IReadOnlyList<double> force)
    {
        ArgumentNullException.ThrowIfNull(force);
        var runs = new List<(int, int)>();
        if (force.Count == 0) return runs;
        double level = Quantile(force, Upper);
        for (int i = 0; i < force.Count; i++)
        {
            if (!(force[i] < Deep * level)) continue;
            int first = i, last = i;
            while (first > 0 && force[first - 1] < Recovered * level) first--;
            while (last < force.Count - 1 && force[last + 1] < Recovered * level) last++;
            runs.Add((first, last));
            i = last;
        }
        return runs;
    }

    /// <summary>Value below which a share of some values lies, between neighbours by proportion.</summary>
    internal static double Quantile(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
