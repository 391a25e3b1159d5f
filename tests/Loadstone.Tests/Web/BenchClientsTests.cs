using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class BenchClientsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newer_request_of_a_client_ends_the_older_one()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        string fine = BenchDocuments.Layered().Replace("\"radial\": 8", "\"radial\": 150", StringComparison.Ordinal).Replace("\"positive\": 8", "\"positive\": 150", StringComparison.Ordinal);
        string[] many = [.. Enumerable.Range(1, 12).Select(i => FormattableString.Invariant($"0.0{i + 10}C"))];
        Task<List<Part>> older = client.PartsAsync("api/bench", new { document = fine, rates = many, client = "page", sequence = 1 }, Cancellation);
        await Task.Delay(300, Cancellation);
        List<Part> newer = await client.PartsAsync("api/bench", new { document = BenchDocuments.Layered(), client = "page", sequence = 2 }, Cancellation);
        newer[^1].Name.ShouldBe("done");
        (await older).Named("done").ShouldBeEmpty("it was overtaken");
        (await client.PartsAsync("api/bench", new { document = BenchDocuments.Layered(), client = "page", sequence = 3 }, Cancellation))[^1].Name.ShouldBe("done");
    }

    [Fact]
    public async Task Of_many_clients_that_move_sliders_each_sees_curves_meanwhile_and_all_of_its_last_value()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address, Timeout = TimeSpan.FromMinutes(5) };
        string[] rates = ["0.5C", "2C"];
        async Task Move(int visitor)
        {
            // As the page does: one request at a time, left for a newer value when its curve is there.
            const int moves = 5;
            for (int move = 1; move <= moves; move++)
            {
                double porosity = 20 + 0.3 * visitor + 2 * move;
                var body = new { document = BenchDocuments.Layered(porosity), rates, detail = "2C", client = $"visitor {visitor}", sequence = move };
                var seen = new List<Part>();
                await foreach (Part part in client.FollowAsync("api/bench", body, Cancellation))
                {
                    seen.Add(part);
                    if (move < moves && seen.Named("rate").Length == rates.Length) break;
                }
                seen.Named("problem").ShouldBeEmpty();
                seen.Named("rate").Length.ShouldBe(rates.Length, "a curve that was asked for comes, whatever the others ask");
                seen.Named("structure")[0].GetProperty("layers")[1].GetProperty("porosity").GetDouble().ShouldBe(porosity / 100, 1e-6, "and it is of the value that was asked for");
                if (move == moves) seen.Select(part => part.Name).Distinct().ShouldBe(["structure", "numbers", "rate", "losses", "maps", "done"], ignoreOrder: true, "the last value is answered in full");
            }
        }
        await Task.WhenAll(Enumerable.Range(0, 50).Select(Move));
    }
}
