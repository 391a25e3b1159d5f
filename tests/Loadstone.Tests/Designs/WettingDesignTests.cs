using Loadstone.Designs.Building;
using Loadstone.Designs.Infiltration;
using Loadstone.Designs.Runs;
using Loadstone.Wetting.Areas;

namespace Loadstone.Tests.Designs;

public class WettingDesignTests
{
    private static readonly string Wetted = Documents.TwoLayers.Replace("\"oneC\"", "\"wetting\": { \"rest\": \"1 h\", \"contactAngle\": \"40°\", \"trappedAir\": \"15 %\", \"halfWidth\": \"8 mm\" },\n\"oneC\"", StringComparison.Ordinal);

    /// <summary>What is wet at the end of the rest is what the model gets, layer by layer, and the rest of the cell is the same.</summary>
    [Fact]
    public void The_model_gets_what_the_rest_has_wetted()
    {
        BuiltDesign built = DesignBuilder.Build(Documents.Parse(Wetted).Base), dry = DesignBuilder.Build(Documents.Parse(Documents.TwoLayers).Base);
        ElectrodeWetting wetting = built.Wetting.ShouldHaveSingleItem();
        wetting.Side.ShouldBe("positive");
        AreaWetting area = wetting.Wetting;
        (area.Area.HalfWidth, area.Area.Shape, area.Area.Feed, area.States[^1].Time).ShouldBe((8e-3, AreaShape.Disc, AreaFaces.Edges, 3600));
        area.Area.Layers.Select(layer => layer.Name).ShouldBe(["separator", "S", "L"]);
        built.Cell.Positive.Layers.Select(layer => layer.WettedFraction.Mean).ShouldBe([area.Wetted[2], area.Wetted[1]], 1e-8);
        built.Cell.Positive.Layers[0].WettedFraction.Mean.ShouldBeInRange(0.7, 0.999);
        built.Positive!.Electrode.ShouldBe(built.Cell.Positive);
        (built.Cell.OneC, built.Positive.ArealCapacity).ShouldBe((dry.Cell.OneC, dry.Positive!.ArealCapacity));
        dry.Wetting.ShouldBeEmpty();
    }

    [Fact]
    public void The_longer_it_rests_the_more_is_wet()
    {
        double At(string rest) => DesignBuilder.Build(Documents.Parse(Wetted, $"wetting.rest={rest}").Base).Wetting[0].Wetted;
        At("2 min").ShouldBeLessThan(At("4 h"));
        At("1000 h").ShouldBe(1, 1e-9);
    }

    /// <summary>Without a stated share, air is what beds of each layer hold; the document's reader is told of it, and of the size taken from the area.</summary>
    [Fact]
    public void What_is_left_out_is_told()
    {
        BuiltDesign built = DesignBuilder.Build(Documents.Parse(Wetted, "wetting.trappedAir=null", "wetting.halfWidth=null", "wetting.contactAngle=85°").Base);
        built.Defaults.Select(taken => taken.Path).ShouldContain("wetting.halfWidth");
        built.Defaults.Where(taken => taken.Path == "wetting.trappedAir").Count().ShouldBe(2);
        built.Wetting[0].Wetting.Area.HalfWidth.ShouldBe(Math.Sqrt(1e-4 / Math.PI), 1e-12);
        built.Wetting[0].Wetting.Area.Layers.Sum(layer => layer.Properties.TrappedShare).ShouldBeGreaterThan(0);
        built.Assumed.ShouldContain(value => value.Of == "wetting laws" && value.Property.StartsWith("Ostwald", StringComparison.Ordinal));
    }

    [Fact]
    public void A_coated_negative_electrode_is_filled_as_well()
    {
        string full = Wetted.Replace("\"lithium 250 µm\"", """{ "npRatio": 1.1, "porosity": "35 %", "layers": [ { "name": "G", "solids": { "graphite": "96 %", "super p": "1 %", "pvdf": "3 %" } } ] }""", StringComparison.Ordinal);
        BuiltDesign built = DesignBuilder.Build(Documents.Parse(full).Base);
        built.Wetting.Select(wetting => wetting.Side).ShouldBe(["positive", "negative"]);
        built.Cell.Negative!.Layers[0].WettedFraction.Mean.ShouldBe(built.Wetting[1].OfLayers[0], 1e-8);
    }

    [Fact]
    public void The_report_says_what_was_wet_with_units()
    {
        RunOutcome outcome = DesignRunner.Run(Documents.Parse(Wetted.Replace("\"0.1C\", \"1C\"", "\"1C\"", StringComparison.Ordinal)));
        var row = RunReport.ToJson(outcome)["wetting"]!.AsArray();
        row.Count.ShouldBe(2);
        row[0]!["layer"]!.GetValue<string>().ShouldBe("L");
        row[0]!["wettedFraction"]!["unit"]!.GetValue<string>().ShouldBe("%");
        row[0]!["wettedFraction"]!["value"]!.GetValue<double>().ShouldBe(100 * outcome.Variants[0].Built.Wetting[0].OfLayers[0], 1e-9);
        RunReport.Tables(outcome).ShouldContain(table => table.Title == "Filling and rest before the run");
    }

    [Fact]
    public void A_design_without_wetting_can_be_studied_too()
    {
        AreaStudy study = AreaStudy.Of(Documents.Parse(Documents.TwoLayers).Base, wetting => wetting with { TrappedAir = 0.1 });
        study.Electrodes[0].Wetting.States[^1].Time.ShouldBe(AreaStudy.StandardRest);
        AreaReport.Of(study).Numbers.Select(number => number.Name).ShouldContain("R_p settled after");
        Should.Throw<InputException>(() => AreaStudy.Of(Documents.Parse("""{ "name": "set", "cell": "chen2020", "run": [] }""").Base)).Message.ShouldContain("parameter set");
    }

    [Theory]
    [InlineData("\"rest\": \"1 h\"", "\"rest\": \"0 s\"", "wetting.rest", "expected 0.001 s to")]
    [InlineData("\"rest\": \"1 h\"", "\"rest\": \"-1 h\"", "wetting.rest", "negative")]
    [InlineData("\"rest\": \"1 h\", ", "", "wetting", "needs the field \"rest\"")]
    [InlineData("40°", "95°", "wetting.contactAngle", "less than 90°")]
    [InlineData("15 %", "120 %", "wetting.trappedAir", "expected 0 % to 90 %")]
    [InlineData("8 mm", "8 kg", "wetting.halfWidth", "kg")]
    [InlineData("\"trappedAir\"", "\"trapedAir\"", "wetting.trapedAir", "did you mean \"trappedAir\"?")]
    [InlineData("\"particleDiameter\": \"4.5 µm\"", "\"particleDiameter\": \"4.5 µm\", \"wettedFraction\": \"90 %\"", "positive.layers[1].wettedFraction", "clash")]
    public void Bad_wetting_is_told_with_its_place(string old, string replacement, string place, string reason)
    {
        Wetted.ShouldContain(old);
        InputException error = Documents.Error(Wetted.Replace(old, replacement, StringComparison.Ordinal));
        error.Place.ShouldBe(place);
        error.Message.ShouldContain(reason);
    }

    /// <summary>A rest in which the foil's layer stays dry cannot be simulated, and the message says what helps.</summary>
    [Fact]
    public void A_rest_too_short_is_told()
    {
        InputException error = Should.Throw<InputException>(() => DesignBuilder.Build(Documents.Parse(Wetted, "wetting.rest=1 ms", "wetting.halfWidth=1 m").Base));
        error.Place.ShouldBe("wetting.rest");
        error.Message.ShouldContain("expected 1 % at least");
    }
}
