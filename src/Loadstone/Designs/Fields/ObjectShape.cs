namespace Loadstone.Designs.Fields;

/// <summary>The fields that an object of the document may have.</summary>
internal sealed class ObjectShape
{
    private readonly Lazy<IReadOnlyList<DesignField>> _fields;

    /// <summary>A shape.</summary>
    /// <param name="name">What such an object is called: "layer".</param>
    /// <param name="description">What it is, in a sentence.</param>
    /// <param name="fields">Its fields in the order in which people write them.</param>
    public ObjectShape(string name, string description, params IReadOnlyList<DesignField> fields)
    {
        Name = name;
        Description = description;
        _fields = new(fields);
    }

    /// <summary>A shape whose objects may stand in each other: its fields are asked for when they are needed first.</summary>
    /// <param name="name">What such an object is called.</param>
    /// <param name="description">What it is, in a sentence.</param>
    /// <param name="fields">Gives its fields.</param>
    public ObjectShape(string name, string description, Func<IReadOnlyList<DesignField>> fields)
    {
        Name = name;
        Description = description;
        _fields = new(fields);
    }

    /// <summary>What such an object is called: "layer".</summary>
    public string Name { get; }

    /// <summary>What it is, in a sentence.</summary>
    public string Description { get; }

    /// <summary>Its fields in the order in which people write them.</summary>
    public IReadOnlyList<DesignField> Fields => _fields.Value;

    /// <summary>The field of that name, or null.</summary>
    public DesignField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>A sentence about a name that is no field: the nearest known one, or all of them.</summary>
    internal string Unknown(string name)
    {
        IEnumerable<string> known = Fields.Select(field => field.Name);
        string hint = NearestName.Find(name, known) is { } nearest
            ? $"did you mean \"{nearest}\"?"
            : $"its fields are {string.Join(", ", known)}.";
        return $"\"{name}\" is no field of {Wording.Article(Name)}; {hint}";
    }
}
