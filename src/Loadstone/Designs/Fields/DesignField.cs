using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>
/// What a field of the design document is: the one description from which reading, its error messages, paths and the
/// published JSON Schema follow.
/// </summary>
/// <param name="Name">Its name in the document.</param>
/// <param name="Description">What it means, in a sentence.</param>
internal abstract record DesignField(string Name, string Description)
{
    /// <summary>Whether it must be there.</summary>
    public bool Required { get; init; }

    /// <summary>What is taken when it is left out, in words; null when nothing is.</summary>
    public string? Default { get; init; }
}

/// <summary>A quantity with a dimension: text with its unit, or a percentage.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Kind">Kind of quantity.</param>
/// <param name="Low">Smallest SI value that is accepted.</param>
/// <param name="High">Largest SI value that is accepted.</param>
internal sealed record QuantityField(string Name, string Description, QuantityKind Kind, double Low, double High) : DesignField(Name, Description)
{
    /// <summary>What a person may write; the kind's own example unless this field has a better one.</summary>
    public string Example { get; init; } = Kind.Example;

    /// <summary>The accepted range in words: "1 % to 95 %".</summary>
    public string Range => $"{Kind.Format(Low)} to {Kind.Format(High)}";
}

/// <summary>A ratio without dimension: a JSON number.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Low">Smallest value that is accepted.</param>
/// <param name="High">Largest value that is accepted.</param>
internal sealed record NumberField(string Name, string Description, double Low, double High) : DesignField(Name, Description)
{
    /// <summary>Whether only whole numbers are accepted.</summary>
    public bool Whole { get; init; }
}

/// <summary>Free text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">What a person may write.</param>
internal sealed record TextField(string Name, string Description, string Example) : DesignField(Name, Description);

/// <summary>One of a few words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Choices">The words, the default first.</param>
internal sealed record ChoiceField(string Name, string Description, IReadOnlyList<string> Choices) : DesignField(Name, Description);

/// <summary>An object with known fields.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Shape">Its fields.</param>
internal sealed record ObjectField(string Name, string Description, ObjectShape Shape) : DesignField(Name, Description);

/// <summary>Short text for the usual case, or an object that says more.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">The text of the usual case.</param>
/// <param name="Shape">Fields of the object.</param>
internal sealed record TextOrObjectField(string Name, string Description, string Example, ObjectShape Shape) : DesignField(Name, Description);

/// <summary>A list, all of whose elements are of one sort.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Item">What an element is.</param>
internal sealed record ListField(string Name, string Description, DesignField Item) : DesignField(Name, Description)
{
    /// <summary>Fewest elements.</summary>
    public int Fewest { get; init; } = 1;

    /// <summary>Most elements, or null without limit.</summary>
    public int? Most { get; init; }
}

/// <summary>An object whose names a person chooses, all of whose values are of one sort.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Item">What a value is.</param>
internal sealed record MapField(string Name, string Description, DesignField Item) : DesignField(Name, Description);

/// <summary>Any JSON value: what a variant sets a path to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
internal sealed record AnyField(string Name, string Description) : DesignField(Name, Description);
