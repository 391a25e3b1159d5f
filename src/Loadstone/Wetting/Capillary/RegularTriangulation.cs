namespace Loadstone.Wetting.Capillary;

/// <summary>A triangle of a triangulation, its corners counter-clockwise, and the triangles across its sides.</summary>
internal sealed class TriangulationFace(int a, int b, int c)
{
    /// <summary>Corners: indices of discs; negative ones belong to the frame.</summary>
    public int[] Corners { get; } = [a, b, c];

    /// <summary>Neighbour across the side from corner i to corner i + 1, or null.</summary>
    public TriangulationFace?[] Neighbours { get; } = new TriangulationFace?[3];

    public bool IsGone { get; set; }
}

/// <summary>
/// The dual of the power (Laguerre) cells of discs: two are joined where their cells meet, and each disc lies in its own cell as long as none
/// overlap (F. Aurenhammer, SIAM J. Comput. 16, 78 (1987)). Built point by point (A. Bowyer and D. F. Watson, Comput. J. 24 (1981)) with the
/// power of a point in place of its distance.
/// </summary>
internal static class RegularTriangulation
{
    /// <summary>The triangles whose corners are all discs.</summary>
    /// <param name="discs">The discs.</param>
    public static List<TriangulationFace> Of(IReadOnlyList<Disc> discs)
    {
        double low = discs.Min(d => Math.Min(d.X, d.Y)), high = discs.Max(d => Math.Max(d.X, d.Y)), size = high - low, middle = (low + high) / 2;
        Disc[] frame = [new(middle - 40 * size, middle - 20 * size, 0), new(middle + 40 * size, middle - 20 * size, 0), new(middle, middle + 40 * size, 0)];
        var faces = new List<TriangulationFace> { new(-1, -2, -3) };
        Disc At(int index) => index < 0 ? frame[-1 - index] : discs[index];
        for (int p = 0; p < discs.Count; p++) Insert(faces, p, At);
        return [.. faces.Where(face => !face.IsGone && face.Corners.All(corner => corner >= 0))];
    }

    // Takes out the triangles whose orthogonal circle the disc conflicts with, and joins it to the sides of the hole.
    private static void Insert(List<TriangulationFace> faces, int p, Func<int, Disc> at)
    {
        Disc disc = at(p);
        TriangulationFace? first = faces.FindLast(face => !face.IsGone && Conflicts(face, disc, at));
        if (first is null) return;
        var hole = new HashSet<TriangulationFace> { first };
        var open = new Stack<TriangulationFace>(hole);
        var rim = new List<(int From, int To, TriangulationFace? Outside)>();
        while (open.TryPop(out TriangulationFace? face))
        {
            for (int side = 0; side < 3; side++)
            {
                TriangulationFace? next = face.Neighbours[side];
                if (next is not null && hole.Contains(next)) continue;
                if (next is not null && Conflicts(next, disc, at))
                {
                    hole.Add(next);
                    open.Push(next);
                }
            }
        }
        foreach (TriangulationFace face in hole)
        {
            face.IsGone = true;
            for (int side = 0; side < 3; side++)
            {
                TriangulationFace? next = face.Neighbours[side];
                if (next is null || !hole.Contains(next)) rim.Add((face.Corners[side], face.Corners[(side + 1) % 3], next));
            }
        }
        var starts = new Dictionary<int, TriangulationFace>();
        foreach ((int from, int to, TriangulationFace? outside) in rim)
        {
            var face = new TriangulationFace(from, to, p);
            face.Neighbours[0] = outside;
            if (outside is not null)
            {
                int back = Array.FindIndex(outside.Corners, corner => corner == to);
                outside.Neighbours[back] = face;
            }
            starts[from] = face;
            faces.Add(face);
        }
        foreach (TriangulationFace face in starts.Values)
        {
            // The side from its second corner to the new point faces the triangle that starts there.
            TriangulationFace next = starts[face.Corners[1]];
            face.Neighbours[1] = next;
            next.Neighbours[2] = face;
        }
        if (faces.Count > 64 && faces.Count(face => face.IsGone) > faces.Count / 2) faces.RemoveAll(face => face.IsGone);
    }

    // Sign of the determinant that lifts each centre to x² + y² − r².
    private static bool Conflicts(TriangulationFace face, Disc p, Func<int, Disc> at)
    {
        Span<double> rows = stackalloc double[9];
        for (int k = 0; k < 3; k++)
        {
            Disc corner = at(face.Corners[k]);
            double dx = corner.X - p.X, dy = corner.Y - p.Y;
            (rows[3 * k], rows[3 * k + 1], rows[3 * k + 2]) = (dx, dy, dx * dx + dy * dy - corner.Radius * corner.Radius + p.Radius * p.Radius);
        }
        return rows[0] * (rows[4] * rows[8] - rows[5] * rows[7]) - rows[1] * (rows[3] * rows[8] - rows[5] * rows[6]) + rows[2] * (rows[3] * rows[7] - rows[4] * rows[6]) > 0;
    }
}
