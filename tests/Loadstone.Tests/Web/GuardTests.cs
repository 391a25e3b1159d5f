using System.Net;
using System.Net.Http.Json;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class GuardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_forbids_inline_scripts_and_other_origins()
    {
        await using Workbench bench = await Served.StartAsync();
        foreach (string place in (string[])["", "api/about", "nowhere.js"])
        {
            using var client = new HttpClient { BaseAddress = bench.Address };
            using HttpResponseMessage answer = await client.GetAsync(new Uri(place, UriKind.Relative), Cancellation);
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("script-src 'self';");
            policy.ShouldNotContain("unsafe-inline");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }
    }

    [Theory]
    [InlineData("evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("192.168.0.7", null, HttpStatusCode.Forbidden)]
    [InlineData("localhost", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "http://localhost", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "null", HttpStatusCode.Forbidden)]
    [InlineData("[::1]", null, HttpStatusCode.OK)]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    public async Task Other_names_and_other_pages_are_refused(string host, string? origin, HttpStatusCode expected)
    {
        await using Workbench bench = await Served.StartAsync();
        (await Ask(bench, request =>
        {
            request.Headers.Host = $"{host}:{bench.Address.Port}";
            if (origin is not null) request.Headers.Add("Origin", origin);
        })).ShouldBe(expected);
    }

    [Fact]
    public void Nobody_else_can_reach_it_unless_that_is_asked_for() => IPAddress.IsLoopback(new WorkbenchOptions().Address).ShouldBeTrue();

    [Fact]
    public async Task A_token_guards_the_page_the_calls_and_their_description()
    {
        await using Workbench bench = await Served.StartAsync(new WorkbenchOptions { Token = "correct horse" });
        using var stranger = new HttpClient { BaseAddress = bench.Address };
        foreach (string place in (string[])["", "api/about", "openapi/v1.json", "?token=correct", "?token=correct%20horse%20"])
        {
            using HttpResponseMessage answer = await stranger.GetAsync(new Uri(place, UriKind.Relative), Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, place);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse(place);
        }
    }

    [Fact]
    public async Task A_document_larger_than_any_design_is_refused_in_words()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri("api/check", UriKind.Relative), new { document = new string(' ', 1 << 21) }, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("more was sent than is taken here");
    }

    [Fact]
    public async Task With_a_token_only_those_who_know_it_are_answered()
    {
        await using Workbench bench = await Served.StartAsync(new WorkbenchOptions { Token = "correct horse" });
        (await Ask(bench, _ => { })).ShouldBe(HttpStatusCode.Unauthorized);
        (await Ask(bench, request => request.Headers.Add("Authorization", "Bearer wrong"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await Ask(bench, request => request.Headers.Add("Authorization", "Bearer correct horse"))).ShouldBe(HttpStatusCode.OK);
        using var visitor = new HttpClient { BaseAddress = bench.Address };
        using (HttpResponseMessage first = await visitor.GetAsync(new Uri("?token=correct%20horse", UriKind.Relative), Cancellation)) first.StatusCode.ShouldBe(HttpStatusCode.OK, "the token in the printed address becomes a cookie");
        using HttpResponseMessage later = await visitor.GetAsync(new Uri("api/about", UriKind.Relative), Cancellation);
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_address_without_a_token_is_refused()
    {
        InputException told = await Should.ThrowAsync<InputException>(() => Served.StartAsync(new WorkbenchOptions { Address = IPAddress.Any }));
        told.Message.ShouldContain("expected a token");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        await using Workbench bench = await Served.StartAsync();
        InputException told = await Should.ThrowAsync<InputException>(() => Served.StartAsync(new WorkbenchOptions { Port = bench.Address.Port }));
        told.Message.ShouldContain($"port {bench.Address.Port}");
    }

    private static async Task<HttpStatusCode> Ask(Workbench bench, Action<HttpRequestMessage> change)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bench.Address, "api/about"));
        change(request);
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
