using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>Conductances of faces, as many at once as the machine has lanes. Made of structs, so that a kernel is compiled for each kind.</summary>
internal interface IConductances
{
    /// <summary>Between cell i and the next one along x.</summary>
    Vector<float> X(int i);

    /// <summary>Between cell i and the next one along y.</summary>
    Vector<float> Y(int i);

    /// <summary>Between cell i and the next one along z.</summary>
    Vector<float> Z(int i);
}

/// <summary>
/// Faces between voxels: two halves in series, 2/(ρ₁ + ρ₂), which is zero beside an insulator (ρ = ∞) and the half voxel's alone beside a plate (ρ = 0).
/// </summary>
/// <param name="resistivity">Resistivity of each voxel over that of the best conductor.</param>
/// <param name="shape">Where the voxels lie.</param>
/// <param name="weights">Face area over distance along x, y, z, in any common unit.</param>
internal readonly struct VoxelFaces(float[] resistivity, GridShape shape, (float X, float Y, float Z) weights) : IConductances
{
    private readonly float[] _resistivity = resistivity;
    private readonly int _row = shape.Row, _plane = shape.Plane;
    private readonly float _x = 2 * weights.X, _y = 2 * weights.Y, _z = 2 * weights.Z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> X(int i) => Vector.Create(_x) / (At(i) + At(i + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Y(int i) => Vector.Create(_y) / (At(i) + At(i + _row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Z(int i) => Vector.Create(_z) / (At(i) + At(i + _plane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> At(int i) => Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_resistivity), (nuint)i);
}

/// <summary>Faces of a coarse grid, stored.</summary>
internal readonly struct StoredFaces(GridShape shape) : IConductances
{
    public float[] AlongX { get; } = new float[shape.Length];

    public float[] AlongY { get; } = new float[shape.Length];

    public float[] AlongZ { get; } = new float[shape.Length];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> X(int i) => Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(AlongX), (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Y(int i) => Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(AlongY), (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Z(int i) => Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(AlongZ), (nuint)i);
}
