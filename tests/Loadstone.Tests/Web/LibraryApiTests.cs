using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Loadstone.Materials;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class LibraryApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_entry_of_the_shelves_can_be_shown()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        JsonElement shelves = await client.GetFromJsonAsync<JsonElement>(new Uri("api/library", UriKind.Relative), Cancellation);
        string[] names = [.. shelves.EnumerateArray().SelectMany(shelf => shelf.GetProperty("entries").EnumerateArray()).Select(entry => entry.GetProperty("name").GetString()!)];
        names.Length.ShouldBe(Catalogue.Default.All.Count + ParameterSets.Names.Count);
        foreach (string name in names)
        {
            JsonElement entry = await client.GetFromJsonAsync<JsonElement>(new Uri($"api/library/entry?name={Uri.EscapeDataString(name)}", UriKind.Relative), Cancellation);
            entry.GetProperty("blocks")[0].GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(0, name);
        }
    }

    [Fact]
    public async Task A_cell_goes_out_as_an_exchange_file_and_comes_back_with_its_discharges()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using HttpResponseMessage written = await client.PostAsJsonAsync(new Uri("api/library/bpx/export", UriKind.Relative), new { set = "chen2020" }, Cancellation);
        string file = (await written.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("file").GetString()!;
        using var body = new StringContent(file);
        using HttpResponseMessage answer = await client.PostAsync(new Uri("api/library/bpx", UriKind.Relative), body, Cancellation);
        JsonElement cell = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        cell.GetProperty("notes").GetArrayLength().ShouldBe(0, "what the library writes it reads whole");
        double[] ends = [.. cell.GetProperty("blocks")[0].GetProperty("plot").GetProperty("series").EnumerateArray().Select(curve => curve.GetProperty("x").Numbers()[^1])];
        ends.ShouldBeInOrder(SortDirection.Descending, "faster discharges give less");
        ends[0].ShouldBeInRange(4.5, 5.5);
    }

    [Fact]
    public async Task What_is_no_exchange_file_is_told_with_its_place()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using var body = new StringContent("{\n \"Header\": 3}");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("api/library/bpx", UriKind.Relative), body, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("line").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_file_larger_than_parameters_can_be_is_not_taken()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/library/bpx", UriKind.Relative)) { Content = new ByteArrayContent(new byte[20_000_001]) };
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("{\"set\": \"../sets/chen2020\"}", "chen2020")]
    [InlineData("{\"document\": \"{ \\\"name\\\": \\\"a\\\", \\\"cell\\\": \\\"/etc/passwd\\\" }\"}", "chen2020")]
    [InlineData("{\"document\": \"{\"}", "")]
    [InlineData("{}", "")]
    [InlineData("[]", "cannot be read")]
    public async Task What_is_no_cell_is_not_written_and_no_file_of_this_machine_is_read(string request, string words)
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using var body = new StringContent(request, null, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("api/library/bpx/export", UriKind.Relative), body, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string message = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("message").GetString()!;
        message.ShouldContain(words);
        message.ShouldNotContain("root:");
    }

    [Fact]
    public async Task An_entry_that_is_not_there_is_told_with_what_is_near()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using HttpResponseMessage answer = await client.GetAsync(new Uri("api/library/entry?name=nmc81", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("message").GetString()!.ShouldContain("nmc811");
    }
}
