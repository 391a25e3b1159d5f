using System.Text.Json;
using System.Text.RegularExpressions;
using Loadstone.Designs;
using Loadstone.Designs.Fields;

namespace Loadstone.Tests.Designs;

public class DesignSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(DesignSchema.Write()).RootElement;

    [Fact]
    public void It_says_which_dialect_it_is() => Schema.GetProperty("$schema").GetString().ShouldBe("https://json-schema.org/draft/2020-12/schema");

    [Fact]
    public void Every_reference_leads_to_a_definition()
    {
        foreach (Match reference in Regex.Matches(DesignSchema.Write(), "\"\\$ref\": \"#/\\$defs/([^\"]+)\""))
            Schema.GetProperty("$defs").TryGetProperty(Uri.UnescapeDataString(reference.Groups[1].Value), out _).ShouldBeTrue(reference.Value);
    }

    [Fact]
    public void Every_field_of_the_document_is_there_with_a_description()
    {
        JsonElement properties = Schema.GetProperty("properties");
        properties.EnumerateObject().Select(p => p.Name).ShouldBe(DocumentFields.Shape.Fields.Select(f => f.Name));
        foreach (JsonProperty property in properties.EnumerateObject()) property.Value.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void The_example_of_every_quantity_fits_its_own_pattern_and_range()
    {
        string pattern = Schema.GetProperty("properties").GetProperty("area").GetProperty("pattern").GetString()!;
        foreach (QuantityField field in Quantities(DocumentFields.Shape))
        {
            Regex.IsMatch(field.Example, pattern).ShouldBeTrue(field.Name);
            field.Kind.Parse(field.Example).ShouldBeInRange(field.Low, field.High, field.Name);
        }
    }

    [Fact]
    public void Loops_in_loops_fit()
    {
        string json = Documents.TwoLayers.Replace("\"rateTest\": [\"0.1C\", \"1C\"], \"between\": [\"2.7 V\", \"4.3 V\"]",
            """ "protocol": [ "Rest for 1 h", { "repeat": 2, "until": "80 % capacity", "steps": [ { "repeat": 3, "steps": [ "Rest for 1 h" ] } ] } ] """, StringComparison.Ordinal);
        SchemaCheck.Problems(Schema, JsonDocument.Parse(json).RootElement).ShouldBeEmpty();
        SchemaCheck.Problems(Schema, JsonDocument.Parse(json.Replace("\"repeat\": 3, ", "", StringComparison.Ordinal)).RootElement).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("22")]
    [InlineData("")]
    [InlineData("mg/cm²")]
    public void A_number_without_a_unit_does_not_fit_the_pattern(string text)
    {
        string pattern = Schema.GetProperty("properties").GetProperty("area").GetProperty("pattern").GetString()!;
        Regex.IsMatch(text, pattern).ShouldBeFalse();
    }

    [Fact]
    public void The_small_document_of_the_tests_fits() => SchemaCheck.Problems(Schema, JsonDocument.Parse(Documents.TwoLayers).RootElement).ShouldBeEmpty();

    [Fact]
    public void A_wrong_field_a_bare_number_and_a_missing_field_do_not_fit()
    {
        string json = Documents.TwoLayers.Replace("\"22 mg/cm²\"", "22", StringComparison.Ordinal).Replace("\"oneC\"", "\"onec\"", StringComparison.Ordinal).Replace("\"solids\"", "\"solid\"", StringComparison.Ordinal);
        SchemaCheck.Problems(Schema, JsonDocument.Parse(json).RootElement).ShouldBe(
            ["positive.loading: type", "positive.layers[0]: required solids", "positive.layers[0].solid: unknown", "positive.layers[1]: required solids", "positive.layers[1].solid: unknown", "onec: unknown"]);
    }

    // Shapes may stand in themselves: each is gone through once.
    private static IEnumerable<QuantityField> Quantities(ObjectShape shape, HashSet<ObjectShape>? seen = null)
    {
        seen ??= [];
        return seen.Add(shape) ? shape.Fields.SelectMany(field => Quantities(field, seen)) : [];
    }

    private static IEnumerable<QuantityField> Quantities(DesignField field, HashSet<ObjectShape> seen) => field switch
    {
        QuantityField f => [f],
        ObjectField f => Quantities(f.Shape, seen),
        TextOrObjectField f => Quantities(f.Shape, seen),
        ListField f => Quantities(f.Item, seen),
        MapField f => Quantities(f.Item, seen),
        _ => [],
    };
}
