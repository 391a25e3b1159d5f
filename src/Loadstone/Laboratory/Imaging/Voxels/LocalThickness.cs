using System.Numerics;
using System.Runtime.InteropServices;

namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>Sizes of what a phase consists of, weighted by volume.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Diameters">Diameters, rising [m].</param>
/// <param name="Below">Share of the phase's volume whose diameter is at most that.</param>
/// <param name="Mean">Mean diameter by volume [m].</param>
public sealed record SizeDistribution(Phase Phase, double[] Diameters, double[] Below, double Mean)
{
    /// <summary>The diameter that a share of the volume stays below [m], between the steps of the distribution.</summary>
    /// <param name="share">Share, 0.5 for D50.</param>
    public double Quantile(double share)
    {
        int i = Array.FindIndex(Below, b => b >= share);
        if (i <= 0) return Diameters[Math.Max(i, 0)];
        return Diameters[i - 1] + (share - Below[i - 1]) / (Below[i] - Below[i - 1]) * (Diameters[i] - Diameters[i - 1]);
    }
}

/// <summary>
/// Local thickness: the diameter of the largest sphere that lies within the phase and holds the voxel (Hildebrand and Rüegsegger, J. Microsc. 185, 67 (1997)).
/// Of separate or touching spheres it is their diameter; what has grown together counts as wide as the neck lets a sphere pass.
/// </summary>
public static class LocalThickness
{
    private const double Bin = 0.5; // of the smallest voxel side

    /// <summary>The distribution over a phase.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="phase">Index of the phase.</param>
    /// <exception cref="InputException">The phase fills the whole stack or is not there.</exception>
    public static SizeDistribution Of(VoxelStack stack, int phase)
    {
        float[] squared = DistanceTransform.Squared(stack, (byte)phase);
        float largest = squared.Max();
        if (!(largest > 0 && float.IsFinite(largest)))
            throw new InputException($"the phase {stack.Phases[phase].Name} {(largest > 0 ? "fills the whole stack" : "is not in the stack")}; it has no size.", file: stack.Source);
        double unit = Math.Min(stack.VoxelX, Math.Min(stack.VoxelY, stack.VoxelZ));
        float[] radii = Painted(stack, squared, unit);
        long[] counts = new long[(int)Math.Round(2 * Math.Sqrt(largest) / Bin) + 1];
        double sum = 0;
        long total = 0;
        for (int i = 0; i < radii.Length; i++)
        {
            if (squared[i] == 0) continue;
            // Between centres of voxels: of plates up to a voxel too much, of spheres one to one and a half too little.
            double diameter = 2 * radii[i];
            counts[(int)Math.Round(diameter / Bin)]++;
            sum += diameter;
            total++;
        }
        double[] diameters = new double[counts.Length], below = new double[counts.Length];
        long passed = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            passed += counts[i];
            (diameters[i], below[i]) = (i * Bin * unit, passed / (double)total);
        }
        return new SizeDistribution(stack.Phases[phase], diameters, below, sum / total * unit);
    }

    // Each voxel's largest radius: spheres are painted about the voxels whose sphere no neighbour's holds.
    private static float[] Painted(VoxelStack stack, float[] squared, double unit)
    {
        int width = stack.Width, height = stack.Height, depth = stack.Depth;
        (float dx, float dy, float dz) = ((float)(stack.VoxelX / unit), (float)(stack.VoxelY / unit), (float)(stack.VoxelZ / unit));
        var planes = new List<int>[depth];
        Parallel.For(0, depth, z => planes[z] = Ridge(stack, squared, z, dx, dy, dz));
        int[] centres = [.. planes.SelectMany(plane => plane)];
        float[] radii = new float[squared.Length];
        int parts = Math.Min(depth, 16);
        Parallel.For(0, parts, part =>
        {
            int from = depth * part / parts, to = depth * (part + 1) / parts;
            foreach (int centre in centres)
            {
                int cz = centre / (width * height);
                float radius = MathF.Sqrt(squared[centre]);
                if ((from - cz) * dz >= radius || (cz - to + 1) * dz >= radius) continue;
                int cx = centre % width, cy = centre / width % height;
                // Not the root's square, which may be the larger and reach a voxel of another phase.
                float limit = squared[centre];
                for (int z = Math.Max(from, cz - (int)(radius / dz)); z < Math.Min(to, cz + (int)(radius / dz) + 1); z++)
                {
                    float left = limit - (z - cz) * dz * ((z - cz) * dz);
                    if (left <= 0) continue;
                    int reachY = (int)(MathF.Sqrt(left) / dy);
                    for (int y = Math.Max(0, cy - reachY); y <= Math.Min(height - 1, cy + reachY); y++)
                    {
                        float rest = left - (y - cy) * dy * ((y - cy) * dy);
                        if (rest <= 0) continue;
                        // Strictly within: the voxel at the radius itself is of another phase.
                        int reach = (int)MathF.Ceiling(MathF.Sqrt(rest) / dx) - 1, x = Math.Max(0, cx - reach);
                        Raise(radii.AsSpan(width * (y + height * z) + x, Math.Min(width - 1, cx + reach) - x + 1), radius);
                    }
                }
            }
        });
        return radii;
    }

    private static void Raise(Span<float> row, float radius)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
        Vector<float> all = Vector.Create(radius);
        foreach (ref Vector<float> v in vectors) v = Vector.Max(v, all);
        foreach (ref float v in row[(vectors.Length * Vector<float>.Count)..]) v = Math.Max(v, radius);
    }

    private static List<int> Ridge(VoxelStack stack, float[] squared, int z, float dx, float dy, float dz)
    {
        int width = stack.Width, height = stack.Height;
        var found = new List<int>();
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float here = squared[x + width * (y + height * z)];
                if (here == 0) continue;
                float radius = MathF.Sqrt(here);
                if (!IsHeld(x, y, z, radius)) found.Add(x + width * (y + height * z));
            }
        }
        return found;

        bool IsHeld(int x, int y, int z, float radius)
        {
            for (int k = Math.Max(0, z - 1); k <= Math.Min(stack.Depth - 1, z + 1); k++)
            {
                for (int j = Math.Max(0, y - 1); j <= Math.Min(height - 1, y + 1); j++)
                {
                    for (int i = Math.Max(0, x - 1); i <= Math.Min(width - 1, x + 1); i++)
                    {
                        if (i == x && j == y && k == z) continue;
                        float ax = (i - x) * dx, ay = (j - y) * dy, az = (k - z) * dz;
                        float needed = radius + MathF.Sqrt(ax * ax + ay * ay + az * az);
                        if (squared[i + width * (j + height * k)] >= needed * needed * (1 - 1e-6f)) return true;
                    }
                }
            }
            return false;
        }
    }
}
