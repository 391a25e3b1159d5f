using System.Diagnostics;
using Loadstone.Designs.Infiltration;
using Loadstone.Web.Filling;
using Loadstone.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>What the Wetting page asks for: how electrolyte gets into an electrode, as <c>loadstone wet</c> tells it, in parts while it fills.</summary>
internal static class WettingApi
{
    private static readonly Dictionary<string, Func<FillingPlan, ComputeTurn, IPartSender, Task>> Modes = new(StringComparer.Ordinal)
    {
        ["capillary"] = CapillaryWork.Run, ["study"] = StudyWork.Run, ["cell"] = CellWork.Run,
    };

    /// <summary>Maps the calls.</summary>
    public static void MapWetting(this RouteGroupBuilder api)
    {
        api.MapPost("/wet", Fill).WithSummary("Fills arrangements with electrolyte; parts are sent as server-sent events while they fill.")
            .AnswersInParts(("start", typeof(StartPart)), ("bed", typeof(BedPart)), ("steps", typeof(StepsPart)), ("samples", typeof(SamplesPart)), ("frame", typeof(FramePart)), ("field", typeof(FieldPart)),
                ("progress", typeof(ProgressPart)), ("result", typeof(ResultPart)), ("order", typeof(OrderPart)), ("done", typeof(FilledPart)));
        api.MapPost("/rank", Rank).WithSummary("Ranks arrangements over ratios, gaps and contact angles; what is known so far is sent as server-sent events.")
            .AnswersInParts(("start", typeof(StartPart)), ("share", typeof(SharePart)), ("ranking", typeof(RankingPart)), ("done", typeof(FilledPart)));
    }

    private static async Task Fill(FillingRequest request, ComputeQueue queue, HttpContext context)
    {
        if (!Modes.TryGetValue(request.Mode, out Func<FillingPlan, ComputeTurn, IPartSender, Task>? work))
            throw new InputException($"\"{request.Mode}\" is no mode; expected {string.Join(" or ", Modes.Keys)}.", "--mode");
        using ComputeTurn turn = queue.Enter(ClientOf(request.Client), request.Sequence, context.RequestAborted);
        FillingPlan plan = await turn.Run(_ => FillingPlan.Of(request)).ConfigureAwait(false);
        await Send(context, turn, new StartPart(request.Mode, [.. plan.Cases.Select(one => one.Name)]), stream => work(plan, turn, stream)).ConfigureAwait(false);
    }

    private static async Task Rank(RankingRequest request, ComputeQueue queue, HttpContext context)
    {
        using ComputeTurn turn = queue.Enter(ClientOf(request.Client), request.Sequence, context.RequestAborted);
        RankingPlan plan = await turn.Run(_ => RankingWork.Plan(request)).ConfigureAwait(false);
        await Send(context, turn, new StartPart("ranking", []), stream => RankingWork.Run(plan, turn, stream)).ConfigureAwait(false);
    }

    private static string? ClientOf(string? name) => name is null ? null : $"wet {name}";

    private static Task Send(HttpContext context, ComputeTurn turn, StartPart start, Func<IPartSender, Task> work)
    {
        var since = Stopwatch.StartNew();
        return EventStream.Answer(context, turn, async stream =>
        {
            await stream.Send("start", start).ConfigureAwait(false);
            await work(stream).ConfigureAwait(false);
            await stream.Send("done", new FilledPart(since.Elapsed.TotalSeconds)).ConfigureAwait(false);
        });
    }
}
