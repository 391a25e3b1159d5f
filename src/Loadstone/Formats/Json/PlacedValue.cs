namespace Loadstone.Formats.Json;

/// <summary>A JSON value that knows where it was written. Immutable; an edited document shares the parts that did not change.</summary>
/// <param name="Place">Where it was written.</param>
internal abstract record PlacedValue(JsonPlace Place)
{
    /// <summary>What it is, for messages: "a number", "text".</summary>
    public abstract string Sort { get; }

    /// <summary>The error that something is wrong with this value.</summary>
    public InputException Error(string problem) => Place.Error(problem);
}

/// <summary>A JSON string.</summary>
internal sealed record PlacedText(JsonPlace Place, string Value) : PlacedValue(Place)
{
    /// <inheritdoc/>
    public override string Sort => $"the text \"{Value}\"";
}

/// <summary>A JSON number, with the characters it was written in.</summary>
internal sealed record PlacedNumber(JsonPlace Place, double Value, string Written) : PlacedValue(Place)
{
    /// <inheritdoc/>
    public override string Sort => $"the number {Written}";
}

/// <summary>JSON true or false.</summary>
internal sealed record PlacedBoolean(JsonPlace Place, bool Value) : PlacedValue(Place)
{
    /// <inheritdoc/>
    public override string Sort => Value ? "true" : "false";
}

/// <summary>JSON null: the field is left out. A variant removes a field of the base in this way.</summary>
internal sealed record PlacedNull(JsonPlace Place) : PlacedValue(Place)
{
    /// <inheritdoc/>
    public override string Sort => "null";
}

/// <summary>A JSON array.</summary>
internal sealed record PlacedArray(JsonPlace Place, IReadOnlyList<PlacedValue> Items) : PlacedValue(Place)
{
    /// <inheritdoc/>
    public override string Sort => $"a list of {Items.Count}";
}

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where the name was written.</param>
/// <param name="Value">Its value.</param>
internal sealed record PlacedMember(string Name, JsonPlace Place, PlacedValue Value);

/// <summary>A JSON object; members keep the order in which they were written.</summary>
internal sealed record PlacedObject(JsonPlace Place, IReadOnlyList<PlacedMember> Members) : PlacedValue(Place)
{
    /// <inheritdoc/>
    public override string Sort => "an object";

    /// <summary>The value of a member, or null when it is absent or JSON null.</summary>
    public PlacedValue? Find(string name)
    {
        foreach (PlacedMember member in Members)
        {
            if (member.Name == name) return member.Value is PlacedNull ? null : member.Value;
        }
        return null;
    }

    /// <summary>The object with one member set: in place if it exists, else at the end.</summary>
    public PlacedObject With(string name, PlacedValue value)
    {
        var member = new PlacedMember(name, value.Place, value);
        bool known = Members.Any(m => m.Name == name);
        return this with { Members = known ? [.. Members.Select(m => m.Name == name ? member : m)] : [.. Members, member] };
    }

    /// <summary>The object without one member.</summary>
    public PlacedObject Without(string name) => this with { Members = [.. Members.Where(m => m.Name != name)] };
}
