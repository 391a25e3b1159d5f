using Loadstone.Designs;

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

    [Fact]
    public void An_error_of_a_variant_names_the_variant()
    {
        string json = Documents.TwoLayers.Replace("\"oneC\"", "\"variants\": { \"thin\": { \"positive.porosity\": null, \"positive.thickness\": \"40 µm\" } }, \"oneC\"", StringComparison.Ordinal);
        Error(json).Message.ShouldContain("In the variant \"thin\": A loading of 22 mg/cm² of active material in 40 µm");
    }

    [Fact]
    public void A_layer_that_takes_the_whole_thickness_leaves_no_room() =>
        Error(Documents.TwoLayers, "positive.porosity=null", "positive.thickness=80 µm", "positive.layers.L.porosity=70 %").Message.ShouldContain("would leave no room for the layers that state no porosity");

    [Fact]
    public void An_unknown_parameter_set_is_an_error_at_its_place() =>
        Error("""{ "name": "x", "cell": "chen2021" }""").Message.ShouldStartWith("design.json:1:24: cell: \"chen2021\" is no parameter set; did you mean chen2020?");
}
