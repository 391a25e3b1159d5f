using System.Diagnostics;
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
    public static void MapWetting(this RouteGroupBuilder api) =>
        api.MapPost("/wet", Fill).WithSummary("Fills arrangements with electrolyte; parts are sent as server-sent events while they fill.");

    private static async Task Fill(FillingRequest request, ComputeQueue queue, HttpContext context)
    {
        if (!Modes.TryGetValue(request.Mode, out Func<FillingPlan, ComputeTurn, IPartSender, Task>? work))
            throw new InputException($"\"{request.Mode}\" is no mode; expected {string.Join(" or ", Modes.Keys)}.", "--mode");
        var since = Stopwatch.StartNew();
        using ComputeTurn turn = queue.Enter(request.Client is { } client ? $"wet {client}" : null, request.Sequence, context.RequestAborted);
        FillingPlan plan = await turn.Run(_ => FillingPlan.Of(request)).ConfigureAwait(false);
        using var stream = new EventStream(context, turn.Cancellation);
        try
        {
            await stream.Send("start", new StartPart(request.Mode, [.. plan.Cases.Select(one => one.Name)])).ConfigureAwait(false);
            await work(plan, turn, stream).ConfigureAwait(false);
            await stream.Send("done", new DonePart(since.Elapsed.TotalSeconds)).ConfigureAwait(false);
        }
        catch (InputException e)
        {
            await stream.Send("problem", Problem.Of(e)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (turn.Cancellation.IsCancellationRequested)
        {
            // The run was stopped, or a newer one took its place: what was sent stays as it is.
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            await stream.Send("problem", Problem.Unforeseen(e)).ConfigureAwait(false);
        }
    }
}
