using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

public sealed class BenchApiTests
{
    private const double Third = 1.0 / 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_come_in_the_order_in_which_a_hand_waits_for_them()
    {
        List<Part> parts = await AskAsync(new { document = BenchDocuments.Layered(), rates = (string[])["0.5C", "1C", "2C"], detail = "1C" });
        string[] names = [.. parts.Select(part => part.Name)];
        names[..5].ShouldBe(["structure", "numbers", "rate", "rate", "rate"]);
        names[^1].ShouldBe("done");
        names[5..^1].Order().ShouldBe(["losses", "maps", "numbers"]);
    }

    [Fact]
    public async Task The_stack_stands_from_the_foil_up_with_the_places_of_its_layers_in_the_document()
    {
        JsonElement[] Layers(List<Part> parts) => [.. parts.Named("structure")[0].GetProperty("layers").EnumerateArray()];
        JsonElement[] written = Layers(await AskAsync(new { document = BenchDocuments.Layered(), rates = (string[])["2C"], detail = (string?)null }));
        written.Select(layer => layer.GetProperty("role").GetString()).ShouldBe(["foil", "coating", "coating", "separator", "lithium"]);
        written[1].GetProperty("name").GetString().ShouldBe("L");
        written[1].GetProperty("index").GetInt32().ShouldBe(0);
        written[1].GetProperty("particles")[0].GetProperty("diameter").GetDouble().ShouldBe(11.3, 1e-9);
        JsonElement[] reversed = Layers(await AskAsync(new { document = BenchDocuments.Layered(), variant = "reversed", rates = (string[])["2C"], detail = (string?)null }));
        reversed[1].GetProperty("name").GetString().ShouldBe("S");
        reversed[1].GetProperty("index").GetInt32().ShouldBe(1, "what is dragged in the picture is changed in the document");
    }

    [Fact]
    public async Task Rates_are_those_asked_for_and_capacity_falls_with_them()
    {
        List<Part> parts = await AskAsync(new { document = BenchDocuments.Layered(), rates = (string[])["C/3", "4C"], detail = (string?)null });
        JsonElement[] rates = [.. parts.Named("rate").OrderBy(rate => rate.GetProperty("index").GetInt32())];
        rates.Select(rate => rate.GetProperty("value").GetDouble()).ShouldBe([Third, 4], 1e-9);
        rates[1].GetProperty("capacity").GetDouble().ShouldBeLessThan(rates[0].GetProperty("capacity").GetDouble());
        foreach (JsonElement rate in rates)
        {
            double[] areal = rate.GetProperty("curve").GetProperty("areal").Numbers();
            areal.Length.ShouldBeInRange(2, 300);
            areal[^1].ShouldBe(rate.GetProperty("arealCapacity").GetDouble(), 1e-9, "thinning keeps the end of the curve");
        }
        parts.Named("losses").ShouldBeEmpty("no detail was asked for");
    }

