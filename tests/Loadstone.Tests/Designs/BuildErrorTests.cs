using Loadstone.Designs;
using Loadstone.Designs.Building;

namespace Loadstone.Tests.Designs;

/// <summary>What a design can get wrong that only its materials tell.</summary>
public class BuildErrorTests
{
    private static InputException Error(string json, params string[] overrides) =>
        Should.Throw<InputException>(() =>
        {
            foreach (Design variant in Documents.Parse(json, overrides).Variants) DesignBuilder.Build(variant);
        });

    [Theory]
    [InlineData("\"nmc83\"", "\"nmc38\"", "design.json:7:51: positive.layers[0].solids.nmc38: \"nmc38\" is no material of the catalogue; did you mean nmc83?")]
    [InlineData("\"pvdf\"", "\"nmp\"", "is no solid of a coating; expected an active material, a carbon or a binder.")]
    [InlineData("\"nmc83\": \"96 %\"", "\"super p\": \"96 %\"", "positive.layers[0].solids: Layer L has no active material.")]
    [InlineData("\"acetylene black\": \"2 %\", \"pvdf\"", "\"nmc83 \": \"2 %\", \"pvdf\"", "positive.layers[0].solids: nmc83 stands there under two names; add its mass fractions up.")]
    [InlineData("\"acetylene black\": \"2 %\", \"pvdf\": \"2 %\"", "\"pvdf\": \"4 %\"", "positive.layers[0]: Layer L holds no carbon, so that its electronic conductivity is not known; add a carbon or state \"electronicConductivity\".")]
    [InlineData("\"porosity\": \"25 %\"", "\"thickness\": \"40 µm\"", "positive.thickness: A loading of 22 mg/cm² of active material in 40 µm would leave a porosity of -27.8")]
    [InlineData("\"porosity\": \"25 %\"", "\"pressDensity\": \"4.6 g/cm³\"", "positive.pressDensity: A loading of 22 mg/cm² of active material in ")]
    [InlineData("\"porosity\": \"25 %\"", "\"porosity\": \"25 %\", \"thickness\": \"90 µm\"", "positive.porosity: \"porosity\" and \"thickness\" clash: with a loading of 22 mg/cm² the 25 % make the coating 68.1")]
    [InlineData("\"porosity\": \"25 %\"", "\"pressDensity\": \"3 g/cm³\", \"thickness\": \"90 µm\"", "positive.pressDensity: \"pressDensity\" and \"thickness\" clash: with a loading of 22 mg/cm² the 3 g/cm³ make the coating 76.39 µm thick, not 90 µm. Keep two of loading, thickness and porosity")]
    [InlineData("\"negative\"", "\"separator\": \"polyproplene 25 µm\", \"negative\"", "separator: \"polyproplene\" is no separator of the catalogue; did you mean polypropylene?")]
    [InlineData("\"negative\"", "\"electrolyte\": \"2 M NaCl\", \"negative\"", "electrolyte: \"2 M NaCl\" is no electrolyte of the catalogue;")]
    [InlineData("\"loading\"", "\"foil\": \"tin 15 µm\", \"loading\"", "positive.foil: \"tin\" is no foil of the catalogue;")]
    [InlineData("\"name\": \"L\"", "\"name\": \"L\", \"slurry\": { \"solvent\": \"pvdf\", \"solidsContent\": \"70 %\" }", "positive.layers[0].slurry.solvent: \"pvdf\" is a binder; expected a solvent")]
    [InlineData("\"particleDiameter\": \"4.5 µm\"", "\"particles\": [ { \"material\": \"lfp\", \"diameter\": \"1 µm\", \"share\": \"100 %\" } ]", "positive.layers[1].particles[0]: lfp is not among the solids of layer S.")]
    [InlineData("\"loading\"", "\"arrangement\": \"mixed\", \"loading\"", "Only some of the layers state their tortuosityFactor")]
    public void Each_problem_has_its_own_message(string old, string replacement, string message)
    {
        Documents.TwoLayers.ShouldContain(old);
        int first = Documents.TwoLayers.IndexOf(old, StringComparison.Ordinal);
        string json = Documents.TwoLayers[..first] + replacement + Documents.TwoLayers[(first + old.Length)..];
        if (message.Contains("tortuosityFactor", StringComparison.Ordinal)) json = json.Replace("\"particleDiameter\": \"4.5 µm\"", "\"tortuosityFactor\": 3", StringComparison.Ordinal);
        InputException error = Error(json);
        error.Message.ShouldStartWith("design.json:");
        error.Message.ShouldContain(message, Case.Sensitive);
    }

    [Theory]
    [InlineData("\"positive.porosity\": null, \"positive.thickness\": \"40 µm\"", "design.json:12:76: variants.thin[\"positive.thickness\"]: A loading of 22 mg/cm² of active material in 40 µm")]
    [InlineData("\"positive.layers\": \"mixed\", \"positive.layers[0].bruggemanExponent\": 2", "design.json:3:15: positive: In the variant \"thin\": Only some of the layers state their bruggemanExponent")]
    public void An_error_of_a_variant_names_the_variant(string changes, string message)
    {
        string json = Documents.TwoLayers.Replace("\"oneC\"", "\"variants\": { \"thin\": { " + changes + " } }, \"oneC\"", StringComparison.Ordinal);
        Error(json).Message.ShouldStartWith(message, Case.Sensitive);
    }

    [Fact]
    public void Cut_offs_between_which_there_is_no_lithium_are_an_error() =>
        Error(Documents.TwoLayers.Replace("\"oneC\": \"210 mA/g\",", "", StringComparison.Ordinal), "between=[\"0.1 V\", \"0.2 V\"]").Message
            .ShouldBe("design.json:3:15: positive: The positive electrode holds no charge between 0.1 V and 0.2 V against lithium; expected cut-offs that its open-circuit potential passes.");

    [Fact]
    public void A_full_cell_that_cannot_rest_at_its_cut_offs_is_an_error() =>
        Error(Documents.TwoLayers.Replace("\"lithium 250 µm\"", """{ "npRatio": 1.1, "porosity": "35 %", "firstCycleLoss": "80 %", "layers": [ { "solids": { "graphite": "97 %", "cmc": "3 %" } } ] }""", StringComparison.Ordinal))
            .Message.ShouldStartWith("design.json:1:1: The cell cannot rest at its cut-off of ");

    [Fact]
    public void A_layer_that_takes_the_whole_thickness_leaves_no_room() =>
        Error(Documents.TwoLayers, "positive.porosity=null", "positive.thickness=80 µm", "positive.layers.L.porosity=70 %").Message.ShouldContain("would leave no room for the layers that state no porosity");

    [Fact]
    public void An_unknown_parameter_set_is_an_error_at_its_place() =>
        Error("""{ "name": "x", "cell": "chen2021" }""").Message.ShouldStartWith("design.json:1:24: cell: \"chen2021\" is no parameter set; did you mean chen2020?");
}
