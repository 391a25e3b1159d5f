namespace Loadstone.Laboratory.Mechanics;

/// <summary>Where a specimen breaks: the stress falls to below half of what it was within a few points, and stays there.</summary>
internal static class BreakFinder
{
    private const double Fall = 0.5, Loaded = 0.1, Step = 0.1;
    private const int Points = 5;

    /// <summary>Index of the last point before the break, or null where the curve ends unbroken.</summary>
    internal static int? Find(IReadOnlyList<double> stress)
    {
        double top = stress.Max();
        for (int i = 0; i < stress.Count - 1; i++)
        {
            if (stress[i] < Loaded * top || stress[i + 1] >= Fall * stress[i] || !Stays(stress, i + 1, Fall * stress[i])) continue;
            // Single points may lie on the fall itself.
            int last = i;
            while (last > 0 && stress[last - 1] - stress[last] > Step * top) last--;
            return last;
        }
        return null;
    }

    private static bool Stays(IReadOnlyList<double> stress, int from, double below)
    {
        for (int i = from; i < Math.Min(from + Points, stress.Count); i++)
        {
            if (stress[i] >= below) return false;
        }
        return true;
    }
}
