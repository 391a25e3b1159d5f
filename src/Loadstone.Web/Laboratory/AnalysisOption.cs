namespace Loadstone.Web.Laboratory;

/// <summary>An option of an analysis.</summary>
/// <param name="Name">Its name with dashes: <c>--mass</c>.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">What a value looks like, or null.</param>
public sealed record AnalysisOption(string Name, string Description, string? Example)
{
    /// <summary>Value where none is given, or null.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it is given or not and has no value.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>Whether it may be given more than once.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether its value names a file.</summary>
    public FileUse File { get; init; }

    /// <summary>The only values that it takes; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>Whether the value of an option names a file.</summary>
public enum FileUse
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It names a file.</summary>
    File,

    /// <summary>It names a design document.</summary>
    Design,

    /// <summary>It names a file, or a material of the catalogue.</summary>
    FileOrMaterial,
}

/// <summary>The value that a person gave to an option.</summary>
public sealed record AnalysisChoice
{
    /// <summary>Name of the option.</summary>
    public required string Option { get; init; }

    /// <summary>The value; of switches nothing.</summary>
    public required string Value { get; init; }
}