    [Fact]
    public async Task Losses_add_up_to_what_is_missing_from_the_equilibrium()
    {
        JsonElement losses = (await AskAsync(new { document = BenchDocuments.Layered(), rates = (string[])["1C"] })).Named("losses")[0];
        double[] equilibrium = losses.GetProperty("equilibrium").Numbers(), voltage = losses.GetProperty("voltage").Numbers();
        double[][] terms = [.. losses.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("values").Numbers())];
        for (int i = 0; i < voltage.Length; i++)
            terms.Sum(term => term[i]).ShouldBe(1000 * (equilibrium[i] - voltage[i]), 0.03, "rounding of eight terms to a µV and two voltages to ten");
    }

    [Fact]
    public async Task Maps_cover_the_cell_from_the_foil_up()
    {
        List<Part> parts = await AskAsync(new { document = BenchDocuments.Layered(), rates = (string[])["2C"], detail = "1C" });
        JsonElement maps = parts.Named("maps")[0], stack = parts.Named("structure")[0].GetProperty("layers");
        double[] height = maps.GetProperty("height").Numbers(), faces = maps.GetProperty("faces").Numbers(), time = maps.GetProperty("time").Numbers();
        height.ShouldBe(height.Order());
        time.ShouldBe(time.Order());
        time.Length.ShouldBeLessThanOrEqualTo(60);
        faces.Length.ShouldBe(height.Length + 1);
        double thickness = Enumerable.Range(1, 3).Sum(i => stack[i].GetProperty("thickness").GetDouble());
        faces[^1].ShouldBe(thickness, 0.05);
        JsonElement salt = maps.GetProperty("salt");
        salt.GetArrayLength().ShouldBe(time.Length);
        double[] last = salt[time.Length - 1].Numbers();
        last[0].ShouldBeLessThan(last[^1], "on discharge salt runs short at the foil and gathers at the lithium");
        foreach (JsonElement particles in maps.GetProperty("particles").EnumerateArray())
        {
            JsonElement layer = stack[particles.GetProperty("layer").GetInt32()];
            layer.GetProperty("particles")[particles.GetProperty("class").GetInt32()].GetProperty("diameter").GetDouble().ShouldBe(particles.GetProperty("diameter").GetDouble(), 1e-6);
            double[] place = particles.GetProperty("height").Numbers();
            place.ShouldBe(place.Order());
            particles.GetProperty("mean")[time.Length - 1].Numbers().Average().ShouldBeGreaterThan(particles.GetProperty("mean")[0].Numbers().Average(), "lithium goes in on discharge");
        }
    }

    [Fact]
    public async Task Every_number_says_what_it_is_and_where_it_comes_from_or_why_there_is_none()
    {
        List<Part> parts = await AskAsync(new { document = BenchDocuments.Layered(), rates = (string[])["0.5C"], detail = (string?)null });
        JsonElement[] numbers = [.. parts.Named("numbers").SelectMany(part => part.GetProperty("items").EnumerateArray())];
        foreach (JsonElement number in numbers)
        {
            string key = number.GetProperty("key").GetString()!;
            number.GetProperty("help").GetString().ShouldNotBeNullOrEmpty(key);
            number.GetProperty("source").GetString().ShouldNotBeNullOrEmpty(key);
            (number.GetProperty("value").ValueKind == JsonValueKind.Null).ShouldBe(number.GetProperty("why").ValueKind == JsonValueKind.String, $"{key} has either a value or a reason");
        }
        string[] without = [.. numbers.Where(number => number.GetProperty("value").ValueKind == JsonValueKind.Null).Select(number => number.GetProperty("key").GetString()!)];
        // The document has neither slurry, oven nor pouch.
        without.Order().ShouldBe(["crackMargin", "dryingTime", "energyDensity", "solventShell.0", "solventShell.1", "specificEnergy"]);
    }

    [Fact]
    public async Task The_stack_is_weighed_with_all_that_is_drawn()
    {
        List<Part> parts = await AskAsync(new { document = BenchDocuments.Layered(), rates = (string[])["0.5C"], detail = (string?)null });
        double Value(string key) => parts.Named("numbers").SelectMany(part => part.GetProperty("items").EnumerateArray()).Single(number => number.GetProperty("key").GetString() == key).GetProperty("value").GetDouble();
        double thickness = parts.Named("structure")[0].GetProperty("layers").EnumerateArray().Sum(layer => layer.GetProperty("thickness").GetDouble());
        double density = Value("stackEnergyDensity") / Value("stackSpecificEnergy");
        // By hand [mg/cm²]: coating 22/0.96, aluminium 15 µm of 2.70, separator 25 µm with 45 % of 0.91, lithium 0.534, electrolyte 1.2 in the pores.
        double lithium = parts.Named("structure")[0].GetProperty("layers").EnumerateArray().Last().GetProperty("thickness").GetDouble(), coating = Value("thickness");
        double mass = 22 / 0.96 + 1.5 * 2.70 + 2.5 * 0.45 * 0.91 + lithium / 10 * 0.534 + (coating / 10 * 0.25 + 2.5 * 0.55) * 1.2;
        density.ShouldBe(mass / (thickness / 10), 0.02 * density, "densities of the catalogue are those of the hand to 2 %");
    }

    [Fact]
    public async Task Salt_that_runs_out_is_told_with_its_place_and_moment()
    {
        string thick = BenchDocuments.Layered().Replace("22 mg/cm²", "70 mg/cm²", StringComparison.Ordinal);
        static string[] Warnings(List<Part> parts) => [.. parts.Named("numbers").SelectMany(part => part.GetProperty("warnings").EnumerateArray()).Select(warning => warning.GetString()!)];
        Warnings(await AskAsync(new { document = thick, rates = (string[])["1C"], detail = "1C" })).ShouldContain(warning => warning.StartsWith("1C: the salt runs out", StringComparison.Ordinal));
        Warnings(await AskAsync(new { document = BenchDocuments.Layered(50), rates = (string[])["0.1C"], detail = "0.1C" })).ShouldNotContain(warning => warning.Contains("salt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_problem_tells_its_place()
    {
        List<Part> parts = await AskAsync(new { document = BenchDocuments.Layered().Replace("11.3 µm", "11.3 V", StringComparison.Ordinal) });
        Part only = parts.ShouldHaveSingleItem();
        only.Name.ShouldBe("problem");
        only.Data.GetProperty("path").GetString().ShouldBe("positive.layers[0].particleDiameter");
        only.Data.GetProperty("line").GetInt32().ShouldBe(7);
        only.Data.GetProperty("column").GetInt32().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("cycle.csv")]
    public async Task Files_of_this_machine_are_not_read(string file)
    {
        Part only = (await AskAsync(new { document = BenchDocuments.NamingAFile(file) })).ShouldHaveSingleItem();
        only.Name.ShouldBe("problem");
        only.Data.GetProperty("message").GetString()!.ShouldContain("files are not read from here");
    }

    [Fact]
    public async Task What_is_no_request_is_told_in_one_line()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        async Task Refused(HttpContent content, HttpStatusCode expected)
        {
            using HttpResponseMessage answer = await client.PostAsync(new Uri("api/bench", UriKind.Relative), content, Cancellation);
            answer.StatusCode.ShouldBe(expected);
            string message = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("message").GetString()!;
            message.ShouldNotContain("\n");
            message.ShouldNotContain("Loadstone.");
        }
        using var broken = new StringContent("{ \"document\": ", null, "application/json");
        using var empty = JsonContent.Create(new { });
        using var large = JsonContent.Create(new { document = new string(' ', 1 << 21) });
        await Refused(broken, HttpStatusCode.BadRequest);
        await Refused(empty, HttpStatusCode.BadRequest);
        await Refused(large, HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<List<Part>> AskAsync(object body)
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        return await client.PartsAsync("api/bench", body, Cancellation);
    }
}
