using Loadstone.Laboratory.Imaging.Voxels;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>Steady diffusion on voxels as on one page: conjugate gradients without preconditioner, in double precision.</summary>
internal static class PlainDiffusion
{
    public static double AlongZ(VoxelStack stack, double[] conductivities)
    {
        int w = stack.Width, h = stack.Height, d = stack.Depth, n = w * h * d;
        (double gx, double gy, double gz) = (stack.VoxelY * stack.VoxelZ / stack.VoxelX, stack.VoxelX * stack.VoxelZ / stack.VoxelY, stack.VoxelX * stack.VoxelY / stack.VoxelZ);
        double K(int i) => conductivities[stack.Labels[i]];
        double Face(double g, int i, int j) => K(i) > 0 && K(j) > 0 ? g * 2 * K(i) * K(j) / (K(i) + K(j)) : 0;
        double[] Multiply(double[] u)
        {
            double[] q = new double[n];
            for (int i = 0; i < n; i++)
            {
                int x = i % w, y = i / w % h, z = i / w / h;
                void Add(bool exists, int j, double g)
                {
                    if (exists) q[i] += Face(g, i, j) * (u[i] - u[j]);
                }
                Add(x > 0, i - 1, gx);
                Add(x < w - 1, i + 1, gx);
                Add(y > 0, i - w, gy);
                Add(y < h - 1, i + w, gy);
                Add(z > 0, i - w * h, gz);
                Add(z < d - 1, i + w * h, gz);
                if (z == 0) q[i] += 2 * gz * K(i) * u[i];
                if (z == d - 1) q[i] += 2 * gz * K(i) * u[i];
            }
            return q;
        }

        double[] r = new double[n], u = new double[n];
        for (int i = 0; i < w * h; i++) r[i] = 2 * gz * K(i);
        double[] p = [.. r];
        double product = r.Sum(v => v * v), first = product;
        for (int step = 0; step < 5000 && product > 1e-24 * first; step++)
        {
            double[] q = Multiply(p);
            double alpha = product / p.Zip(q, (a, b) => a * b).Sum();
            for (int i = 0; i < n; i++) (u[i], r[i]) = (u[i] + alpha * p[i], r[i] - alpha * q[i]);
            double next = r.Sum(v => v * v);
            for (int i = 0; i < n; i++) p[i] = r[i] + next / product * p[i];
            product = next;
        }
        double outflow = 0;
        for (int i = n - w * h; i < n; i++) outflow += 2 * gz * K(i) * u[i];
        return outflow / gz * d / (w * h) / conductivities.Max();
    }
}
