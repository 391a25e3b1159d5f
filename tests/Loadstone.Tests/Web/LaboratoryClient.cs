using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Loadstone.Cli.Commands;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

/// <summary>A page of the laboratory, as its requests are.</summary>
internal sealed class LaboratoryClient(Workbench bench, HttpClient http, string session) : IAsyncDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public HttpClient Http => http;

    public string Session => session;

    public static async Task<LaboratoryClient> OpenAsync()
    {
        Workbench bench = await Served.StartAsync(new WorkbenchOptions { Analyses = [.. AnalyseCommand.All.Select(analysis => new OfferedAnalysis(analysis))] });
        var http = new HttpClient { BaseAddress = bench.Address };
        using HttpResponseMessage answer = await http.PostAsync(new Uri("api/laboratory/sessions", UriKind.Relative), null, Cancellation);
        return new LaboratoryClient(bench, http, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!);
    }

    public static byte[] Example(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "examples", name));

    public async Task<JsonElement> HandInAsync(string name, byte[] content, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var body = new ByteArrayContent(content);
        using HttpResponseMessage answer = await http.PostAsync(new Uri($"api/laboratory/sessions/{session}/files?name={Uri.EscapeDataString(name)}", UriKind.Relative), body, Cancellation);
        answer.StatusCode.ShouldBe(expected);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public Task<JsonElement> AnalyseAsync(string analysis, JsonElement file, params (string Option, string Value)[] choices) => AskAsync(analysis, file, HttpStatusCode.OK, choices);

    /// <summary>What is said of a request that cannot be followed.</summary>
    public async Task<string> RefusalAsync(string analysis, JsonElement file, params (string Option, string Value)[] choices) =>
        (await ProblemAsync(analysis, file, choices)).GetProperty("message").GetString()!;

    /// <summary>The problem that is told of a request that cannot be followed.</summary>
    public Task<JsonElement> ProblemAsync(string analysis, JsonElement file, params (string Option, string Value)[] choices) => AskAsync(analysis, file, HttpStatusCode.BadRequest, choices);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await bench.DisposeAsync();
    }

    private async Task<JsonElement> AskAsync(string analysis, JsonElement file, HttpStatusCode expected, (string Option, string Value)[] choices)
    {
        var body = new { session, files = (string[])[file.GetProperty("id").GetString()!], analysis, choices = choices.Select(choice => new { option = choice.Option, value = choice.Value }) };
        using HttpResponseMessage answer = await http.PostAsJsonAsync(new Uri("api/laboratory/analyse", UriKind.Relative), body, Cancellation);
        answer.StatusCode.ShouldBe(expected);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
