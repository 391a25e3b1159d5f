using Loadstone.Web.Bench;
using Loadstone.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>What the Bench page asks for.</summary>
internal static class BenchApi
{
    /// <summary>Maps the calls.</summary>
    public static void MapBench(this RouteGroupBuilder api)
    {
        api.MapPost("/bench", Answer).WithSummary("All that follows from a design document, in parts as server-sent events: structure, numbers, rates, losses, maps, done; or a problem.")
            .AnswersInParts(("structure", typeof(StackPart)), ("numbers", typeof(NumbersPart)), ("rate", typeof(RatePart)), ("losses", typeof(LossesPart)), ("maps", typeof(MapsPart)), ("done", typeof(DonePart)));
    }

    private static async Task Answer(BenchRequest request, ComputeQueue queue, HttpContext context)
    {
        using ComputeTurn turn = queue.Enter(request.Client, request.Sequence, context.RequestAborted);
        await EventStream.Answer(context, turn, stream => BenchRun.Answer(request, turn, stream)).ConfigureAwait(false);
    }
}
