namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>
/// Grids below the voxels, each of blocks of 2 × 2 × 2 cells of the one above, and the V-cycle over them. The conductance between blocks is
/// half of the sum of their faces': the sum itself (Galerkin's, for constants on blocks) is twice too stiff, as the distance doubles
/// (Braess, Computing 55, 379 (1995)).
/// </summary>
internal sealed class CoarseGrids
{
    /// <summary>Damping of Jacobi's sweeps.</summary>
    public const float Damping = 0.8f;

    private const int SmallestSide = 4, Sweeps = 2, LastSweeps = 12;
    private const float Stiffness = 0.5f;

    private readonly Stencil<StoredFaces> _stencil;
    private readonly CoarseGrids? _coarser;
    private float[] _u, _v;

    private CoarseGrids(Stencil<StoredFaces> stencil)
    {
        _stencil = stencil;
        (Right, _u, _v) = (new float[Shape.Length], new float[Shape.Length], new float[Shape.Length]);
        if (Math.Max(Shape.X, Math.Max(Shape.Y, Shape.Z)) > SmallestSide) _coarser = Below(stencil);
    }

    public GridShape Shape => _stencil.Shape;

    /// <summary>Right-hand side.</summary>
    public float[] Right { get; }

    /// <summary>The grids below a grid.</summary>
    public static CoarseGrids Below<T>(Stencil<T> fine)
        where T : struct, IConductances
    {
        GridShape above = fine.Shape, shape = new((above.X + 1) / 2, (above.Y + 1) / 2, (above.Z + 1) / 2);
        var faces = new StoredFaces(shape);
        Planes.ForEach(shape.Z, 8 * shape.Plane, (from, to) =>
        {
            float[] row = new float[above.Row];
            // The first part takes the faces to the front plate, plane −1, with it.
            for (int z = from == 0 ? -1 : from; z < to; z++)
            {
                // A block at the end may be one cell thick; its last plane is the grid's.
                int last = Math.Min(2 * z + 1, above.Z - 1);
                for (int y = 0; y < shape.Y; y++)
                {
                    int right = Math.Min(2 * y + 1, above.Y - 1), start = shape.RowAt(y, z);
                    Span<float> x = faces.AlongX.AsSpan(start, shape.X), across = faces.AlongY.AsSpan(start, shape.X), along = faces.AlongZ.AsSpan(start, shape.X);
                    for (int fineY = 2 * y; fineY <= right; fineY++) fine.AddFaces(2, fineY, last, row);
                    TakePairs(row, along);
                    if (z < 0) continue;
                    for (int fineZ = 2 * z; fineZ <= last; fineZ++) fine.AddFaces(1, right, fineZ, row);
                    TakePairs(row, across);
                    for (int fineZ = 2 * z; fineZ <= last; fineZ++)
                    {
                        for (int fineY = 2 * y; fineY <= right; fineY++) fine.AddFaces(0, fineY, fineZ, row);
                    }
                    for (int i = 0; i < shape.X; i++) x[i] = Stiffness * row[2 * i + 1];
                    Array.Clear(row);
                }
            }
        });
        return new CoarseGrids(new Stencil<StoredFaces>(shape, faces));
    }

    /// <summary>An approximate solution for <see cref="Right"/>: a symmetric operation, as the conjugate gradients above need it.</summary>
    public float[] Solve()
    {
        _stencil.Start(Right, _u, Damping);
        if (_coarser is null)
        {
            Smooth(LastSweeps);
            return _u;
        }
        Smooth(Sweeps - 1);
        _stencil.Restrict(Right, _u, _coarser.Shape, _coarser.Right);
        _stencil.Prolong(_coarser.Shape, _coarser.Solve(), _u);
        Smooth(Sweeps);
        return _u;
    }

    private void Smooth(int sweeps)
    {
        for (int k = 0; k < sweeps; k++)
        {
            _stencil.Sweep(Right, _u, _v, Damping);
            (_u, _v) = (_v, _u);
        }
    }

    private static void TakePairs(float[] row, Span<float> into)
    {
        for (int i = 0; i < into.Length; i++) into[i] = Stiffness * (row[2 * i] + row[2 * i + 1]);
        Array.Clear(row);
    }
}
