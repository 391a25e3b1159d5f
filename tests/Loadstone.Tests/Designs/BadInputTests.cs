namespace Loadstone.Tests.Designs;

/// <summary>Every error that reading a document can give: each message names the place, the value and what was expected.</summary>
public class BadInputTests
{
    [Theory]
    // unknown and missing fields
    [InlineData("\"porosity\": \"25 %\"", "\"porosty\": \"25 %\"", "design.json:5:5: positive.porosty: \"porosty\" is no field of a positive electrode; did you mean \"porosity\"?")]
    [InlineData("\"oneC\"", "\"npRatio\": 1.1, \"oneC\"", "design.json:12:3: npRatio: \"npRatio\" is no field of a design document; its fields are $schema, name, description, base, cell, positive, negative, separator, electrolyte, area, oneC, between, temperature, thermal, doubleLayerCapacitance, wetting, run, mesh, laws, pouch, variants, measured.")]
    [InlineData("\"name\": \"Two layers\",", "", "design.json:1:1: A design document needs the field \"name\" (text such as \"Double layer, large particles at the foil\").")]
    [InlineData("\"loading\": \"22 mg/cm²\",", "", "design.json:3:15: positive: A positive electrode needs the field \"loading\" (a loading is text with its unit, such as \"22 mg/cm²\").")]
    [InlineData("\"porosity\": \"25 %\",", "", "design.json:3:15: positive: An electrode with a loading also needs a porosity, a thickness or a press density.")]
    [InlineData(", \"between\": [\"2.7 V\", \"4.3 V\"]", "", "design.json:1:1: A design document needs the field \"between\" (the lower and the upper cut-off voltage, [\"2.7 V\", \"4.3 V\"]), in the document or in a rate test.")]
    // units
    [InlineData("\"22 mg/cm²\"", "22", "design.json:4:16: positive.loading: The number 22 has no unit; a loading is text with its unit, such as \"22 mg/cm²\". Units that fit: mg/cm², g/m², kg/m², g/cm².")]
    [InlineData("\"22 mg/cm²\"", "\"22\"", "design.json:4:16: positive.loading: \"22\" has no unit")]
    [InlineData("\"22 mg/cm²\"", "\"22 mg\"", "design.json:4:16: positive.loading: \"22 mg\"")]
    [InlineData("\"22 mg/cm²\"", "\"22 foo\"", "design.json:4:16: positive.loading: \"22 foo\"")]
    [InlineData("\"25 %\"", "0.25", "design.json:5:17: positive.porosity: The number 0.25 has no unit; a fraction is text with its unit, such as \"25 %\". Units that fit: %,")]
    // ranges
    [InlineData("\"22 mg/cm²\"", "\"-22 mg/cm²\"", "design.json:4:16: positive.loading: -22 mg/cm² is negative; expected 0.01 mg/cm² to 1000 mg/cm².")]
    [InlineData("\"22 mg/cm²\"", "\"NaN mg/cm²\"", "design.json:4:16: positive.loading: \"NaN mg/cm²\" is not a finite number")]
    [InlineData("\"22 mg/cm²\"", "\"1e400 mg/cm²\"", "design.json:4:16: positive.loading: \"1e400 mg/cm²\" is too large for a number")]
    [InlineData("\"25 %\"", "\"120 %\"", "design.json:5:17: positive.porosity: 120 % is out of range; expected 1 % to 95 %.")]
    // sums
    [InlineData("\"acetylene black\": \"2 %\"", "\"acetylene black\": \"3 %\"", "design.json:7:49: positive.layers[0].solids: The mass fractions add to 101 %; they must add to 100 %.")]
    [InlineData("\"L\", \"share\": \"50 %\"", "\"L\", \"share\": \"60 %\"", "design.json:6:15: positive.layers: The shares of the layers add to 110 %; they must add to 100 %.")]
    [InlineData("\"L\", \"share\": \"50 %\"", "\"L\"", "design.json:7:7: positive.layers[0]: This layer has no \"share\", while another one has; state the shares of all layers or of none.")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"particles\": [ { \"diameter\": \"3 µm\", \"share\": \"30 %\" }, { \"diameter\": \"9 µm\", \"share\": \"60 %\" } ]", "design.json:7:124: positive.layers[0].particles: The shares of the particle sizes add to 90 %; they must add to 100 %.")]
    // clashes
    [InlineData("\"porosity\": \"25 %\"", "\"porosity\": \"25 %\", \"pressDensity\": \"3 g/cm³\"", "design.json:5:41: positive.pressDensity: \"pressDensity\" and \"porosity\" clash: each of them fixes what the other says. Keep one (a variant removes a field by setting it to null).")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"bruggemanExponent\": 1.5, \"tortuosityFactor\": 2", "design.json:7:132: positive.layers[0].bruggemanExponent: \"bruggemanExponent\" and \"tortuosityFactor\" clash")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"particleDiameter\": \"11.3 µm\", \"particles\": [ { \"diameter\": \"3 µm\", \"share\": \"100 %\" } ]", "\"particles\" and \"particleDiameter\" clash")]
    [InlineData("\"oneC\"", "\"cell\": \"chen2020\", \"oneC\"", "design.json:3:15: positive: \"positive\" and \"cell\" clash: the parameter set already says it. Keep one.")]
    [InlineData("\"name\": \"S\"", "\"name\": \"L\"", "design.json:6:15: positive.layers: Two layers are named \"L\"; give each its own name.")]
    // wrong JSON types
    [InlineData("\"22 mg/cm²\"", "[22]", "design.json:4:16: positive.loading: A list of 1 stands where a loading is text with its unit, such as \"22 mg/cm²\" was expected.")]
    [InlineData("\"lithium 250 µm\"", "true", "design.json:11:15: negative: True stands where text such as \"lithium 250 µm\" or an object in braces was expected.")]
    [InlineData("[\"2.7 V\", \"4.3 V\"]", "\"2.7 V to 4.3 V\"", "run[0].between: The text \"2.7 V to 4.3 V\" stands where a list in square brackets was expected.")]
    [InlineData("\"name\": \"Two layers\"", "\"name\": \" \"", "design.json:2:11: name: The text is empty")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"bruggemanExponent\": \"1.5\"", "The text \"1.5\" stands where a plain number from 1 to 5 was expected.")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"bruggemanExponent\": 0.5", "0.5 is out of range; expected a plain number from 1 to 5.")]
    [InlineData("\"oneC\"", "\"mesh\": { \"radial\": 20.5 }, \"oneC\"", "mesh.radial: 20.5 is out of range; expected a whole number from 3 to 2000.")]
    [InlineData("\"loading\"", "\"arrangement\": \"reverse\", \"loading\"", "positive.arrangement: \"reverse\" is not known here; expected one of \"as written\", \"reversed\", \"mixed\". Did you mean \"reversed\"?")]
    // climate
    [InlineData("\"oneC\"", "\"thermal\": { \"heatTransfer\": \"0.1 W/K\" }, \"oneC\"", "design.json:12:14: thermal: A heat balance needs the field \"heatCapacity\" (a heat capacity is text with its unit, such as \"40 J/K\").")]
    [InlineData("\"oneC\"", "\"thermal\": { \"heatCapacity\": \"40 J/K\", \"heatTransfer\": \"-1 W/K\" }, \"oneC\"", "thermal.heatTransfer: -1 W/K is negative; expected 0 W/K to")]
    [InlineData("\"oneC\"", "\"thermal\": { \"heatCapacity\": \"40 J\", \"heatTransfer\": \"0 W/K\" }, \"oneC\"", "thermal.heatCapacity: \"40 J\"")]
    [InlineData("\"oneC\"", "\"thermal\": { \"heatCapacity\": \"40 J/K\", \"heatTransfer\": \"0 W/K\", \"ambient\": 25 }, \"oneC\"", "thermal.ambient: The number 25 has no unit; a temperature is text with its unit, such as \"25 °C\".")]
    // what a layer may say beside its recipe
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"wettedFraction\": \"0 %\"", "positive.layers[0].wettedFraction: 0 % is out of range; expected 1 % to 100 %.")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"wettedFraction\": 0.9", "positive.layers[0].wettedFraction: The number 0.9 has no unit; a fraction is text with its unit, such as \"90 %\".")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"binderConductivity\": \"-1 mS/cm\"", "positive.layers[0].binderConductivity: -1 mS/cm is negative;")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"sizeSpread\": 1.5", "positive.layers[0].sizeSpread: 1.5 is out of range; expected a plain number from 0 to 1.")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"sizeSpread\": 0.3, \"sizeClasses\": 2.5", "positive.layers[0].sizeClasses: 2.5 is out of range; expected a whole number from 1 to 20.")]
    [InlineData("\"particleDiameter\": \"11.3 µm\"", "\"sizeClasses\": 5", "positive.layers[0].sizeClasses: \"sizeClasses\" cuts a spread of sizes, and this layer states none; add \"sizeSpread\" (a plain number from 0 to 1).")]
    // sheets
    [InlineData("lithium 250 µm", "sodium 250 µm", "negative: \"sodium\" is no negative electrode in words; expected text such as \"lithium 250 µm\" or an object in braces.")]
    [InlineData("lithium 250 µm", "lithium 250 mg", "negative: \"250 mg\"")]
    [InlineData("lithium 250 µm", "lithium 250 mm", "negative: A thickness of 250 mm is out of range; expected 0.1 µm to 5000 µm.")]
    [InlineData("lithium 250 µm", "250 µm", "negative: \"250 µm\" names no material")]
    // runs
    [InlineData("[\"2.7 V\", \"4.3 V\"]", "[\"4.3 V\", \"2.7 V\"]", "run[0].between: The lower cut-off comes first and must lie below the upper one; got 4.3 V and 2.7 V.")]
    [InlineData("[\"2.7 V\", \"4.3 V\"]", "[\"2.7 V\"]", "run[0].between: \"between\" has 1 elements; 2 expected.")]
    [InlineData("\"rateTest\": [\"0.1C\", \"1C\"],", "", "run[0]: A run needs the field \"rateTest\" (a list of C-rates) or \"protocol\" (a list of steps in words).")]
    [InlineData("\"rateTest\": [\"0.1C\", \"1C\"]", "\"rateTest\": [\"0.1C\"], \"holdTo\": \"C/2\"", "run[0]: The hold to 0.5C would end before it begins")]
    [InlineData("\"rateTest\": [\"0.1C\", \"1C\"]", "\"rateTest\": [\"0.1C\"], \"protocol\": [\"Rest for 1 h\"]", "run[0].rateTest: \"rateTest\" and \"protocol\" clash")]
    [InlineData("\"rateTest\": [\"0.1C\", \"1C\"]", "\"protocol\": [\"Rest for 1 h\"]", "run[0].between: \"between\" belongs to a rate test; in a protocol the steps say it.")]
    public void Each_problem_has_its_own_message(string old, string replacement, string message) =>
        Documents.ErrorOf(old, replacement).Message.ShouldContain(message, Case.Sensitive);

    [Theory]
    [InlineData("""{ "repeat": 2 }""", "run[0].protocol[0]: A loop needs the field \"steps\"")]
    [InlineData("""{ "steps": ["Rest for 1 h"] }""", "run[0].protocol[0]: A loop needs the field \"repeat\"")]
    [InlineData("""{ "repeat": 0, "steps": ["Rest for 1 h"] }""", "run[0].protocol[0].repeat: 0 is out of range; expected a whole number from 1")]
    [InlineData("""{ "repeat": 2.5, "steps": ["Rest for 1 h"] }""", "run[0].protocol[0].repeat: 2.5 is out of range")]
    [InlineData("""{ "repeats": 2, "steps": ["Rest for 1 h"] }""", "did you mean \"repeat\"?")]
    [InlineData("""{ "repeat": 2, "steps": [] }""", "run[0].protocol[0].steps: \"steps\" has 0 elements")]
    [InlineData("""{ "repeat": 2, "until": "80 %", "steps": ["Rest for 1 h"] }""", "run[0].protocol[0].until: After word 2")]
    [InlineData("""{ "repeat": 2, "until": "120 % capacity", "steps": ["Rest for 1 h"] }""", "expected less than 100 %")]
    [InlineData("""{ "repeat": 2, "steps": ["Rest for 1 h", { "repeat": 3, "steps": ["Discharge at 1C"] }] }""", "run[0].protocol[0].steps[1].steps[0]: ")]
    [InlineData("""{ "repeat": 1000, "steps": [{ "repeat": 1000, "steps": ["Rest for 1 h"] }] }""", "run[0].protocol[0]: The protocol has 1000000 steps; expected 100000 at most.")]
    [InlineData("7", "run[0].protocol[0]: ")]
    public void A_broken_loop_is_an_error_at_its_place(string loop, string told) =>
        Documents.Error($$"""{ "name": "Known cell", "cell": "chen2020", "run": [ { "protocol": [ {{loop}} ] } ] }""").Message.ShouldContain(told);

    [Fact]
    public void A_protocol_that_can_never_end_is_an_error_at_its_sentence()
    {
        InputException error = Documents.Error("""
            { "name": "x", "cell": "chen2020",
              "run": [ { "protocol": ["Discharge at 1C"] } ] }
            """);
        error.Message.ShouldStartWith("design.json:2:27: run[0].protocol[0]:");
        error.Message.ShouldContain("never end");
    }

    [Theory]
    [InlineData("\"positive.porosty\": \"30 %\"", "The path \"positive.porosty\" leads nowhere: \"porosty\" is no field of a positive electrode; did you mean \"porosity\"?")]
    [InlineData("\"positive.layers[2].porosity\": \"30 %\"", "The path \"positive.layers[2].porosity\" leads nowhere: layers has 2 elements, [0] to [1].")]
    [InlineData("\"positive.layers.Large.porosity\": \"30 %\"", "no element of layers is named \"Large\". There are L, S.")]
    [InlineData("\"negative.thickness\": \"30 µm\"", "negative is the text \"lithium 250 µm\" in the document; write it as an object to change a part of it.")]
    [InlineData("\"positive.loading.value\": \"30 µm\"", "loading has no parts.")]
    [InlineData("\"positive..loading\": \"30 µm\"", "misses a name; write it like \"positive.layers[0].porosity\".")]
    [InlineData("\"positive.layers[x]\": null", "\"[x]\" in the path \"positive.layers[x]\" is neither an index, as in [0], nor a name in quotes.")]
    [InlineData("\"positive.layers[0\": null", "opens a bracket and does not close it.")]
    [InlineData("\"positive[0]\": null", "a positive electrode is no list.")]
    [InlineData("\"measured\": {}", "\"measured\" belongs to the whole document and cannot vary.")]
    [InlineData("\"positive.porosity\": 30", "variants.other[\"positive.porosity\"]: The number 30 has no unit")]
    public void A_variant_names_the_place_of_its_own_mistakes(string change, string message)
    {
        InputException error = Documents.ErrorOf("\"oneC\"", "\"variants\": { \"other\": { " + change + " } },\n\"oneC\"");
        error.Message.ShouldStartWith("design.json:12:");
        error.Message.ShouldContain(message, Case.Sensitive);
    }

    [Theory]
    [InlineData("positive.porosty=30 %", "--set: positive.porosty: The path \"positive.porosty\" leads nowhere")]
    [InlineData("positive.porosity=30", "--set: positive.porosity: The number 30 has no unit")]
    [InlineData("positive.porosity", "--set: \"positive.porosity\" is no path=value")]
    public void An_override_names_itself(string argument, string message) =>
        Should.Throw<InputException>(() => Documents.Parse(Documents.TwoLayers, argument)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData("\"variants\": { \"Two layers\": {} },", "design.json:12:17: variants[\"Two layers\"]: The variant is named like the document as it stands, \"Two layers\"; give it another name.")]
    [InlineData("\"measured\": { \"Two layer\": {} },", "measured[\"Two layer\"]: No variant is named \"Two layer\"; did you mean \"Two layers\"?")]
    [InlineData("\"measured\": { \"Two layers\": { \"1 h\": \"1 mAh/g\" } },", "measured[\"Two layers\"][\"1 h\"]: \"1 h\"")]
    [InlineData("\"variants\": { \"a\": 1 },", "variants.a: The number 1 stands where an object in braces was expected.")]
    public void Variants_and_measured_values_are_checked(string field, string message) =>
        Documents.ErrorOf("\"oneC\"", field + " \"oneC\"").Message.ShouldContain(message, Case.Sensitive);

    [Fact]
    public void A_document_is_an_object() => Documents.Error("[1]").Message.ShouldBe("design.json:1:1: A design document is one JSON object in braces; a list of 1 stands here.");
}
