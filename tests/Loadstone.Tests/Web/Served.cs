using Loadstone.Web;
using Loadstone.Web.Serving;

namespace Loadstone.Tests.Web;

/// <summary>Workbenches for tests of the calls, which need no built page: another stands in for it.</summary>
internal static class Served
{
    private static readonly PageFiles Page = new(new(StringComparer.Ordinal) { ["index.html"] = "<!doctype html><title>stands in</title>"u8.ToArray() });

    public static Task<Workbench> StartAsync(WorkbenchOptions? options = null) => Workbench.StartAsync(options ?? new WorkbenchOptions(), Page, TestContext.Current.CancellationToken);
}
