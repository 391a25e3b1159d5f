using System.Globalization;
using Loadstone.Formats.Json;

namespace Loadstone.Designs.Fields;

/// <summary>Sets a path of a document to another value, as variants and <c>--set</c> do.</summary>
internal static class DocumentEdit
{
    /// <summary>The document with one path set. The path must lead to a known field; null removes what is there.</summary>
    /// <param name="root">The document.</param>
    /// <param name="shape">Its fields.</param>
    /// <param name="path">The path as written: <c>positive.layers[0].porosity</c>; layers also go by their names.</param>
    /// <param name="value">The new value.</param>
    /// <param name="place">Where the path was written, for errors.</param>
    /// <exception cref="InputException">The path leads nowhere; the message names the nearest known field.</exception>
    public static PlacedObject Set(PlacedObject root, ObjectShape shape, string path, PlacedValue value, JsonPlace place)
    {
        ArgumentNullException.ThrowIfNull(value);
        List<PathStep> steps = [.. DocumentPath.Parse(path, place)];
        bool arranges = value is PlacedText && steps is [_, { Name: "layers" }];
        if (arranges) steps[1] = new PathStep(ElectrodeFields.Arrangement.Name, null);
        var document = new ObjectField("", "", shape);
        return (PlacedObject)Set(root, document, new Edit(path, steps, value, place), 0);
    }

    private sealed record Edit(string Path, IReadOnlyList<PathStep> Steps, PlacedValue Value, JsonPlace Place)
    {
        public InputException Error(string problem) => Place.Error($"The path \"{Path}\" leads nowhere: {problem}");
    }

    private static PlacedValue Set(PlacedValue? node, DesignField field, Edit edit, int at)
    {
        if (at == edit.Steps.Count) return edit.Value;
        PathStep step = edit.Steps[at];
        return field switch
        {
            ObjectField f => SetMember(node, f.Shape, edit, at),
            TextOrObjectField f => SetMember(node, f.Shape, edit, at),
            MapField f when step.Name is { } name => Container(node, edit, at).With(name, Set(Container(node, edit, at).Find(name), f.Item, edit, at + 1)),
            ListField f => SetElement(node, f, edit, at),
            _ => throw edit.Error($"{field.Name} has no parts."),
        };
    }

    private static PlacedObject SetMember(PlacedValue? node, ObjectShape shape, Edit edit, int at)
    {
        PathStep step = edit.Steps[at];
        if (step.Name is not { } name) throw edit.Error($"a {shape.Name} is no list.");
        DesignField field = shape.Find(name) ?? throw edit.Error(shape.Unknown(name));
        PlacedObject container = Container(node, edit, at);
        return container.With(name, Set(container.Find(name), field, edit, at + 1));
    }

    private static PlacedArray SetElement(PlacedValue? node, ListField field, Edit edit, int at)
    {
        PathStep step = edit.Steps[at];
        if (node is not PlacedArray list) throw edit.Error($"the document has no list \"{field.Name}\" there.");
        int index = step.Index ?? IndexOf(list, step.Name!, field, edit);
        if (index >= list.Items.Count)
        {
            string last = (list.Items.Count - 1).ToString(CultureInfo.InvariantCulture);
            throw edit.Error($"{field.Name} has {list.Items.Count} element{(list.Items.Count == 1 ? "" : "s")}, [0]{(list.Items.Count > 1 ? $" to [{last}]" : "")}.");
        }
        PlacedValue[] items = [.. list.Items];
        items[index] = Set(items[index], field.Item, edit, at + 1);
        return list with { Items = items };
    }

    private static int IndexOf(PlacedArray list, string name, ListField field, Edit edit)
    {
        List<string> names = [.. list.Items.Select(item => ((item as PlacedObject)?.Find(LayerFields.Name.Name) as PlacedText)?.Value ?? "")];
        int index = names.IndexOf(name);
        if (index >= 0) return index;
        string[] known = [.. names.Where(n => n.Length > 0)];
        string hint = NearestName.Find(name, known) is { } nearest ? $" Did you mean \"{nearest}\"?"
            : known.Length > 0 ? $" There are {string.Join(", ", known)}." : $" Use an index such as {field.Name}[0].";
        throw edit.Error($"no element of {field.Name} is named \"{name}\".{hint}");
    }

    private static PlacedObject Container(PlacedValue? node, Edit edit, int at) => node switch
    {
        PlacedObject o => o,
        null => new PlacedObject(edit.Value.Place, []),
        _ => throw edit.Error($"{string.Join(".", edit.Steps.Take(at))} is {node.Sort} in the document; write it as an object to change a part of it."),
    };
}
