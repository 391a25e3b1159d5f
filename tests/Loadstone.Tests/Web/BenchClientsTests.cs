using System.Diagnostics;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class BenchClientsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newer_request_of_a_client_ends_the_older_one()
    {
        await using Workbench bench = await Workbench.StartAsync(new WorkbenchOptions(), Cancellation);
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
    public async Task Many_clients_that_move_sliders_all_get_their_last_answer()
    {
        await using Workbench bench = await Workbench.StartAsync(new WorkbenchOptions(), Cancellation);
        using var client = new HttpClient { BaseAddress = bench.Address, Timeout = TimeSpan.FromMinutes(5) };
        async Task<double[]> Move(int visitor)
        {
            var random = new Random(visitor);
            var watch = Stopwatch.StartNew();
            var left = new List<Task<List<Part>>>();
            int sequence = 0;
            double porosity = 0;
            do
            {
                porosity = 20 + 20 * random.NextDouble();
                left.Add(client.PartsAsync("api/bench",
                    new { document = BenchDocuments.Layered(porosity), rates = (string[])["2C"], detail = (string?)null, client = $"visitor {visitor}", sequence = ++sequence }, Cancellation));
                await Task.Delay(random.Next(50, 250), Cancellation);
            }
            while (watch.ElapsedMilliseconds < 2500);
            List<Part>[] answers = await Task.WhenAll(left);
            answers.SelectMany(parts => parts.Named("problem")).ShouldBeEmpty();
            List<Part> last = answers[^1];
            last[^1].Name.ShouldBe("done");
            return [porosity / 100, last.Named("structure")[0].GetProperty("layers")[1].GetProperty("porosity").GetDouble()];
        }
        foreach (double[] of in await Task.WhenAll(Enumerable.Range(0, 50).Select(Move))) of[1].ShouldBe(of[0], 1e-6, "the last answer is that to the last request");
    }
}
