using System.Text;
using Loadstone.Formats.Json;

namespace Loadstone.Tests.Formats;

public class PlacedJsonTests
{
    private static PlacedValue Read(string json) => PlacedJsonReader.Read(Encoding.UTF8.GetBytes(json), "file.json");

    private static InputException Error(string json) => Should.Throw<InputException>(() => Read(json));

    [Fact]
    public void Every_value_knows_its_line_column_and_path()
    {
        var root = (PlacedObject)Read("{\n  \"µ\": [ 1,\n    {\"a b\": true} ]\n}");
        var list = (PlacedArray)root.Find("µ")!;
        list.Items[0].Place.ShouldBe(new JsonPlace("file.json", 2, 10, "µ[0]"));
        var inner = ((PlacedObject)list.Items[1]).Members[0];
        inner.Value.Place.ShouldBe(new JsonPlace("file.json", 3, 13, "µ[1][\"a b\"]"));
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_allowed()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("// first\n{ \"a\": 1, /* and */ \"b\": [2, ], }")];
        var root = (PlacedObject)PlacedJsonReader.Read(bytes, null);
        root.Find("a").ShouldBeOfType<PlacedNumber>().Value.ShouldBe(1);
        root.Find("a")!.Place.Line.ShouldBe(2);
    }

    [Fact]
    public void Null_counts_as_left_out() => ((PlacedObject)Read("{\"a\": null}")).Find("a").ShouldBeNull();

    [Fact]
    public void A_name_that_stands_twice_is_an_error() =>
        Error("{\n \"a\": 1,\n \"a\": 2 }").Message.ShouldBe("file.json:3:2: a: \"a\" stands twice in the same object, first in line 2; keep one.");

    [Theory]
    [InlineData("{\"a\": [1, 2\n", "file.json:2:1: The JSON is cut off: \"a\", opened in line 1, is not closed.")]
    [InlineData("{\"a\": 1,", "file.json:1:9: The JSON is cut off: the document, opened in line 1, is not closed.")]
    [InlineData("{\"a\": \"22 mg", "file.json:1:13: The JSON is cut off: the document, opened in line 1, is not closed.")]
    [InlineData("{\"a\"", "file.json:1:5: The JSON is cut off: the document, opened in line 1, is not closed.")]
    public void Cut_off_json_says_what_was_left_open(string json, string message) => Error(json).Message.ShouldBe(message);

    [Theory]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2 }", "file.json:3:3: This is not JSON.")]
    [InlineData("{ \"a\": 'x' }", "file.json:1:8: This is not JSON.")]
    [InlineData("{} {}", "file.json:1:4: This is not JSON.")]
    [InlineData("{ \"ä\": nul }", "file.json:1:")]
    public void Broken_json_gives_line_and_column(string json, string start) => Error(json).Message.ShouldStartWith(start);

    [Fact]
    public void An_empty_file_is_told_so() => Error(" \n ").Message.ShouldBe("file.json: The file is empty; one JSON object was expected.");

    [Fact]
    public void Bytes_that_are_no_text_are_told_so() =>
        Should.Throw<InputException>(() => PlacedJsonReader.Read([0x7B, 0xFF, 0xFE], "file.json")).Message.ShouldBe("file.json: The file is not text in UTF-8, as JSON is.");

    [Fact]
    public void A_number_beyond_doubles_is_an_error() => Error("[1e999]").Message.ShouldBe("file.json:1:2: [0]: 1e999 is too large for a number.");

    [Fact]
    public void A_missing_file_is_told_so() =>
        Should.Throw<InputException>(() => PlacedJsonReader.ReadFile("no-such-file.json")).Message.ShouldBe("no-such-file.json: There is no such file.");

    [Fact]
    public void A_folder_is_no_file() =>
        Should.Throw<InputException>(() => PlacedJsonReader.ReadFile(AppContext.BaseDirectory)).Message.ShouldEndWith("The file cannot be read. It is a folder, not a file.");

    [Theory]
    [InlineData("30 %", typeof(PlacedText))]
    [InlineData("\"30 %\"", typeof(PlacedText))]
    [InlineData("1.5", typeof(PlacedNumber))]
    [InlineData("[1]", typeof(PlacedArray))]
    [InlineData("null", typeof(PlacedNull))]
    public void An_argument_is_json_if_it_reads_as_json_and_else_text(string text, Type type) =>
        PlacedJsonReader.ReadArgument(text, "--set", "a").ShouldBeOfType(type);

    [Fact]
    public void Deep_nesting_is_an_error_and_not_a_crash() => Error(new string('[', 10_000)).Message.ShouldContain("This is not JSON.");
}
