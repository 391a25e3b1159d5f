using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>All that the page can ask for: calls of the library.</summary>
internal static class WorkbenchApi
{
    /// <summary>Maps the calls.</summary>
    public static void MapWorkbench(this RouteGroupBuilder api)
    {
        api.MapGet("/about", () => new About(typeof(InputException).Assembly.GetName().Version!.ToString(3), Environment.ProcessorCount)).WithSummary("Version, and how many computations run at the same time.").WithTags("workbench");
        api.MapGroup("").WithTags("bench").MapBench();
        api.MapGroup("").WithTags("documents").MapDocuments();
        api.MapGroup("").WithTags("documents").MapExamples();
        api.MapGroup("").WithTags("laboratory").MapLaboratory();
        api.MapGroup("").WithTags("library").MapLibrary();
        api.MapGroup("").WithTags("process").MapProcess();
        api.MapGroup("").WithTags("wetting").MapWetting();
    }

    /// <summary>What serves the page.</summary>
    /// <param name="Version">Version of the library.</param>
    /// <param name="Processors">Computations that run at the same time.</param>
    internal sealed record About(string Version, int Processors);
}
