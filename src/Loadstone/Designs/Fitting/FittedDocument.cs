using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Loadstone.Formats;
using Loadstone.Formats.Json;

namespace Loadstone.Designs.Fitting;

/// <summary>Writes the design document with the fitted values in place of those that it had.</summary>
public static class FittedDocument
{
    private const int Digits = 6;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The document's text with the values of the fitted fields; parameters of the cell are no fields and are left out.</summary>
    /// <param name="path">File of the document.</param>
    /// <param name="parameters">What was found.</param>
    public static string Text(string path, IReadOnlyList<FittedParameter> parameters)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        foreach (FittedParameter found in parameters)
        {
            if (!found.Parameter.IsField) continue;
            string text = found.Parameter.Text(found.Estimate.Value, Digits);
            Set(root, DocumentPath.Parse(found.Parameter.Name, new JsonPlace(path, null, null, "")), found.Parameter.Kind == Quantities.QuantityKinds.Ratio ? JsonNode.Parse(text)! : JsonValue.Create(text));
        }
        return root.ToJsonString(Layout) + "\n";
    }

    /// <summary>Writes the document; a file that is there is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<FittedParameter> parameters, string target) => AtomicFile.Write(target, Text(path, parameters));

    private static void Set(JsonNode node, IReadOnlyList<PathStep> steps, JsonNode value)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            bool isLast = i == steps.Count - 1;
            if (node is JsonArray list)
            {
                int index = steps[i].Index ?? IndexOf(list, steps[i].Name!);
                if (isLast) list[index] = value;
                else node = list[index]!;
                continue;
            }
            string name = steps[i].Name!;
            if (isLast) node[name] = value;
            else node = node[name] ??= new JsonObject();
        }
    }

    private static int IndexOf(JsonArray list, string name)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i]?["name"]?.GetValue<string>() == name) return i;
        }
        throw new InvalidOperationException($"No element is named {name}.");
    }
}
