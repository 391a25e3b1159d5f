using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Loadstone.Designs.Fields;

namespace Loadstone.Designs;

/// <summary>The published JSON Schema of design documents, written from the descriptions that also drive the reading.</summary>
public static class DesignSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    // A number and something after it (whether the unit fits is for the reader to say), or a C-rate such as C/10.
    private const string QuantityPattern = @"^(?!\s*[\d.eE+\-−]+\s*$)\s*(C|[+\-−]?[\d.]).*$";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The schema as JSON text (JSON Schema 2020-12), indented, ending in a line break.</summary>
    public static string Write()
    {
        var shapes = new Dictionary<string, JsonObject>();
        JsonObject root = Object(DocumentFields.Shape, shapes);
        var schema = new JsonObject { ["$schema"] = Dialect, ["title"] = "Loadstone design document" };
        foreach ((string key, JsonNode? value) in root) schema[key] = value?.DeepClone();
        var definitions = new JsonObject();
        foreach ((string name, JsonObject shape) in shapes.OrderBy(pair => pair.Key, StringComparer.Ordinal)) definitions[name] = shape;
        schema["$defs"] = definitions;
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Object(ObjectShape shape, Dictionary<string, JsonObject> shapes)
    {
        var properties = new JsonObject();
        foreach (DesignField field in shape.Fields) properties[field.Name] = Field(field, shapes);
        var node = new JsonObject { ["description"] = shape.Description, ["type"] = "object", ["properties"] = properties };
        JsonNode?[] required = [.. shape.Fields.Where(field => field.Required).Select(field => (JsonNode?)field.Name)];
        if (required.Length > 0) node["required"] = new JsonArray(required);
        node["additionalProperties"] = false;
        return node;
    }

    private static JsonObject Field(DesignField field, Dictionary<string, JsonObject> shapes)
    {
        JsonObject node = field switch
        {
            QuantityField f => new JsonObject { ["type"] = "string", ["pattern"] = QuantityPattern, ["examples"] = new JsonArray(f.Example) },
            NumberField f => new JsonObject { ["type"] = f.Whole ? "integer" : "number", ["minimum"] = f.Low, ["maximum"] = f.High },
            TextField f => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["examples"] = new JsonArray(f.Example) },
            ChoiceField f => new JsonObject { ["enum"] = new JsonArray([.. f.Choices.Select(choice => (JsonNode?)choice)]) },
            ObjectField f => Reference(f.Shape, shapes),
            TextOrObjectField f => new JsonObject
            {
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["minLength"] = 1 }, Reference(f.Shape, shapes)),
                ["examples"] = new JsonArray(f.Example),
            },
            ListField f => List(f, shapes),
            MapField f => new JsonObject { ["type"] = "object", ["additionalProperties"] = Field(f.Item, shapes) },
            _ => [],
        };
        node["description"] = Description(field);
        return node;
    }

    private static JsonObject List(ListField field, Dictionary<string, JsonObject> shapes)
    {
        var node = new JsonObject { ["type"] = "array", ["items"] = Field(field.Item, shapes), ["minItems"] = field.Fewest };
        if (field.Most is { } most) node["maxItems"] = most;
        return node;
    }

    private static JsonObject Reference(ObjectShape shape, Dictionary<string, JsonObject> shapes)
    {
        // The name is taken before the fields are written, since a shape may stand in itself.
        if (shapes.TryAdd(shape.Name, [])) shapes[shape.Name] = Object(shape, shapes);
        return new JsonObject { ["$ref"] = "#/$defs/" + shape.Name.Replace(" ", "%20", StringComparison.Ordinal) };
    }

    private static string Description(DesignField field)
    {
        string range = field is QuantityField quantity ? $" From {quantity.Range}." : "";
        return field.Description + range + (field.Default is { } standard ? $" Left out: {standard}." : "");
    }
}
