using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Loadstone.Cli.Commands;

namespace Loadstone.Tests.Web;

public sealed partial class LaboratoryApiTests
{
    [Theory]
    [InlineData("half-cell-cycles.bdf.csv", "test", "cycles")]
    [InlineData("half-cell-spectrum.csv", "spectrum", "eis")]
    [InlineData("flow-curve.csv", "table", "flow")]
    [InlineData("frequency-sweep.csv", "table", "sweep")]
    [InlineData("two-layers.png", "image", "micrograph")]
    public async Task A_file_is_known_by_its_content_and_shown(string name, string subject, string analysis)
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement file = await page.HandInAsync("any name.dat", LaboratoryClient.Example($"laboratory/{name}"));
        file.GetProperty("subject").GetString().ShouldBe(subject);
        file.GetProperty("fits").EnumerateArray().Select(one => one.GetString()).ShouldContain(analysis);
        file.GetProperty("pictures").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_design_is_known_too_and_is_no_measurement()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement file = await page.HandInAsync("a.json", LaboratoryClient.Example("nmc811-half-cell.json"));
        file.GetProperty("subject").GetString().ShouldBe("document");
        file.GetProperty("fits").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Numbers_come_with_their_uncertainty_plots_with_points_and_all_with_the_command()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement found = await page.AnalyseAsync("eis", await page.HandInAsync("half cell.csv", LaboratoryClient.Example("laboratory/half-cell-spectrum.csv")), ("--circuit", "R0-p(R1,CPE1)-W1"));
        found.GetProperty("command").GetString().ShouldBe("loadstone analyse eis \"half cell.csv\" --circuit \"R0-p(R1,CPE1)-W1\"");
        JsonElement sample = found.GetProperty("samples")[0];
        sample.GetProperty("sample").GetString().ShouldBe("half cell");
        sample.GetProperty("numbers")[0].GetProperty("text").GetString()!.ShouldMatch("± .* Ω$");
        JsonElement plot = sample.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("blocks").EnumerateArray()).First(block => block.GetProperty("kind").GetString() == "plot");
        plot.GetProperty("plot").GetProperty("series")[0].GetProperty("x").GetArrayLength().ShouldBe(60, "every measured frequency is drawn");
    }

    [Fact]
    public async Task A_design_stands_beside_the_measurement()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        await page.HandInAsync("design.json", LaboratoryClient.Example("nmc811-half-cell.json"));
        JsonElement found = await page.AnalyseAsync("eis", await page.HandInAsync("a.csv", LaboratoryClient.Example("laboratory/design-spectrum.csv")), ("--circuit", "R0-p(R1,CPE1)-W1"), ("--with", "design.json"), ("--soc", "50 %"));
        found.GetProperty("samples")[0].GetProperty("sections")[0].GetProperty("heading").GetString().ShouldBe("Measured and simulated");
    }

    [Fact]
    public async Task No_request_reads_a_file_that_was_not_handed_in()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement test = await page.HandInAsync("rate.csv", LaboratoryClient.Example("laboratory/rate-test.bdf.csv"));
        string there = Path.Combine(Repository.Root, "examples", "nmc811-half-cell.json");
        (await page.RefusalAsync("rate", test, ("--with", there))).ShouldContain("none of the files that were handed in");
        (await page.RefusalAsync("rate", test, ("--first", "../rate.csv"))).ShouldContain("none of the files that were handed in");
        (await page.RefusalAsync("modes", test, ("--positive", there), ("--negative", "graphite"))).ShouldContain("none of the files that were handed in");
        (await page.RefusalAsync("rate", test, ("--out", "somewhere"))).ShouldContain("no option");
        string design = """{"name": "a", "cell": "chen2020", "run": [{"protocol": ["Follow PLACE"]}]}""".Replace("PLACE", "drive.csv", StringComparison.Ordinal);
        await page.HandInAsync("design.json", System.Text.Encoding.UTF8.GetBytes(design));
        (await page.RefusalAsync("rate", test, ("--with", "design.json"))).ShouldContain("files are not read from here");
    }

    /// <summary>An option that a command reads a file for, and that does not say so, would open this machine's files to the page.</summary>
    [Fact]
    public void Every_option_that_names_a_file_says_so()
    {
        foreach (LaboratoryCommand command in AnalyseCommand.All)
        {
            foreach (Option option in command.Options)
            {
                bool isOfFiles = FileWord().IsMatch(option.HelpName ?? "") && option.Name != "--group";
                (option is IFileOption).ShouldBe(isOfFiles, $"{command.Name} {option.Name}");
            }
        }
    }

    [Fact]
    public async Task Errors_are_the_command_line_s_with_the_file_s_name_and_no_place_of_this_machine()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement file = await page.HandInAsync("../../notes.txt", "some words"u8.ToArray());
        file.GetProperty("name").GetString().ShouldBe("notes.txt");
        string problem = file.GetProperty("problem").GetString()!;
        problem.ShouldStartWith("notes.txt: this is no file of a known instrument; it begins with \"some words\"");
        problem.ShouldNotContain(Path.GetTempPath());
        (await page.RefusalAsync("cycles", file)).ShouldBe(problem);
    }

    [Fact]
    public async Task A_file_too_large_for_the_store_is_refused_in_words()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement refused = await page.HandInAsync("large.csv", new byte[200_000_001], HttpStatusCode.BadRequest);
        refused.GetProperty("message").GetString()!.ShouldContain("larger than 200 MB");
    }

    [Theory]
    [InlineData("rate-test.bdf.csv", "rate", "--mass", "12 apples", "apples")]
    [InlineData("rate-test.bdf.csv", "rate", "--first", "missing.csv", "none of the files")]
    [InlineData("half-cell-cycles.bdf.csv", "cycles", "--reference", "first", "expected a whole number")]
    [InlineData("half-cell-spectrum.csv", "eis", "--circuit", "R0-p(R1,CPE1", "character 13")]
    [InlineData("two-layers.png", "micrograph", "--band", "wide", "expected a number")]
    public async Task A_wrong_value_is_told_at_its_option(string name, string analysis, string option, string value, string words)
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement problem = await page.ProblemAsync(analysis, await page.HandInAsync(name, LaboratoryClient.Example($"laboratory/{name}")), (option, value));
        problem.GetProperty("path").GetString().ShouldBe(option);
        problem.GetProperty("message").GetString()!.ShouldContain(words);
        problem.GetProperty("message").GetString()!.ShouldNotContain("System.");
    }

    [Fact]
    public async Task Files_are_taken_up_to_their_number_and_room_is_made_by_taking_one_away()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        JsonElement first = await page.HandInAsync("0.csv", "a,b\n1,2\n"u8.ToArray());
        for (int i = 1; i < 40; i++) await page.HandInAsync($"{i}.csv", "a,b\n1,2\n"u8.ToArray());
        JsonElement refused = await page.HandInAsync("41.csv", "a,b\n1,2\n"u8.ToArray(), HttpStatusCode.BadRequest);
        refused.GetProperty("message").GetString()!.ShouldContain("40 files are here already");
        using HttpResponseMessage taken = await page.Http.DeleteAsync(new Uri($"api/laboratory/sessions/{page.Session}/files/{first.GetProperty("id").GetString()}", UriKind.Relative), TestContext.Current.CancellationToken);
        taken.EnsureSuccessStatusCode();
        await page.HandInAsync("41.csv", "a,b\n1,2\n"u8.ToArray());
    }

    [Fact]
    public async Task Files_of_another_page_are_not_there()
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync(), other = await LaboratoryClient.OpenAsync();
        JsonElement file = await page.HandInAsync("a.csv", LaboratoryClient.Example("laboratory/flow-curve.csv"));
        (await other.RefusalAsync("flow", file)).ShouldContain("no longer kept here");
    }

    [Theory]
    [InlineData("POST", "api/laboratory/sessions/none/files?name=a.csv", "no longer kept here")]
    [InlineData("POST", "api/laboratory/sessions/SESSION/files", "cannot be read")]
    [InlineData("DELETE", "api/laboratory/sessions/..%2F..%2Fetc/files/passwd", "no longer kept here")]
    [InlineData("POST", "api/laboratory/analyse", "cannot be read")]
    [InlineData("POST", "api/laboratory/report", "cannot be read")]
    public async Task Malformed_requests_are_refused_in_words(string method, string path, string words)
    {
        await using LaboratoryClient page = await LaboratoryClient.OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path.Replace("SESSION", page.Session, StringComparison.Ordinal), UriKind.Relative)) { Content = new StringContent("{\"session\":", null, "application/json") };
        using HttpResponseMessage answer = await page.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("message").GetString()!.ShouldContain(words);
    }

    [GeneratedRegex(@"\b(FILE|TABLE\.csv|DESIGN\.json|MAP\.csv)\b")]
    private static partial Regex FileWord();
}
