namespace Loadstone.Formats.Bpx;

/// <summary>Something that a file says and the model does not use, or that a cell has and the format cannot say.</summary>
/// <param name="Place">Where: a path in the file, or a part of the cell.</param>
/// <param name="Text">What is lost, with its numbers, and what stands in its place.</param>
public sealed record LossNote(string Place, string Text)
{
    /// <summary>The note as one line.</summary>
    public override string ToString() => $"{Place}: {Text}";
}
