using System.IO.Compression;
using System.Reflection;
using Loadstone.Web;
using Loadstone.Web.Serving;

namespace Loadstone.Tests.Web;

public sealed class PageFilesTests
{
    private const long MostBytes = 1_500_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_program_without_the_page_says_what_is_missing_and_what_to_do()
    {
        InputException told = Should.Throw<InputException>(() => PageFiles.Load(typeof(InputException).Assembly));
        told.Message.ShouldContain("Node.js 20.19 or newer");
        told.Message.ShouldContain("build again");
    }

    [Theory]
    [InlineData("no-such-program", "20.19")]
    [InlineData("node", "999.0")]
    public async Task Without_a_fitting_Node_the_page_is_left_out_and_the_build_goes_on(string program, string least)
    {
        string folder = Directory.CreateTempSubdirectory("loadstone-page").FullName;
        (int code, string output) = await Programs.RunAsync("dotnet", Repository.Root, Cancellation, "msbuild", "src/Loadstone.Web/Loadstone.Web.csproj", "-nologo", "-v:normal",
            "-t:EmbedPage", $"-p:NodeProgram={program}", $"-p:NodeAtLeast={least}", $"-p:PageOutput={folder}/");
        code.ShouldBe(0, output);
        output.ShouldContain($"The workbench's page is not built: Node.js {least} or newer was not found.");
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
        Directory.Delete(folder);
    }

    [Fact]
    public void All_of_the_page_stays_small()
    {
        Programs.NeedPage();
        Assembly assembly = typeof(Workbench).Assembly;
        long bytes = assembly.GetManifestResourceNames().Where(name => name.StartsWith("page/", StringComparison.Ordinal)).Sum(name =>
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var packed = new MemoryStream();
            using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.CopyTo(zip);
            return packed.Length;
        });
        bytes.ShouldBeLessThan(MostBytes, "gzipped");
    }

    [Fact]
    public async Task Addresses_that_name_no_file_are_places_of_the_page_and_nothing_else_is_served()
    {
        await using Workbench bench = await Served.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };
        async Task<string> Answer(string place)
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(place, UriKind.Relative), Cancellation);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(Cancellation) : $"{(int)answer.StatusCode}";
        }
        (await Answer("wetting")).ShouldContain("stands in");
        (await Answer("nowhere.js")).ShouldBe("404");
        (await Answer("api/nowhere")).ShouldContain("404");
        (await Answer("..%2f..%2fetc%2fhosts.txt")).ShouldBe("404");
    }
}
