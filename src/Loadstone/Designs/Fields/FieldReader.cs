using Loadstone.Formats.Json;

namespace Loadstone.Designs.Fields;

/// <summary>
/// Reads the fields of one object by their descriptions. Made only of an object that has no unknown field and all
/// required ones; every value that it hands out is of the right sort and in range.
/// </summary>
internal sealed class FieldReader
{
    private readonly PlacedObject _node;

    /// <summary>The reader of an object.</summary>
    /// <exception cref="InputException">It is no object, has an unknown field, or misses a required one.</exception>
    public FieldReader(PlacedValue node, ObjectShape shape)
    {
        _node = node as PlacedObject ?? throw node.Error($"{Wording.Capitalised(node.Sort)} stands where {Wording.Article(shape.Name)} was expected: an object in braces.");
        foreach (PlacedMember member in _node.Members)
        {
            if (shape.Find(member.Name) is null) throw member.Place.Error(shape.Unknown(member.Name));
        }
        foreach (DesignField field in shape.Fields)
        {
            if (field.Required && _node.Find(field.Name) is null)
                throw node.Error($"{Wording.Capitalised(Wording.Article(shape.Name))} needs the field \"{field.Name}\" ({FieldValue.Expectation(field)}).");
        }
    }

    /// <summary>Where the object stands.</summary>
    public JsonPlace Place => _node.Place;

    /// <summary>Where each of its values stands, by name.</summary>
    public IReadOnlyDictionary<string, JsonPlace> Places => _node.Members.ToDictionary(member => member.Name, member => member.Value.Place);

    /// <summary>Whether the field was written.</summary>
    public bool Has(DesignField field) => _node.Find(field.Name) is not null;

    /// <summary>The value as it was written, or null.</summary>
    public PlacedValue? Node(DesignField field) => _node.Find(field.Name);

    /// <summary>Where the field was written; the object if it was not.</summary>
    public JsonPlace PlaceOf(DesignField field) => _node.Find(field.Name)?.Place ?? Place;

    /// <summary>SI value, or null when left out.</summary>
    public double? Read(QuantityField field) => _node.Find(field.Name) is { } value ? FieldValue.Quantity(value, field) : null;

    /// <summary>The number, or null when left out.</summary>
    public double? Read(NumberField field) => _node.Find(field.Name) is { } value ? FieldValue.Number(value, field) : null;

    /// <summary>The text, or null when left out.</summary>
    public string? Read(TextField field) => _node.Find(field.Name) is { } value ? FieldValue.Text(value, field) : null;

    /// <summary>The word, or the first choice when left out.</summary>
    public string Read(ChoiceField field) => _node.Find(field.Name) is { } value ? FieldValue.Choice(value, field) : field.Choices[0];

    /// <summary>The fields of the object, or null when left out.</summary>
    public FieldReader? Read(ObjectField field) => _node.Find(field.Name) is { } value ? new FieldReader(value, field.Shape) : null;

    /// <summary>The elements, none when left out.</summary>
    public IReadOnlyList<PlacedValue> Read(ListField field)
    {
        if (_node.Find(field.Name) is not { } value) return [];
        var list = value as PlacedArray ?? throw FieldValue.WrongSort(value, field);
        if (list.Items.Count < field.Fewest || list.Items.Count > (field.Most ?? int.MaxValue))
        {
            string expected = field.Most is not { } most ? $"at least {field.Fewest}" : most == field.Fewest ? $"{most}" : $"{field.Fewest} to {most}";
            throw value.Error($"\"{field.Name}\" has {list.Items.Count} elements; {expected} expected.");
        }
        return list.Items;
    }

    /// <summary>The members, none when left out; members that are null are skipped.</summary>
    public IReadOnlyList<PlacedMember> Read(MapField field)
    {
        if (_node.Find(field.Name) is not { } value) return [];
        var map = value as PlacedObject ?? throw FieldValue.WrongSort(value, field);
        return [.. map.Members.Where(member => member.Value is not PlacedNull)];
    }

    /// <summary>Two fields that say the same thing are not both allowed.</summary>
    /// <exception cref="InputException">Both were written; the message stands at the first.</exception>
    public void Exclude(DesignField one, DesignField other)
    {
        if (Has(one) && Has(other))
            throw PlaceOf(one).Error($"\"{one.Name}\" and \"{other.Name}\" clash: each of them fixes what the other says. Keep one (a variant removes a field by setting it to null).");
    }
}
