using Loadstone.Formats.Json;

namespace Loadstone.Designs.Fields;

/// <summary>What stands at a path of a document.</summary>
/// <param name="Field">The field that the path leads to.</param>
/// <param name="Value">Its value, or null where the document leaves it out.</param>
internal sealed record DocumentValue(DesignField Field, PlacedValue? Value)
{
    /// <summary>The field and value at a path; null where the path leads to no known field.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">The path, as variants and <c>--set</c> write it.</param>
    public static DocumentValue? Find(PlacedObject root, string path)
    {
        DesignField field = new ObjectField("", "", DocumentFields.Shape);
        PlacedValue? value = root;
        foreach (PathStep step in DocumentPath.Parse(path, root.Place))
        {
            (DesignField? Field, PlacedValue? Value) next = field switch
            {
                ObjectField f => Member(f.Shape, value, step),
                TextOrObjectField f => Member(f.Shape, value, step),
                MapField f when step.Name is { } name => (f.Item, (value as PlacedObject)?.Find(name)),
                ListField f => (f.Item, Element(value as PlacedArray, step)),
                _ => (null, null),
            };
            if (next.Field is null) return null;
            (field, value) = (next.Field, next.Value);
        }
        return new DocumentValue(field, value);
    }

    private static (DesignField?, PlacedValue?) Member(ObjectShape shape, PlacedValue? value, PathStep step) =>
        step.Name is { } name ? (shape.Find(name), (value as PlacedObject)?.Find(name)) : (null, null);

    private static PlacedValue? Element(PlacedArray? list, PathStep step) => step.Index is { } index
        ? list?.Items.ElementAtOrDefault(index)
        : list?.Items.FirstOrDefault(item => ((item as PlacedObject)?.Find(LayerFields.Name.Name) as PlacedText)?.Value == step.Name);
}
