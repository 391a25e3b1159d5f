using System.Text.Json;
using Loadstone.Web.Api;
using Loadstone.Web.Serving;

namespace Loadstone.Tests.Web;

public sealed class ProcessTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "examples", "high-solids-slurry.json"));

    [Fact]
    public void Every_step_is_told_with_units_and_finite_numbers()
    {
        MakeAnswer answer = ProcessApi.Answer(new MakeRequest { Document = Document });
        answer.Variant.ShouldBe("pristine, 70 wt%");
        LayerState layer = answer.Layers.ShouldHaveSingleItem();
        layer.Window.Solids.ShouldBe(70, 1e-9);
        layer.Numbers.ShouldAllBe(number => double.IsFinite(number.Value) && number.Unit.Length > 0);
        string[] steps = ["Answer", "Slurry", "Coating", "Drying", "Binder and carbon", "Calendering"];
        answer.Sections.Select(section => section.Heading).Take(steps.Length).ShouldBe(steps);
    }

    [Fact]
    public void A_variant_is_made_in_its_own_right()
    {
        LayerState layer = ProcessApi.Answer(new MakeRequest { Document = Document, Variant = "IBC, 77 wt%" }).Layers.ShouldHaveSingleItem();
        layer.Window.Solids.ShouldBe(77, 1e-9);
    }

    [Fact]
    public void What_is_no_number_is_sent_as_null_and_the_rest_as_short_as_a_screen_needs()
    {
        Digits.Five(double.NaN).ShouldBeNull();
        Digits.Five(0.123456789).ShouldBe(0.12346);
        BlockPart plot = BlockPart.Of(new Loadstone.Reports.Plot("p", "P", new("x"), new("y"), [new("s", [1, 2], [double.NaN, 1.0 / 3])]));
        JsonSerializer.Serialize(plot, WebJson.Options).ShouldContain("\"y\":[null,0.3333333]");
    }

    [Fact]
    public void A_document_without_a_process_is_told_how_to_get_one()
    {
        string plain = File.ReadAllText(Path.Combine(Repository.Root, "examples", "l-dry-s.json"));
        Should.Throw<InputException>(() => ProcessApi.Answer(new MakeRequest { Document = plain })).Place.ShouldBe("positive.process");
    }
}
