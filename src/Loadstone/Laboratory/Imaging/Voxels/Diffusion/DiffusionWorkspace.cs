namespace Loadstone.Laboratory.Imaging.Voxels.Diffusion;

/// <summary>The large arrays of a solution, kept for the next one: of a stack of 256³ voxels each is 70 MB.</summary>
internal sealed class DiffusionWorkspace
{
    private readonly float[][] _arrays = [[], [], [], [], [], []];

    /// <summary>One of six arrays, all zero.</summary>
    public float[] Take(int index, int length)
    {
        if (_arrays[index].Length == length) Array.Clear(_arrays[index]);
        else _arrays[index] = new float[length];
        return _arrays[index];
    }
}
