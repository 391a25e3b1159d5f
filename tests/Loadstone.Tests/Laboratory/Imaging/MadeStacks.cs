using Loadstone.Laboratory.Imaging.Voxels;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>Stacks of known structure.</summary>
internal static class MadeStacks
{
    /// <summary>A stack of the phases 0, 1, … that a function of x, y, z tells.</summary>
    public static VoxelStack Of(int width, int height, int depth, Func<int, int, int, int> phase, (double X, double Y, double Z)? voxel = null)
    {
        byte[] labels = new byte[width * height * depth];
        for (int i = 0; i < labels.Length; i++) labels[i] = (byte)phase(i % width, i / width % height, i / width / height);
        (double x, double y, double z) = voxel ?? (1e-6, 1e-6, 1e-6);
        Phase[] phases = [.. Enumerable.Range(0, Math.Max(2, labels.Max() + 1)).Select(p => new Phase($"p{p}", p, p))];
        return new VoxelStack("stack", labels, width, height, depth, phases, x, y, z);
    }

    /// <summary>
    /// A box in a medium of overlapping spheres whose middles are strewn at random (a Boolean model): phase 0 lies outside of all of them, with
    /// the probability exp(−n V).
    /// </summary>
    public static VoxelStack Strewn(int side, double radius, double pore, int seed)
    {
        var random = new Random(seed);
        byte[] labels = new byte[side * side * side];
        double room = side + 2 * radius + 2, mean = -Math.Log(pore) / (4 * Math.PI / 3 * Math.Pow(radius, 3)) * room * room * room;
        for (int n = Poisson(mean, random); n > 0; n--)
            Fill(labels, side, random.NextDouble() * room - radius - 1, random.NextDouble() * room - radius - 1, random.NextDouble() * room - radius - 1, radius);
        return new VoxelStack("strewn", labels, side, side, side, [new Phase("pore", 0, 0), new Phase("solid", 1, 1)], 1e-6, 1e-6, 1e-6);
    }

    /// <summary>Spheres of one size, strewn over a periodic box until a share of it is left.</summary>
    public static byte[] Packing(int side, double radius, double pore, int seed)
    {
        var random = new Random(seed);
        byte[] labels = new byte[side * side * side];
        long filled = 0;
        while (filled < (1 - pore) * labels.Length)
        {
            double x = random.NextDouble() * side, y = random.NextDouble() * side, z = random.NextDouble() * side;
            for (int k = -1; k <= 1; k++)
            {
                for (int j = -1; j <= 1; j++)
                {
                    for (int i = -1; i <= 1; i++) filled += Fill(labels, side, x + i * side, y + j * side, z + k * side, radius);
                }
            }
        }
        return labels;
    }

    private static int Fill(byte[] labels, int side, double x, double y, double z, double radius)
    {
        int count = 0;
        for (int k = Math.Max(0, (int)Math.Ceiling(z - radius)); k <= Math.Min(side - 1, z + radius); k++)
        {
            for (int j = Math.Max(0, (int)Math.Ceiling(y - radius)); j <= Math.Min(side - 1, y + radius); j++)
            {
                double rest = radius * radius - (k - z) * (k - z) - (j - y) * (j - y);
                if (rest < 0) continue;
                double reach = Math.Sqrt(rest);
                for (int i = Math.Max(0, (int)Math.Ceiling(x - reach)); i <= Math.Min(side - 1, x + reach); i++)
                {
                    ref byte label = ref labels[i + side * (j + side * k)];
                    count += 1 - label;
                    label = 1;
                }
            }
        }
        return count;
    }

    // Normal approximation: the means here are in the hundreds.
    private static int Poisson(double mean, Random random) =>
        (int)Math.Round(mean + Math.Sqrt(mean) * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
