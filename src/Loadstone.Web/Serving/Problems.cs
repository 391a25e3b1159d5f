using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Loadstone.Web.Serving;

/// <summary>Turns what went wrong with a request into one answer that a person can read.</summary>
internal sealed class Problems(RequestDelegate next)
{
    private const string SecondsToWait = "1";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await Answer(context, e).ConfigureAwait(false);
        }
    }

    private static Task Answer(HttpContext context, Exception error)
    {
        (int status, Problem problem) = error switch
        {
            InputException e => (StatusCodes.Status400BadRequest, Problem.Of(e)),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, new Problem("more was sent than is taken here.")),
            BadHttpRequestException e => (e.StatusCode, new Problem(e.InnerException is JsonException { Path: { Length: > 0 } path } ? $"the request cannot be read: something is wrong or missing at {path}." : "the request cannot be read.")),
            BusyException e => (StatusCodes.Status503ServiceUnavailable, new Problem(e.Message)),
            OperationCanceledException => (StatusCodes.Status409Conflict, new Problem("a newer request took the place of this one.")),
            _ => (StatusCodes.Status500InternalServerError, Problem.Unforeseen(error)),
        };
        if (error is BusyException) context.Response.Headers.RetryAfter = SecondsToWait;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, WebJson.Options);
    }
}
