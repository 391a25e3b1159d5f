using System.Net.Http.Json;
using System.Text.Json;
using Loadstone.Cli;
using Loadstone.Tests.Cli;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class PageDocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api/bench")]
    [InlineData("api/check")]
    [InlineData("api/report")]
    [InlineData("api/make")]
    [InlineData("api/wet")]
    [InlineData("api/rank")]
    [InlineData("api/library/bpx/export")]
    public async Task No_call_reads_a_file_that_a_document_names(string call)
    {
        using var shell = new Shell();
        string file = shell.Write("current.csv", "time in s,current in A\n0,1\n");
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        foreach (string named in (string[])[file, "../current.csv"])
        {
            using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri(call, UriKind.Relative), new { document = BenchDocuments.NamingAFile(named) }, Cancellation);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("names a file, and files are not read from here");
        }
    }

    [Theory]
    [InlineData("{ \"name\": \"half\"")]
    [InlineData("[]")]
    [InlineData("{ \"name\": \"nothing else\" }")]
    [InlineData(null, "\"loading\": \"22 mg/cm²\"", "\"loading\": \"22 mg\"")]
    [InlineData(null, "\"porosity\"", "\"porositty\"")]
    [InlineData(null, "nmc83-large", "nmc83-larger")]
    [InlineData(null, "\"share\": \"50 %\", \"solids\": { \"nmc83-small\"", "\"share\": \"60 %\", \"solids\": { \"nmc83-small\"")]
    public async Task What_is_wrong_is_said_in_the_words_of_the_command_line_and_at_the_same_place(string? whole, string? good = null, string? bad = null)
    {
        string document = whole ?? BenchDocuments.Layered().Replace(good!, bad, StringComparison.Ordinal);
        using var shell = new Shell();
        (int code, _, string error) = Shell.Run("run", shell.Write("bad.json", document), "--out", shell.PathOf("results"));
        code.ShouldBe(ExitCode.BadInput);

        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using HttpResponseMessage checkedAnswer = await client.PostAsJsonAsync(new Uri("api/check", UriKind.Relative), new { document }, Cancellation);
        JsonElement problem = (await checkedAnswer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("problems")[0];
        error.ShouldContain(problem.GetProperty("message").GetString()!);
        if (problem.TryGetProperty("line", out JsonElement line)) error.ShouldContain($"{line.GetInt32()}");
        List<Part> parts = await client.PartsAsync("api/bench", new { document }, Cancellation);
        parts.Select(part => part.Name).ShouldBe(["problem"]);
        parts[0].Data.GetProperty("message").GetString().ShouldBe(problem.GetProperty("message").GetString());
    }
}
