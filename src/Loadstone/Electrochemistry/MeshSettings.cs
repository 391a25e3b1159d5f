namespace Loadstone.Electrochemistry;

/// <summary>How finely the model is resolved. Layers share their electrode's cells by thickness, with faces on the layer boundaries.</summary>
public sealed record MeshSettings
{
    private const int Most = 2000;

    /// <summary>Cells across the negative electrode; not used in a half cell.</summary>
    public int Negative { get; init => field = Count(value, 2, nameof(Negative)); } = 20;

    /// <summary>Cells across the separator.</summary>
    public int Separator { get; init => field = Count(value, 2, nameof(Separator)); } = 10;

    /// <summary>Cells across the positive electrode.</summary>
    public int Positive { get; init => field = Count(value, 2, nameof(Positive)); } = 20;

    /// <summary>Shells of each particle.</summary>
    public int Radial { get; init => field = Count(value, 3, nameof(Radial)); } = 20;

    /// <summary>Cells of each layer in the order of the grid, to cut a cell that differs a little exactly like another; null shares them by thickness.</summary>
    internal IReadOnlyList<int>? LayerCells { get; init; }

    /// <summary>Every cell and shell cut into some, up to the most that a mesh may have.</summary>
    internal MeshSettings Finer(int factor) => this with
    {
        Negative = Math.Min(Negative * factor, Most), Separator = Math.Min(Separator * factor, Most), Positive = Math.Min(Positive * factor, Most), Radial = Math.Min(Radial * factor, Most),
        LayerCells = LayerCells is null ? null : [.. LayerCells.Select(count => count * factor)],
    };

    private static int Count(int value, int least, string name) => value >= least && value <= Most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} = {value} cells must lie in [{least}, {Most}].");
}
