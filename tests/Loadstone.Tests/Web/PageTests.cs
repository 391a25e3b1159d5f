using Loadstone.Cli.Commands;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

/// <summary>The page in a real browser, one scenario a file of the page's folder "browser".</summary>
public sealed class PageTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Loadstone.Cli.dll");
    private static readonly string App = Path.Combine(Repository.Root, "src", "Loadstone.Web", "app");

    public static TheoryData<string> Scenarios => [.. Directory.EnumerateFiles(Path.Combine(App, "browser"), "*.scenario.mjs").Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task The_page_does_what_a_scenario_asks(string scenario)
    {
        Programs.NeedPage();
        string node = Programs.Node, chromium = Programs.Chromium;
        if (!Directory.Exists(Path.Combine(App, "node_modules", "playwright-core"))) Assert.Skip("The page's npm packages are absent.");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using Workbench bench = await Workbench.StartAsync(new WorkbenchOptions { Analyses = [.. AnalyseCommand.All.Select(analysis => new OfferedAnalysis(analysis))] }, cancellation);
        (int code, string output) = await Programs.RunAsync(node, App, cancellation, "browser/run.mjs", chromium, scenario, bench.Address.ToString(), "", Program);
        code.ShouldBe(0, output);
    }

    [Fact]
    public async Task Units_of_the_page_pass_their_own_tests()
    {
        string node = Programs.Node, vitest = Path.Combine(App, "node_modules", "vitest", "vitest.mjs");
        if (!File.Exists(vitest)) Assert.Skip("The page's npm packages are absent.");
        (int code, string output) = await Programs.RunAsync(node, App, TestContext.Current.CancellationToken, vitest, "run", "--passWithNoTests");
        code.ShouldBe(0, output);
    }
}
