using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class DocumentApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_document_has_no_problems_and_tells_its_variants_and_commands()
    {
        JsonElement check = await PostAsync("api/check", new { document = BenchDocuments.Layered() });
        check.GetProperty("problems").GetArrayLength().ShouldBe(0);
        check.GetProperty("variants").EnumerateArray().Select(name => name.GetString()).ShouldBe(["Layered", "reversed"]);
        check.GetProperty("commands")[0].GetProperty("command").GetString().ShouldBe("loadstone run design.json");
    }

    [Fact]
    public async Task Every_variant_that_cannot_be_built_is_told()
    {
        string document = BenchDocuments.Layered().Replace("\"reversed\": {", "\"thin\": { \"positive.loading\": \"22 mg/cm²\", \"positive.layers[0].solids\": { \"nmc83-largo\": \"100 %\" } }, \"reversed\": {", StringComparison.Ordinal);
        JsonElement problem = (await PostAsync("api/check", new { document })).GetProperty("problems")[0];
        problem.GetProperty("message").GetString()!.ShouldContain("nmc83-largo");
        problem.GetProperty("line").GetInt32().ShouldBe(15);
    }

    [Fact]
    public async Task Every_shipped_document_can_be_used_and_the_gallery_holds_the_three_arrangements()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        JsonElement[] examples = [.. (await client.GetFromJsonAsync<JsonElement>(new Uri("api/examples", UriKind.Relative), Cancellation)).EnumerateArray()];
        examples.Where(example => example.GetProperty("gallery").GetBoolean()).Select(example => example.GetProperty("title").GetString()).ShouldBe(["L-Dry-S", "Mix", "S-Dry-L"]);
        foreach (JsonElement example in examples)
        {
            string name = example.GetProperty("name").GetString()!;
            string document = (await client.GetFromJsonAsync<JsonElement>(new Uri($"api/examples/{name}", UriKind.Relative), Cancellation)).GetProperty("document").GetString()!;
            using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri("api/check", UriKind.Relative), new { document }, Cancellation);
            (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("problems").GetArrayLength().ShouldBe(0, name);
        }
        using HttpResponseMessage unknown = await client.GetAsync(new Uri("api/examples/..%2F..%2Fetc", UriKind.Relative), Cancellation);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_schema_is_that_of_the_library()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        (await client.GetStringAsync(new Uri("api/schema", UriKind.Relative), Cancellation)).ShouldBe(Loadstone.Designs.DesignSchema.Write());
    }

    [Fact]
    public async Task A_report_is_one_page_of_the_variants_asked_for()
    {
        string html = (await PostAsync("api/report", new { document = BenchDocuments.Layered(), variants = (string[])["reversed"] })).GetProperty("html").GetString()!;
        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain("loadstone run design.json --variant &quot;reversed&quot;");
        html.ShouldContain("1 variant");
    }

    private static async Task<JsonElement> PostAsync(string path, object body)
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
