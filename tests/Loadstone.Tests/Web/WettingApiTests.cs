using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class WettingApiTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "examples", "l-dry-s.json"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_begins_with_its_arrangements_and_ends_by_saying_so()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        List<Part> parts = await client.PartsAsync("api/wet", new { document = Document, arrangements = (string[])["as written", "mixed"], seeds = 2, porosity = "60 %", width = "30 µm" }, Cancellation);
        parts[0].Data.GetProperty("cases").EnumerateArray().Select(one => one.GetString()).ShouldBe(["L-S", "Mix"]);
        parts[^1].Name.ShouldBe("done");
        parts.Named("result").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_ranking_ends_with_its_orders()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        List<Part> parts = await client.PartsAsync("api/rank", new { document = Document, ratios = "5:5", angles = "30°", seeds = 2, porosity = "60 %", width = "30 µm" }, Cancellation);
        parts[^1].Name.ShouldBe("done");
        JsonElement section = parts.Named("ranking")[^1].GetProperty("sections")[0];
        section.GetProperty("blocks").EnumerateArray().ShouldContain(block => block.GetProperty("kind").GetString() == "table");
    }

    [Theory]
    [InlineData("api/wet", "mode", "hourly", "--mode")]
    [InlineData("api/wet", "angle", "30°, 60°", "--angle")]
    [InlineData("api/wet", "gap", "../../etc/passwd", "--gap")]
    [InlineData("api/rank", "ratios", "seven to three", "--ratios")]
    public async Task What_cannot_be_used_is_refused_at_its_place_before_anything_is_sent(string path, string member, string value, string option)
    {
        var body = new Dictionary<string, object> { ["document"] = Document, [member] = value };
        (HttpStatusCode status, JsonElement problem) = await Refused(path, JsonSerializer.Serialize(body));
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("path").GetString().ShouldBe(option);
    }

    [Theory]
    [InlineData("api/wet")]
    [InlineData("api/rank")]
    [InlineData("api/make")]
    public async Task A_document_that_is_wrong_is_told_with_its_place(string path)
    {
        string document = Document.Replace("\"loading\": \"", "\"loading\": \"-", StringComparison.Ordinal);
        document.ShouldNotBe(Document);
        (HttpStatusCode status, JsonElement problem) = await Refused(path, JsonSerializer.Serialize(new { document }));
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("path").GetString()!.ShouldContain("loading");
        problem.GetProperty("line").GetInt32().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("{\"document\": 3}", HttpStatusCode.BadRequest, "$.document")]
    [InlineData("{\"docum", HttpStatusCode.BadRequest, "cannot be read")]
    [InlineData("{}", HttpStatusCode.BadRequest, "cannot be read")]
    public async Task What_is_no_request_is_refused_in_words(string body, HttpStatusCode expected, string words)
    {
        foreach (string path in (string[])["api/wet", "api/rank", "api/make"])
        {
            (HttpStatusCode status, JsonElement problem) = await Refused(path, body);
            status.ShouldBe(expected, path);
            problem.GetProperty("message").GetString()!.ShouldContain(words);
        }
    }

    [Fact]
    public async Task More_than_a_document_can_hold_is_not_taken()
    {
        (HttpStatusCode status, JsonElement problem) = await Refused("api/wet", JsonSerializer.Serialize(new { document = new string(' ', 2_000_000) }));
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("message").GetString()!.ShouldContain("more was sent");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Problem)> Refused(string path, string body)
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }
}
