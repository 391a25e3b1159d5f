using Loadstone.Designs;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Designs;

public class DesignDocumentTests
{
    private const string Variants = """
        , "variants": {
            "turned": { "positive.layers": "reversed" },
            "mix": { "positive.layers": "mixed", "positive.loading": "29.6 mg/cm²" },
            "open": { "positive.layers.L.porosity": "55 %", "positive.layers[1].bruggemanExponent": 1.5 },
            "thick": { "positive.porosity": null, "positive.thickness": "90 µm" }
          },
          "base": "as coated",
          "measured": { "as coated": { "1C": "150.05 mAh/g", "C/2": "0 mAh/g" } } }
        """;

    private static readonly string WithVariants = Documents.TwoLayers.TrimEnd()[..^1] + Variants;

    [Fact]
    public void Quantities_arrive_in_SI()
    {
        CellDesign.Recipe recipe = Documents.Recipe(Documents.Parse(Documents.TwoLayers).Base);
        recipe.Positive.Loading.ShouldBe(0.22);
        recipe.Positive.Porosity.ShouldBe(0.25);
        recipe.Positive.Layers[0].ParticleDiameter.ShouldBe(11.3e-6);
        recipe.Positive.Layers[1].Solids.Select(s => (s.Material, s.MassFraction)).ShouldBe([("nmc83", 0.96), ("acetylene black", 0.02), ("pvdf", 0.02)]);
        recipe.OneC.ShouldBe(210);
        (recipe.LowerCutOff, recipe.UpperCutOff).ShouldBe((2.7, 4.3));
        recipe.Lithium!.Material.ShouldBe("lithium");
        recipe.Lithium.Thickness.ShouldBe(250e-6);
    }

    [Fact]
    public void What_is_left_out_is_null() => Documents.Recipe(Documents.Parse(Documents.TwoLayers).Base).Temperature.ShouldBeNull();

    [Fact]
    public void The_document_as_it_stands_is_the_first_variant()
    {
        Documents.Parse(Documents.TwoLayers).Variants.Select(v => v.Name).ShouldBe(["Two layers"]);
        Documents.Parse(WithVariants).Variants.Select(v => v.Name).ShouldBe(["as coated", "turned", "mix", "open", "thick"]);
    }

    [Fact]
    public void Variants_change_what_they_name_and_nothing_else()
    {
        Dictionary<string, ElectrodeDesign> positive = Documents.Parse(WithVariants).Variants.ToDictionary(v => v.Name, v => Documents.Recipe(v).Positive);
        positive["as coated"].Arrangement.ShouldBe(LayerArrangement.AsWritten);
        positive["turned"].Arrangement.ShouldBe(LayerArrangement.Reversed);
        positive["mix"].Arrangement.ShouldBe(LayerArrangement.Mixed);
        positive["mix"].Loading.ShouldBe(0.296);
        positive["turned"].Loading.ShouldBe(0.22);
        positive["open"].Layers.Select(l => l.Porosity).ShouldBe([0.55, null]);
        positive["open"].Layers.Select(l => l.BruggemanExponent).ShouldBe([null, 1.5]);
        positive["thick"].Porosity.ShouldBeNull();
        positive["thick"].Thickness.ShouldBe(90e-6);
    }

    [Fact]
    public void Measured_values_go_to_their_variant()
    {
        DesignDocument document = Documents.Parse(WithVariants);
        document.Base.Measured.ShouldBe([new MeasuredCapacity(1, 150.05 * 3600), new MeasuredCapacity(0.5, 0)]);
        document.Variants[1].Measured.ShouldBeEmpty();
    }

    [Fact]
    public void Overrides_come_before_variants()
    {
        DesignDocument document = Documents.Parse(WithVariants, "positive.porosity=30 %", "area=\"2 cm²\"", "laws.percolationExponent=2");
        CellDesign.Recipe[] recipes = [.. document.Variants.Select(Documents.Recipe)];
        recipes[0].Positive.Porosity.ShouldBe(0.3);
        recipes[1].Positive.Porosity.ShouldBe(0.3);
        recipes[4].Positive.Porosity.ShouldBeNull();
        recipes.ShouldAllBe(recipe => recipe.Area == 2e-4 && recipe.Laws.PercolationExponent == 2);
    }

    [Fact]
    public void A_rate_test_becomes_charges_holds_and_discharges()
    {
        Protocol protocol = Documents.Parse(Documents.TwoLayers).Base.Run.ShouldHaveSingleItem();
        protocol.Steps.Where(step => step.RateTestRate is not null).Select(step => step.RateTestRate).ShouldBe([0.1, 1.0]);
        protocol.Steps.Count.ShouldBe(6);
    }

