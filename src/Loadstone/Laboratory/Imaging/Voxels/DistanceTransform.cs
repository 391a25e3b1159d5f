namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>
/// Distance of each voxel of a phase to the nearest voxel of another, exact, between centres: one axis after the other, each as the lower
/// envelope of parabolas (Felzenszwalb and Huttenlocher, Theory Comput. 8, 415 (2012)). Beyond the box nothing is known, and nothing counts.
/// </summary>
internal static class DistanceTransform
{
    /// <summary>Squared distances in units of the smallest voxel side; 0 outside of the phase, infinite where there is no other phase.</summary>
    public static float[] Squared(VoxelStack stack, byte phase)
    {
        int width = stack.Width, height = stack.Height, depth = stack.Depth, page = width * height;
        double unit = Math.Min(stack.VoxelX, Math.Min(stack.VoxelY, stack.VoxelZ));
        float x2 = Square(stack.VoxelX / unit), y2 = Square(stack.VoxelY / unit), z2 = Square(stack.VoxelZ / unit);
        float[] distances = new float[stack.Labels.Length];
        Parallel.For(0, depth, z =>
        {
            var envelope = new Envelope(height);
            for (int y = 0; y < height; y++) Along(stack.Row(y, z), phase, x2, distances.AsSpan(page * z + width * y, width));
            for (int x = 0; x < width; x++) envelope.Transform(distances, page * z + x, width, y2);
        });
        Parallel.For(0, height, y =>
        {
            var envelope = new Envelope(depth);
            for (int x = 0; x < width; x++) envelope.Transform(distances, width * y + x, page, z2);
        });
        return distances;
    }

    private static float Square(double value) => (float)(value * value);

    private static void Along(ReadOnlySpan<byte> row, byte phase, float scale, Span<float> into)
    {
        float since = float.PositiveInfinity;
        for (int x = 0; x < row.Length; x++)
        {
            since = row[x] == phase ? since + 1 : 0;
            into[x] = since;
        }
        since = float.PositiveInfinity;
        for (int x = row.Length - 1; x >= 0; x--)
        {
            since = row[x] == phase ? since + 1 : 0;
            float near = Math.Min(since, into[x]);
            into[x] = near * near * scale;
        }
    }

    private sealed class Envelope(int count)
    {
        private readonly float[] _values = new float[count];
        private readonly int[] _vertices = new int[count];
        private readonly float[] _borders = new float[count + 1];

        public void Transform(float[] data, int start, int step, float scale)
        {
            int last = -1;
            for (int q = 0; q < count; q++)
            {
                float value = data[start + q * step];
                _values[q] = value;
                if (float.IsPositiveInfinity(value)) continue;
                float border = float.NegativeInfinity;
                while (last >= 0)
                {
                    int v = _vertices[last];
                    // Where the parabolas about v and q meet.
                    border = ((value - _values[v]) / scale + ((float)q * q - (float)v * v)) / (2 * (q - v));
                    if (border > _borders[last]) break;
                    last--;
                    border = float.NegativeInfinity;
                }
                last++;
                (_vertices[last], _borders[last]) = (q, border);
            }
            if (last < 0) return;
            for (int q = 0, k = 0; q < count; q++)
            {
                while (k < last && _borders[k + 1] < q) k++;
                int v = _vertices[k];
                data[start + q * step] = scale * (q - v) * (q - v) + _values[v];
            }
        }
    }
}
