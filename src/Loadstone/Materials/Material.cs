namespace Loadstone.Materials;

/// <summary>What every entry of the catalogue has. Immutable; all values SI.</summary>
public abstract record Material
{
    /// <summary>The name that documents use: <c>nmc811</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name that reports show.</summary>
    public required string Title { get; init; }

    /// <summary>Other names under which the catalogue finds it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What a user should know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>All values, for listing.</summary>
    public abstract IReadOnlyList<NamedValue> Values { get; }

    /// <summary>All functions, for listing and plotting.</summary>
    public virtual IReadOnlyList<NamedFunction> Functions => [];

    private protected static IReadOnlyList<NamedValue> List(params ReadOnlySpan<(string Property, SourcedValue? Value)> values)
    {
        var listed = new List<NamedValue>(values.Length);
        foreach ((string property, SourcedValue? value) in values)
        {
            if (value is not null) listed.Add(new NamedValue(property, value));
        }
        return listed;
    }
}
