namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>A phase of a segmented stack, recognised by its grey values.</summary>
/// <param name="Name">Its name: <c>pore</c>.</param>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value.</param>
public sealed record Phase(string Name, double Low, double High)
{
    /// <summary>Whether a value is one of this phase.</summary>
    public bool Holds(double value) => value >= Low && value <= High;

    /// <summary>The values as text: <c>pore = 0</c>, <c>solid = 120..255</c>.</summary>
    public override string ToString() => FormattableString.Invariant(Low == High ? $"{Name} = {Low:g6}" : (FormattableString)$"{Name} = {Low:g6}..{High:g6}");
}

/// <summary>A direction of a stack: x along a row, y down a page, z from page to page.</summary>
public enum StackAxis
{
    /// <summary>Along the rows.</summary>
    X,

    /// <summary>Down the pages.</summary>
    Y,

    /// <summary>From page to page.</summary>
    Z,
}

/// <summary>A segmented stack.</summary>
/// <param name="Source">The file.</param>
/// <param name="Labels">Index of each voxel's phase, x fastest, then y, then z.</param>
/// <param name="Width">Voxels along x.</param>
/// <param name="Height">Voxels along y.</param>
/// <param name="Depth">Voxels along z.</param>
/// <param name="Phases">The phases, at most 255.</param>
/// <param name="VoxelX">Size of a voxel along x [m].</param>
/// <param name="VoxelY">Size along y [m].</param>
/// <param name="VoxelZ">Size along z [m].</param>
public sealed record VoxelStack(string Source, byte[] Labels, int Width, int Height, int Depth, IReadOnlyList<Phase> Phases, double VoxelX, double VoxelY, double VoxelZ)
{
    /// <summary>Most voxels.</summary>
    public const int MostVoxels = 1 << 30;

    /// <summary>Index of each voxel's phase, x fastest, then y, then z.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than voxels.</exception>
    public byte[] Labels { get; } = Labels.Length == (long)Width * Height * Depth ? Labels : throw new ArgumentException("There must be one label for each voxel.", nameof(Labels));

    /// <summary>Size of a voxel along x [m].</summary>
    public double VoxelX { get; } = Require.Positive(VoxelX, "m");

    /// <summary>Size of a voxel along y [m].</summary>
    public double VoxelY { get; } = Require.Positive(VoxelY, "m");

    /// <summary>Size of a voxel along z [m].</summary>
    public double VoxelZ { get; } = Require.Positive(VoxelZ, "m");

    /// <summary>Voxels along an axis.</summary>
    public int Count(StackAxis axis) => axis switch { StackAxis.X => Width, StackAxis.Y => Height, _ => Depth };

    /// <summary>Size of a voxel along an axis [m].</summary>
    public double Voxel(StackAxis axis) => axis switch { StackAxis.X => VoxelX, StackAxis.Y => VoxelY, _ => VoxelZ };

    /// <summary>Side of the box along an axis [m].</summary>
    public double Side(StackAxis axis) => Count(axis) * Voxel(axis);

    /// <summary>One of the eight octants of the box; of an odd side the last voxel is left out.</summary>
    /// <param name="index">Which one, from 0; x changes first.</param>
    internal VoxelStack Octant(int index)
    {
        int width = Width / 2, height = Height / 2, depth = Depth / 2, left = index % 2 * width, top = index / 2 % 2 * height, front = index / 4 * depth;
        byte[] labels = new byte[width * height * depth];
        for (int row = 0; row < height * depth; row++) Row(top + row % height, front + row / height).Slice(left, width).CopyTo(labels.AsSpan(row * width));
        return new VoxelStack(Source, labels, width, height, depth, Phases, VoxelX, VoxelY, VoxelZ);
    }

    /// <summary>Labels of a row.</summary>
    internal ReadOnlySpan<byte> Row(int y, int z) => Labels.AsSpan(Width * (y + Height * z), Width);
}
