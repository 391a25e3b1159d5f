using System.Text.Json;
using Loadstone.Materials;
using Loadstone.Numerics;

namespace Loadstone.Tests.Materials;

/// <summary>What a data file may not do: an error there must not become a silent value.</summary>
public class MaterialReaderTests
{
    private const string Good = """{ "value": "1.77 g/cm³", "source": "a handbook" }""";

    [Fact]
    public void AGoodFileIsRead()
    {
        Binder binder = Read($$"""{ "title": "Glue", "density": {{Good}} }""");
        binder.Density.Value.ShouldBe(1770);
        binder.Density.Source.ShouldBe("a handbook");
        binder.Values.Count.ShouldBe(1);
    }

    [Fact]
    public void AVariantTakesWhatItLacksFromItsTemplate()
    {
        Binder binder = Read("""{ "like": "glue", "title": "Other glue" }""", $$"""{ "title": "Glue", "density": {{Good}} }""");
        binder.Title.ShouldBe("Other glue");
        binder.Density.Value.ShouldBe(1770);
    }

    [Theory]
    [InlineData("""{ "title": "Glue" }""", "glue.json: density: missing field.")]
    [InlineData("""{ "title": "", "density": GOOD }""", "title: expected a text that is not empty")]
    [InlineData("""{ "title": "Glue", "density": GOOD, "molarMas": GOOD }""", "molarMas: no such field; did you mean molarMass?")]
    [InlineData("""{ "title": "Glue", "like": "paste", "density": GOOD }""", "like: no such field")]
    [InlineData("""{ "title": "Glue", "density": "1.77 g/cm³" }""", "density: expected an object with value and source")]
    [InlineData("""{ "title": "Glue", "density": 1770 }""", "density: expected an object")]
    [InlineData("""{ "title": "Glue", "density": { "value": "1.77 g/cm³" } }""", "density.source: missing field")]
    [InlineData("""{ "title": "Glue", "density": { "value": "1.77", "source": "a handbook" } }""", "density.value: ")]
    [InlineData("""{ "title": "Glue", "density": { "value": "1.77 g/cm³", "source": "a handbook", "low": "1 g/cm³" } }""", "density.low: no such field")]
    [InlineData("""{ "title": "Glue", "density": { "value": "1.77 g/cm³", "source": "a", "assumed": true } }""", "density.source: what is assumed has no source")]
    [InlineData("""{ "title": "Glue", "density": { "value": "1.77 g/cm³", "assumed": true, "low": "1 g/cm³", "high": "2 g/cm³" } }""", "density.why: missing field")]
    [InlineData("""{ "title": "Glue", "density": { "value": "3 g/cm³", "assumed": true, "low": "1 g/cm³", "high": "2 g/cm³", "why": "so" } }""", "density: an assumed value lies between")]
    public void AFaultyFileIsRefusedWithItsPlace(string json, string message) =>
        Should.Throw<InputException>(() => Read(json.Replace("GOOD", Good))).Message.ShouldContain(message);

    [Fact]
    public void AFormulaWithAnErrorIsToldWithFileAndField()
    {
        MaterialReader reader = Reader("""{ "potential": { "expression": "1 + y", "source": "a paper" } }""", null);
        InputException error = Should.Throw<InputException>(() => reader.Function("potential", Loadstone.Quantities.QuantityKinds.Voltage, MaterialReader.Stoichiometry));
        error.Message.ShouldStartWith("glue.json: potential.expression: Formula \"1 + y\", column 5");
    }

    private static Binder Read(string json, string? template = null)
    {
        MaterialReader reader = Reader(json, template);
        Binder binder = Binder.Read(reader);
        reader.Finish();
        return binder;
    }

    private static MaterialReader Reader(string json, string? template) =>
        new("glue", JsonElement.Parse(json), template is null ? null : JsonElement.Parse(template), "glue.json",
            _ => new TableFunction([0, 1], [1, 0]));
}
