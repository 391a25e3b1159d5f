using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Loadstone.Tests.Web;

public sealed partial class PublishTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_program_serves_its_page_from_any_folder()
    {
        Programs.NeedPage();
        string published = Directory.CreateTempSubdirectory("loadstone-published").FullName, elsewhere = Directory.CreateTempSubdirectory("loadstone-elsewhere").FullName;
        // What these tests were built with is what is published: nothing is built again.
        string configuration = AppContext.BaseDirectory.TrimEnd('/', '\\').EndsWith("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        (int code, string output) = await Programs.RunAsync("dotnet", Repository.Root, Cancellation, "publish", "src/Loadstone.Cli", "-c", configuration, "-o", published, "--no-build", "--nologo");
        code.ShouldBe(0, output);

        var start = new ProcessStartInfo(Path.Combine(published, OperatingSystem.IsWindows() ? "loadstone.exe" : "loadstone"), ["serve", "--no-open", "--port", "0"]) { WorkingDirectory = elsewhere, RedirectStandardOutput = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        using Process server = Process.Start(start)!;
        try
        {
            string told = await server.StandardOutput.ReadLineAsync(Cancellation) ?? "";
            using var client = new HttpClient { BaseAddress = new Uri(told[told.IndexOf("http", StringComparison.Ordinal)..]) };
            string page = await client.GetStringAsync(new Uri("", UriKind.Relative), Cancellation);
            string[] files = [.. Files().Matches(page).Select(match => match.Groups[1].Value)];
            files.ShouldContain(file => file.EndsWith(".js", StringComparison.Ordinal));
            files.ShouldContain(file => file.EndsWith(".css", StringComparison.Ordinal));
            foreach (string file in files) (await client.GetByteArrayAsync(new Uri(file, UriKind.Relative), Cancellation)).ShouldNotBeEmpty(file);
            (await client.GetStringAsync(new Uri("api/examples", UriKind.Relative), Cancellation)).ShouldContain("L-Dry-S", customMessage: "the documents that it ships come along");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(Cancellation);
        }
        Directory.Delete(published, recursive: true);
        Directory.Delete(elsewhere);
    }

    [GeneratedRegex("(?:src|href)=\"(/?assets/[^\"]+)\"")]
    private static partial Regex Files();
}
