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
            if (!context.Response.HasStarted && context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null } && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                await context.Response.WriteAsJsonAsync(Unread(context.Response.StatusCode), WebJson.Options).ConfigureAwait(false);
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
            BadHttpRequestException { InnerException: JsonException { Path: { Length: > 0 } path } } e => (e.StatusCode, new Problem($"the request cannot be read: something is wrong or missing at {path}.")),
            BadHttpRequestException e => (e.StatusCode, Unread(e.StatusCode)),
            BusyException e => (StatusCodes.Status503ServiceUnavailable, new Problem(e.Message)),
            OperationCanceledException => (StatusCodes.Status409Conflict, new Problem("a newer request took the place of this one.")),
            _ => (StatusCodes.Status500InternalServerError, Problem.Unforeseen(error)),
        };
        if (error is BusyException) context.Response.Headers.RetryAfter = SecondsToWait;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, WebJson.Options);
    }

    private static Problem Unread(int status) => new(status switch
    {
        StatusCodes.Status404NotFound => "there is no such thing here.",
        StatusCodes.Status405MethodNotAllowed => "this is not asked for in that way.",
        StatusCodes.Status413PayloadTooLarge => "more was sent than is taken here.",
        StatusCodes.Status415UnsupportedMediaType => "the request is of another sort than is taken here; expected JSON.",
        _ => "the request cannot be read.",
    });
}
