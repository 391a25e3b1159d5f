using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry;

/// <summary>One cell of a batch and what is done with it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Protocol">The protocol.</param>
public sealed record BatchItem(Cell Cell, Protocol Protocol)
{
    /// <summary>State of charge at the start, at rest.</summary>
    public double StateOfCharge { get; init; } = 1;

    /// <summary>Resolution, or null for that of the batch.</summary>
    public MeshSettings? Mesh { get; init; }
}

/// <summary>What came of one item of a batch: a result, or why there is none.</summary>
/// <param name="Index">Place of the item in the batch, from 0.</param>
/// <param name="Item">The item.</param>
/// <param name="Result">The simulation, or null.</param>
/// <param name="Failure">Why there is no result, in words; null when there is one.</param>
public sealed record BatchResult(int Index, BatchItem Item, SimulationResult? Result, string? Failure);

/// <summary>How a batch is run.</summary>
public sealed record BatchOptions
{
    /// <summary>Items that run at the same time; by default one for each processor.</summary>
    public int MaxParallelism { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "One item at least runs at a time."); } = Environment.ProcessorCount;

    /// <summary>Resolution of items that do not say their own.</summary>
    public MeshSettings Mesh { get; init; } = new();

    /// <summary>Error control of the time stepping.</summary>
    public Tolerances Tolerances { get; init; } = Tolerances.Default;
}
