namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>Fractions of one phase in sub-volumes of one size.</summary>
/// <param name="Side">Side of the cubes [m], the cube root of their volume.</param>
/// <param name="Count">How many of them lie side by side in the box.</param>
/// <param name="Mean">Mean fraction.</param>
/// <param name="Spread">Standard deviation of the fractions.</param>
public sealed record SubVolumes(double Side, int Count, double Mean, double Spread);

/// <summary>How much of a stack a phase is, and where.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Fraction">Volume fraction φ; its error is that of the box as a sample of the material.</param>
/// <param name="Profiles">Fraction of each plane along x, y, z.</param>
/// <param name="SubVolumes">Sub-volumes, the largest first.</param>
/// <param name="IntegralRange">Integral range A₃ [m³]: the variance of the fraction of a volume V is φ(1 − φ)A₃/V; NaN where the box is too small to tell.</param>
public sealed record PhaseShare(Phase Phase, Estimate Fraction, IReadOnlyList<double[]> Profiles, IReadOnlyList<SubVolumes> SubVolumes, double IntegralRange)
{
    /// <summary>
    /// Side of the cube [m] whose fraction lies within a relative error of that of the material in 95 of 100 places:
    /// V = (1.96/ε)² (1 − φ)A₃/φ (Kanit et al., Int. J. Solids Struct. 40, 3647 (2003)).
    /// </summary>
    /// <param name="error">Relative error ε.</param>
    public double RepresentativeSide(double error) => Math.Cbrt(1.96 * 1.96 / (error * error) * (1 - Fraction.Value) * IntegralRange / Fraction.Value);
}

/// <summary>Fractions of the phases over a stack.</summary>
public static class PhaseShares
{
    private const int SmallestSide = 6, FewestCubes = 16;

    private static readonly int[] Divisions = [2, 3, 4, 5, 6, 8, 12, 16];

    /// <summary>All phases of a stack, in its order.</summary>
    public static IReadOnlyList<PhaseShare> Of(VoxelStack stack) => [.. stack.Phases.Select((_, p) => Of(stack, (byte)p))];

    private static PhaseShare Of(VoxelStack stack, byte phase)
    {
        double[][] profiles = Profiles(stack, phase);
        double fraction = profiles[2].Average(), least = Math.Min(stack.Side(StackAxis.X), Math.Min(stack.Side(StackAxis.Y), stack.Side(StackAxis.Z)));
        var volumes = new List<SubVolumes>();
        double range = double.NaN, freedom = 0;
        foreach (int division in Divisions)
        {
            int x = Cells(least / division / stack.VoxelX), y = Cells(least / division / stack.VoxelY), z = Cells(least / division / stack.VoxelZ);
            if (Math.Max(x, Math.Max(y, z)) < SmallestSide) break;
            SubVolumes found = Cubes(stack, phase, x, y, z);
            volumes.Add(found);
            // The largest cubes that are enough for a variance: smaller ones are alike within.
            if (double.IsNaN(range) && found.Count >= FewestCubes && fraction is > 0 and < 1)
                (range, freedom) = (found.Spread * found.Spread * found.Side * found.Side * found.Side / (fraction * (1 - fraction)), found.Count - 1);
        }
        double volume = stack.Side(StackAxis.X) * stack.Side(StackAxis.Y) * stack.Side(StackAxis.Z);
        return new PhaseShare(stack.Phases[phase], new Estimate(fraction, Math.Sqrt(fraction * (1 - fraction) * range / volume), freedom), profiles, volumes, range);
    }

    private static int Cells(double length) => Math.Max(1, (int)Math.Round(length));

    private static double[][] Profiles(VoxelStack stack, byte phase)
    {
        double[] x = new double[stack.Width], y = new double[stack.Height], z = new double[stack.Depth];
        int[] columns = new int[stack.Width];
        for (int k = 0; k < stack.Depth; k++)
        {
            for (int j = 0; j < stack.Height; j++)
            {
                ReadOnlySpan<byte> row = stack.Row(j, k);
                int count = row.Count(phase);
                y[j] += count;
                z[k] += count;
                for (int i = 0; i < row.Length; i++) columns[i] += row[i] == phase ? 1 : 0;
            }
            for (int i = 0; i < columns.Length; i++) x[i] += columns[i];
            Array.Clear(columns);
        }
        double all = (double)stack.Width * stack.Height * stack.Depth;
        foreach (double[] profile in (double[][])[x, y, z])
        {
            for (int i = 0; i < profile.Length; i++) profile[i] /= all / profile.Length;
        }
        return [x, y, z];
    }

    private static SubVolumes Cubes(VoxelStack stack, byte phase, int x, int y, int z)
    {
        int across = stack.Width / x, down = stack.Height / y, deep = stack.Depth / z;
        long[] counts = new long[across * down * deep];
        Parallel.For(0, deep, k =>
        {
            for (int plane = k * z; plane < (k + 1) * z; plane++)
            {
                for (int line = 0; line < down * y; line++)
                {
                    ReadOnlySpan<byte> row = stack.Row(line, plane);
                    for (int i = 0; i < across; i++) counts[i + across * (line / y + down * k)] += row.Slice(i * x, x).Count(phase);
                }
            }
        });
        double voxels = (double)x * y * z, mean = counts.Average() / voxels;
        double spread = counts.Length > 1 ? Math.Sqrt(counts.Sum(c => (c / voxels - mean) * (c / voxels - mean)) / (counts.Length - 1)) : double.NaN;
        return new SubVolumes(Math.Cbrt(voxels * stack.VoxelX * stack.VoxelY * stack.VoxelZ), counts.Length, mean, spread);
    }
}