    /// <summary>A loop written as an object is the one that the sentence says, with its conditions and the loop inside it.</summary>
    [Fact]
    public void Loops_are_objects_or_sentences()
    {
        Protocol written = Read("""
            "Rest for 1 h", { "repeat": 3, "until": "80 % capacity or 100 h", "steps": ["Charge at C/2 until 4.2 V",
              { "repeat": 2, "steps": ["Discharge at C/10 for 10 min", "Rest for 50 min"] }] }, { "repeat": 2, "until": "until 3 V", "steps": ["Discharge at C/20 for 1 h"] }
            """);
        Protocol said = Read("""
            "Rest for 1 h", "Repeat 3 times until 80 % capacity or 100 h: Charge at C/2 until 4.2 V; (Repeat 2 times: Discharge at C/10 for 10 min; Rest for 50 min)",
            "Repeat 2 times until 3 V: Discharge at C/20 for 1 h"
            """);
        written.Steps.Select(step => step.Text).ShouldBe(said.Steps.Select(step => step.Text));
        written.Steps.Count.ShouldBe(18);
        written.Loops.Select(loop => (loop.Start, loop.Length, loop.Count)).ShouldBe(said.Loops.Select(loop => (loop.Start, loop.Length, loop.Count)));
        written.Loops.SelectMany(loop => loop.Until).ShouldBe(said.Loops.SelectMany(loop => loop.Until));
        written.Loops[0].Until.ShouldBe([new LoopCondition.CapacityShare(0.8), new LoopCondition.Time(360_000)]);

        static Protocol Read(string protocol) => Documents.Parse($$"""{ "name": "Known cell", "cell": "chen2020", "run": [ { "protocol": [ {{protocol}} ] } ] }""").Base.Run.ShouldHaveSingleItem();
    }

    [Fact]
    public void Rate_test_settings_and_protocols_in_words_are_read()
    {
        string json = Documents.TwoLayers.Replace("\"between\": [\"2.7 V\", \"4.3 V\"] }",
            "\"charge\": \"C/5\", \"holdTo\": \"C/50\", \"rest\": \"10 min\" }, { \"name\": \"Formation\", \"protocol\": [\"Charge at C/10 until 4.3 V\", \"Rest for 1 hour\"] }", StringComparison.Ordinal)
            .Replace("\"oneC\"", "\"between\": [\"2.7 V\", \"4.3 V\"], \"oneC\"", StringComparison.Ordinal);
        IReadOnlyList<Protocol> run = Documents.Parse(json).Base.Run;
        run[0].Steps.Select(step => step.Control).Take(3).ShouldBe([new Control.CRate(-0.2), new Control.Voltage(4.3), new Control.Rest()]);
        run[0].Steps[1].Until.ShouldBe([new StopCondition.CRate(0.02)]);
        run[0].Steps[2].Duration.ShouldBe(600);
        run[1].Name.ShouldBe("Formation");
        run[1].Steps.Count.ShouldBe(2);
    }

    [Fact]
    public void A_document_may_name_a_parameter_set()
    {
        DesignDocument document = Documents.Parse("""{ "name": "Known cell", "cell": "chen2020", "run": [ { "protocol": ["Discharge at 1C until 2.5 V"] } ], "mesh": { "radial": 40 } }""");
        document.Base.Cell.ShouldBeOfType<CellDesign.ParameterSet>().Name.ShouldBe("chen2020");
        document.Base.Mesh.ShouldBe(new MeshSettings { Radial = 40 });
    }

    [Fact]
    public void Shares_default_to_equal_parts_and_a_third_may_be_rounded()
    {
        string equal = Documents.TwoLayers.Replace("\"share\": \"50 %\", ", "", StringComparison.Ordinal);
        Documents.Recipe(Documents.Parse(equal).Base).Positive.Layers.ShouldAllBe(layer => layer.Share == 0.5);
        string rounded = Documents.TwoLayers.Replace("\"share\": \"50 %\"", "\"share\": \"49.99 %\"", StringComparison.Ordinal);
        Documents.Recipe(Documents.Parse(rounded).Base).Positive.Layers.Sum(layer => layer.Share).ShouldBe(1, 1e-15);
    }

    [Theory]
    [InlineData("lithium 250 µm", "lithium", 250e-6)]
    [InlineData("lithium", "lithium", null)]
    public void A_sheet_is_a_material_and_maybe_a_thickness(string text, string material, double? thickness)
    {
        string json = Documents.TwoLayers.Replace("lithium 250 µm", text, StringComparison.Ordinal);
        SheetDesign lithium = Documents.Recipe(Documents.Parse(json).Base).Lithium!;
        (lithium.Material, lithium.Thickness).ShouldBe((material, thickness));
    }

    [Fact]
    public void A_product_number_is_no_thickness()
    {
        string json = Documents.TwoLayers.Replace("\"oneC\"", "\"separator\": \"Celgard 2325 25 µm\", \"oneC\"", StringComparison.Ordinal);
        SheetDesign sheet = Documents.Recipe(Documents.Parse(json).Base).Separator!.Sheet;
        (sheet.Material, sheet.Thickness).ShouldBe(("Celgard 2325", 25e-6));
    }
}
