using System.Numerics;

namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>
/// Where the cells of a grid lie in an array: x fastest, then y, then z, along which the flux goes. Behind each row and each plane stands
/// padding without conductance, before the first and behind the last plane a plate, so that kernels need no conditions at the borders and
/// rows are whole vectors.
/// </summary>
internal sealed class GridShape
{
    public GridShape(int x, int y, int z)
    {
        int lanes = Vector<float>.Count;
        (X, Y, Z) = (x, y, z);
        Row = (x + lanes) / lanes * lanes;
        long plane = (long)Row * (y + 1);
        long length = plane * (z + 2) + Row + 2 * lanes;
        if (length > Array.MaxLength) throw new ArgumentException($"A grid of {x} × {y} × {z} cells is larger than an array can be.");
        Plane = (int)plane;
        First = Plane + lanes;
        Length = (int)length;
    }

    public int X { get; }

    public int Y { get; }

    public int Z { get; }

    /// <summary>Distance of two cells along y.</summary>
    public int Row { get; }

    /// <summary>Distance of two cells along z.</summary>
    public int Plane { get; }

    /// <summary>Index of the first cell.</summary>
    public int First { get; }

    /// <summary>Elements of an array that holds the grid.</summary>
    public int Length { get; }

    /// <summary>Index of the first cell of a row; planes −1 and Z are the plates.</summary>
    public int RowAt(int y, int z) => First + y * Row + z * Plane;
}
