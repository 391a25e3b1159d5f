using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>The nodes at the ends of a face: the flux through it is ψ at the one less ψ at the other.</summary>
/// <param name="Plus">Node whose ψ counts for: the upper one of an upright face (flux to the right), the left one of a level face (flux upwards).</param>
/// <param name="Minus">The other node.</param>
/// <param name="Opening">Open part of the face, in cells.</param>
internal readonly record struct FaceEnds(int Plus, int Minus, double Opening)
{
    /// <summary>The ends of a face, upright ones counted first.</summary>
    public static FaceEnds Of(CutCellGrid grid, int face)
    {
        int upright = grid.UprightLow.Length;
        if (face < upright) return new(face + grid.Columns + 1, face, grid.UprightHigh[face] - grid.UprightLow[face]);
        int level = face - upright, node = level / grid.Columns * (grid.Columns + 1) + level % grid.Columns;
        return new(node, node + 1, grid.LevelHigh[level] - grid.LevelLow[level]);
    }
}
