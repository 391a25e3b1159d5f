using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Loadstone.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loadstone.Tests.Web;

public sealed partial class ApiDescriptionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_is_described_with_what_it_takes_and_what_it_answers()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        JsonElement description = await client.GetFromJsonAsync<JsonElement>(new Uri("openapi/v1.json", UriKind.Relative), Cancellation);
        Dictionary<string, JsonElement> described = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(call => ($"{call.Name.ToUpperInvariant()} {path.Name}", call.Value))).ToDictionary(call => call.Item1, call => call.Value);

        described.Keys.Order().ShouldBe(Mapped(bench).Order(), "what is served and what is described are the same");
        foreach ((string name, JsonElement call) in described)
        {
            call.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace(name);
            foreach (JsonElement parameter in call.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray() : [])
                parameter.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace($"{name}: {parameter.GetProperty("name")}");
            JsonElement answer = call.GetProperty("responses").GetProperty("200");
            if (!name.StartsWith("DELETE", StringComparison.Ordinal)) SchemaOf(answer, name).ValueKind.ShouldBe(JsonValueKind.Object);
            if (name.StartsWith("POST", StringComparison.Ordinal) && !name.EndsWith("/sessions", StringComparison.Ordinal)) SchemaOf(call.GetProperty("requestBody"), name).ValueKind.ShouldBe(JsonValueKind.Object);
        }
        JsonElement schemas = description.GetProperty("components").GetProperty("schemas");
        foreach (Match named in Reference().Matches(description.GetRawText()))
            schemas.TryGetProperty(named.Groups[1].Value, out _).ShouldBeTrue($"{named.Groups[1].Value} is described");
    }

    [Fact]
    public async Task Fields_of_requests_and_parts_of_answers_say_what_they_are()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        JsonElement description = await client.GetFromJsonAsync<JsonElement>(new Uri("openapi/v1.json", UriKind.Relative), Cancellation);
        JsonElement schemas = description.GetProperty("components").GetProperty("schemas");
        foreach (string request in (string[])["BenchRequest", "MakeRequest", "FillingRequest", "RankingRequest", "DocumentBody", "ReportBody", "AnalysisRequest"])
        {
            foreach (JsonProperty field in schemas.GetProperty(request).GetProperty("properties").EnumerateObject())
                field.Value.TryGetProperty("description", out _).ShouldBeTrue($"{request}.{field.Name}");
        }
        JsonElement parts = SchemaOf(description.GetProperty("paths").GetProperty("/api/bench").GetProperty("post").GetProperty("responses").GetProperty("200"), "bench").GetProperty("properties");
        parts.EnumerateObject().Select(part => part.Name).ShouldBe(["structure", "numbers", "rate", "losses", "maps", "done", "problem"]);
    }

    private static IEnumerable<string> Mapped(Workbench bench) =>
        from route in bench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + route.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("/api/", StringComparison.Ordinal)
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select $"{method} {path}";

    private static JsonElement SchemaOf(JsonElement body, string name)
    {
        body.TryGetProperty("content", out JsonElement content).ShouldBeTrue(name);
        return content.EnumerateObject().First().Value.GetProperty("schema");
    }

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();
}
