using System.Text.Json;
using System.Text.Json.Nodes;
using Loadstone.Designs;
using Loadstone.Designs.Building;

namespace Loadstone.Tests.Designs;

/// <summary>
/// Every value of a full document replaced by every sort of nonsense: each gives a design or one clear error with its file,
/// never another exception.
/// </summary>
public class NastyValueTests
{
    private const string Full = """
        {
          "name": "Everything", "description": "All fields.", "base": "plain",
          "positive": {
            "foil": "aluminium 15 µm", "loading": "22 mg/cm²", "porosity": "25 %", "contactResistance": "20 Ω cm²", "shareOf": "active mass", "arrangement": "reversed",
            "layers": [
              { "name": "L", "share": "50 %", "solids": { "nmc83": "96 %", "acetylene black": "2 %", "pvdf": "2 %" },
                "particles": [ { "diameter": "3 µm", "share": "25 %" }, { "diameter": "9 µm", "share": "75 %" } ],
                "porosity": "30 %", "bruggemanExponent": 2, "electronicConductivity": "1 S/m", "slurry": { "solvent": "nmp", "solidsContent": "70 %" } },
              { "name": "S", "share": "50 %", "solids": { "nmc811": "96 %", "super p": "4 %" }, "particleDiameter": "4.5 µm", "tortuosityFactor": 3 }
            ]
          },
          "negative": { "npRatio": 1.1, "thickness": "150 µm", "firstCycleLoss": "8 %", "layers": [ { "particleDiameter": "12 µm", "solids": { "graphite": "97 %", "cmc": "3 %" } } ] },
          "separator": { "material": "polypropylene", "thickness": "25 µm", "porosity": "40 %", "bruggemanExponent": 2 },
          "electrolyte": { "name": "landesfeind2019", "concentration": "1.2 M" },
          "area": "1 cm²", "between": ["2.8 V", "4.2 V"], "temperature": "25 °C",
          "run": [ { "name": "test", "rateTest": ["0.1C", "1C"], "charge": "C/5", "holdTo": "C/20", "rest": "10 min" }, { "protocol": ["Rest for 1 h"] } ],
          "mesh": { "negative": 10, "separator": 5, "positive": 10, "radial": 10 },
          "laws": { "bruggemanExponent": 1.8, "referenceConductivity": "0.1 S/m", "percolationExponent": 2, "filmExponent": 1, "constrictionLength": "10 µm" },
          "variants": { "other": { "positive.layers": "mixed", "positive.layers[0].bruggemanExponent": null, "positive.layers[1].tortuosityFactor": null, "positive.layers[0].electronicConductivity": null } },
          "measured": { "plain": { "1C": "150 mAh/g" } }
        }
        """;

    private static readonly string[] Nonsense =
    [
        "null", "true", "-1", "0", "1e308", "[]", "{}", "[null]", "[[1]]", "{\"x\": 1}", "\"\"", "\" \"", "\"x\"", "\"NaN\"", "\"0 µm\"", "\"1e-300 m\"", "\"1e300 m\"",
        "\"0 %\"", "\"100 %\"", "\"-5 %\"", "\"99.9 %\"", "\"1e-320 %\"", "\"25\"", "\"C\"", "\"0C\"", "\"1e9C\"", "\"-1 V\"", "\"0 K\"", "\"lithium\"", "\"nmc811\"", "\"pvdf\"",
        "\"reversed\"", "\"mixed\"", "\"\\u0000\"", "\"Discharge at 1C\"", "\"\uFFFD µm\"",
    ];

    [Fact]
    public void The_document_itself_builds()
    {
        foreach (Design variant in Documents.Parse(Full).Variants) DesignBuilder.Build(variant);
    }

    [Fact]
    public void Nonsense_gives_a_design_or_one_clear_error()
    {
        int paths = 0;
        foreach (string path in Paths(JsonNode.Parse(Full)!))
        {
            paths++;
            foreach (string value in Nonsense) Try(path, value);
        }
        paths.ShouldBeGreaterThan(60);
    }

    [Fact]
    public void A_document_cut_off_anywhere_is_told_so()
    {
        string whole = Full.TrimEnd();
        for (int length = 1; length < whole.Length; length += 7)
        {
            InputException error = Documents.Error(whole[..length]);
            error.Message.ShouldStartWith("design.json:");
            error.Message.ShouldContain("is cut off");
        }
    }

    private static void Try(string path, string value)
    {
        JsonNode root = JsonNode.Parse(Full)!;
        Replace(root, path, JsonNode.Parse(value));
        string json = root.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        try
        {
            foreach (Design variant in Documents.Parse(json).Variants) DesignBuilder.Build(variant);
        }
        catch (InputException e)
        {
            e.File.ShouldBe("design.json", $"{path} = {value}: {e.Message}");
            e.Line.ShouldNotBeNull($"{path} = {value}: {e.Message}");
        }
        catch (Exception e) when (e is not ShouldAssertException)
        {
            throw new ShouldAssertException($"{path} = {value} gave {e.GetType().Name}: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Paths(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(member => member.Value is null ? [] : Paths(member.Value).Prepend(member.Value.GetPath())),
        JsonArray a => a.SelectMany(item => item is null ? [] : Paths(item).Prepend(item.GetPath())),
        _ => [],
    };

    private static void Replace(JsonNode root, string path, JsonNode? value)
    {
        JsonNode target = Find(root, path) ?? throw new InvalidOperationException(path);
        switch (target.Parent)
        {
            case JsonObject parent:
                parent[target.GetPropertyName()] = value;
                break;
            case JsonArray parent:
                parent[target.GetElementIndex()] = value;
                break;
        }
    }

    private static JsonNode? Find(JsonNode node, string path)
    {
        if (node.GetPath() == path) return node;
        IEnumerable<JsonNode?> children = node switch { JsonObject o => o.Select(m => m.Value), JsonArray a => a, _ => [] };
        return children.OfType<JsonNode>().Select(child => Find(child, path)).FirstOrDefault(found => found is not null);
    }
}
