using System.Text.Json;
using System.Text.RegularExpressions;

namespace Loadstone.Tests.Designs;

/// <summary>The few words of JSON Schema that the design schema uses, checked the way an editor would.</summary>
internal static class SchemaCheck
{
    public static List<string> Problems(JsonElement schema, JsonElement value)
    {
        var problems = new List<string>();
        Check(schema, schema, value, "", problems);
        return problems;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            schema = root.GetProperty("$defs").GetProperty(Uri.UnescapeDataString(reference.GetString()!["#/$defs/".Length..]));
        if (schema.TryGetProperty("anyOf", out JsonElement choices))
        {
            var tries = choices.EnumerateArray().Select(choice =>
            {
                var inner = new List<string>();
                Check(root, choice, value, path, inner);
                return inner;
            }).ToList();
            if (tries.All(inner => inner.Count > 0)) problems.AddRange(tries.MaxBy(inner => inner.Count)!);
            return;
        }
        if (schema.TryGetProperty("enum", out JsonElement words) && !words.EnumerateArray().Any(word => word.GetString() == value.GetString())) problems.Add($"{path}: enum");
        if (!schema.TryGetProperty("type", out JsonElement type)) return;
        if (!IsOf(type.GetString()!, value))
        {
            problems.Add($"{path}: type");
            return;
        }
        if (schema.TryGetProperty("pattern", out JsonElement pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!)) problems.Add($"{path}: pattern");
        if (value.ValueKind == JsonValueKind.Array)
        {
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray()) Check(root, schema.GetProperty("items"), item, $"{path}[{i++}]", problems);
        }
        if (value.ValueKind == JsonValueKind.Object) CheckMembers(root, schema, value, path, problems);
    }

    private static void CheckMembers(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> problems)
    {
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            foreach (JsonElement name in required.EnumerateArray())
            {
                if (!value.TryGetProperty(name.GetString()!, out _)) problems.Add($"{path}: required {name.GetString()}");
            }
        }
        JsonElement rest = schema.GetProperty("additionalProperties");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(member.Name, out JsonElement known))
                Check(root, known, member.Value, inner, problems);
            else if (rest.ValueKind == JsonValueKind.False) problems.Add($"{inner}: unknown");
            else Check(root, rest, member.Value, inner, problems);
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new ArgumentException($"The schema names a type {type} that this check does not know.", nameof(type)),
    };
}
