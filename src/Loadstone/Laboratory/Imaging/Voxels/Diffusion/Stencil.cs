using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>
/// The balance of a cell with its six neighbours, (A u)ᵢ = Σ g (uᵢ − uⱼ), in the forms that the solver needs. Vectors are laid out as
/// <see cref="GridShape"/> says, which keeps every access within the arrays; their padding and plates stay zero.
/// </summary>
/// <typeparam name="T">Kind of the conductances.</typeparam>
/// <param name="shape">The grid.</param>
/// <param name="faces">Conductances of its faces.</param>
internal sealed class Stencil<T>(GridShape shape, T faces)
    where T : struct, IConductances
{
    // Keeps what has no conductance, and so no residual, from 0/0.
    private const float Tiny = 1e-30f;

    private readonly T _faces = faces;
    private readonly int _lanes = Vector<float>.Count;

    public GridShape Shape { get; } = shape;

    /// <summary>q = A p; returns p·q.</summary>
    public double Multiply(float[] p, float[] q) => Planes.Sum(Shape.Z, Shape.Plane, (from, to) =>
    {
        double sum = 0;
        for (int z = from; z < to; z++)
        {
            for (int y = 0; y < Shape.Y; y++)
            {
                int start = Shape.RowAt(y, z);
                Vector<float> dot = default;
                for (int i = start; i < start + Shape.Row; i += _lanes)
                {
                    Vector<float> balance = Balance(p, i, out _);
                    balance.StoreUnsafe(ref At(q, i));
                    dot += balance * Load(p, i);
                }
                sum += Vector.Sum(dot);
            }
        }
        return sum;
    });

    /// <summary>u = ω r/D: one sweep of damped Jacobi from zero.</summary>
    public void Start(float[] r, float[] u, float damping) => Planes.ForEach(Shape.Z, Shape.Plane, (from, to) =>
    {
        Vector<float> omega = Vector.Create(damping), tiny = Vector.Create(Tiny);
        for (int z = from; z < to; z++)
        {
            for (int y = 0; y < Shape.Y; y++)
            {
                int start = Shape.RowAt(y, z);
                for (int i = start; i < start + Shape.Row; i += _lanes)
                {
                    Vector<float> diagonal = _faces.X(i) + _faces.X(i - 1) + _faces.Y(i) + _faces.Y(i - Shape.Row) + _faces.Z(i) + _faces.Z(i - Shape.Plane);
                    (omega * Load(r, i) / Vector.Max(diagonal, tiny)).StoreUnsafe(ref At(u, i));
                }
            }
        }
    });

    /// <summary>v = u + ω (r − A u)/D: one sweep of damped Jacobi; returns r·v.</summary>
    public double Sweep(float[] r, float[] u, float[] v, float damping) => Planes.Sum(Shape.Z, Shape.Plane, (from, to) =>
    {
        Vector<float> omega = Vector.Create(damping), tiny = Vector.Create(Tiny);
        double sum = 0;
        for (int z = from; z < to; z++)
        {
            for (int y = 0; y < Shape.Y; y++)
            {
                int start = Shape.RowAt(y, z);
                Vector<float> dot = default;
                for (int i = start; i < start + Shape.Row; i += _lanes)
                {
                    Vector<float> balance = Balance(u, i, out Vector<float> diagonal), right = Load(r, i);
                    Vector<float> next = Load(u, i) + omega * (right - balance) / Vector.Max(diagonal, tiny);
                    next.StoreUnsafe(ref At(v, i));
                    dot += next * right;
                }
                sum += Vector.Sum(dot);
            }
        }
        return sum;
    });

    /// <summary>R = Pᵀ(r − A u): the residual summed over the blocks of 2 × 2 × 2 cells that are the cells of the coarse grid.</summary>
    public void Restrict(float[] r, float[] u, GridShape coarse, float[] result) => Planes.ForEach(coarse.Z, 8 * coarse.Plane, (from, to) =>
    {
        float[] row = new float[Shape.Row];
        for (int z = from; z < to; z++)
        {
            for (int y = 0; y < coarse.Y; y++)
            {
                Array.Clear(row);
                for (int dz = 2 * z; dz < Math.Min(2 * z + 2, Shape.Z); dz++)
                {
                    for (int dy = 2 * y; dy < Math.Min(2 * y + 2, Shape.Y); dy++)
                    {
                        int start = Shape.RowAt(dy, dz);
                        for (int i = 0; i < Shape.Row; i += _lanes)
                            (Load(row, i) + Load(r, start + i) - Balance(u, start + i, out _)).StoreUnsafe(ref At(row, i));
                    }
                }
                // Behind the last cell stands padding, where the residual is zero.
                Span<float> into = result.AsSpan(coarse.RowAt(y, z), coarse.X);
                for (int x = 0; x < into.Length; x++) into[x] = row[2 * x] + row[2 * x + 1];
            }
        }
    });

    /// <summary>u += P e: each coarse value on its block.</summary>
    public void Prolong(GridShape coarse, float[] e, float[] u) => Planes.ForEach(coarse.Z, 8 * coarse.Plane, (from, to) =>
    {
        float[] row = new float[Shape.Row];
        for (int z = from; z < to; z++)
        {
            for (int y = 0; y < coarse.Y; y++)
            {
                ReadOnlySpan<float> source = e.AsSpan(coarse.RowAt(y, z), coarse.X);
                for (int x = 0; x < Shape.X; x++) row[x] = source[x / 2];
                for (int dz = 2 * z; dz < Math.Min(2 * z + 2, Shape.Z); dz++)
                {
                    for (int dy = 2 * y; dy < Math.Min(2 * y + 2, Shape.Y); dy++)
                    {
                        int start = Shape.RowAt(dy, dz);
                        for (int i = 0; i < Shape.Row; i += _lanes) (Load(u, start + i) + Load(row, i)).StoreUnsafe(ref At(u, start + i));
                    }
                }
            }
        }
    });

    /// <summary>Adds the conductances of a row's faces along an axis, 0 for x to 2 for z, to those in a buffer.</summary>
    public void AddFaces(int axis, int y, int z, float[] row)
    {
        int start = Shape.RowAt(y, z);
        for (int i = 0; i < Shape.Row; i += _lanes)
        {
            Vector<float> g = axis switch { 0 => _faces.X(start + i), 1 => _faces.Y(start + i), _ => _faces.Z(start + i) };
            (Load(row, i) + g).StoreUnsafe(ref At(row, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> Balance(float[] u, int i, out Vector<float> diagonal)
    {
        Vector<float> here = Load(u, i);
        Vector<float> g = _faces.X(i), sum = g * (here - Load(u, i + 1));
        diagonal = g;
        g = _faces.X(i - 1);
        sum += g * (here - Load(u, i - 1));
        diagonal += g;
        g = _faces.Y(i);
        sum += g * (here - Load(u, i + Shape.Row));
        diagonal += g;
        g = _faces.Y(i - Shape.Row);
        sum += g * (here - Load(u, i - Shape.Row));
        diagonal += g;
        g = _faces.Z(i);
        sum += g * (here - Load(u, i + Shape.Plane));
        diagonal += g;
        g = _faces.Z(i - Shape.Plane);
        sum += g * (here - Load(u, i - Shape.Plane));
        diagonal += g;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(float[] values, int i) => Vector.LoadUnsafe(ref At(values, i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float At(float[] values, int i) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), i);
}
