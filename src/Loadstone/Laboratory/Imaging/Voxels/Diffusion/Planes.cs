namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>Splits the planes of a grid over the cores, always in the same parts: sums do not depend on how many cores there are.</summary>
internal static class Planes
{
    private const int MostParts = 16, FewestCells = 1 << 15;

    /// <summary>Works on ranges of planes [from, to).</summary>
    public static void ForEach(int planes, int cellsPerPlane, Action<int, int> work)
    {
        int parts = Parts(planes, cellsPerPlane);
        if (parts == 1) work(0, planes);
        else Parallel.For(0, parts, part => work((int)((long)planes * part / parts), (int)((long)planes * (part + 1) / parts)));
    }

    /// <summary>The sum of what ranges of planes [from, to) give.</summary>
    public static double Sum(int planes, int cellsPerPlane, Func<int, int, double> work)
    {
        int parts = Parts(planes, cellsPerPlane);
        if (parts == 1) return work(0, planes);
        double[] sums = new double[parts];
        Parallel.For(0, parts, part => sums[part] = work((int)((long)planes * part / parts), (int)((long)planes * (part + 1) / parts)));
        return sums.Sum();
    }

    private static int Parts(int planes, int cellsPerPlane) => (int)Math.Clamp((long)planes * cellsPerPlane / FewestCells, 1, Math.Min(planes, MostParts));
}
