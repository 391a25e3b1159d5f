namespace Loadstone.Formats.Json;

/// <summary>Where a value stands that a person wrote: file, line, column and JSON path.</summary>
/// <param name="Source">The file, or what stands for one in messages ("--set"); null when the text has no name.</param>
/// <param name="Line">Line, counted from 1; null when the text is a single argument.</param>
/// <param name="Column">Column in characters, counted from 1; null when the text is a single argument.</param>
/// <param name="Path">JSON path such as <c>positive.layers[0].porosity</c>; empty for the whole document.</param>
public sealed record JsonPlace(string? Source, int? Line, int? Column, string Path)
{
    /// <summary>The error that something is wrong here.</summary>
    /// <param name="problem">What is wrong and what was expected.</param>
    public InputException Error(string problem) => new(problem, Path.Length == 0 ? null : Path, Source, Line, Column);

    /// <summary>The same position with the path of a member of the object here.</summary>
    public JsonPlace Member(string name) => this with { Path = Join(Path, name) };

    /// <summary>The path of member <paramref name="name"/> below <paramref name="path"/>; odd names stand in brackets and quotes.</summary>
    internal static string Join(string path, string name)
    {
        bool plain = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
        if (!plain) return $"{path}[\"{name}\"]";
        return path.Length == 0 ? name : $"{path}.{name}";
    }
}
