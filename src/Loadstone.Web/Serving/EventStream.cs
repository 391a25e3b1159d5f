using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Loadstone.Web.Serving;

/// <summary>An answer in named parts, each sent as soon as it is there: server-sent events (WHATWG HTML, section 9.2).</summary>
internal sealed class EventStream : IPartSender, IDisposable
{
    private readonly HttpResponse _response;
    private readonly CancellationToken _cancellation;
    private readonly SemaphoreSlim _one = new(1);

    private EventStream(HttpContext context, CancellationToken cancellation)
    {
        (_response, _cancellation) = (context.Response, cancellation);
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        _response.ContentType = "text/event-stream";
        _response.Headers.CacheControl = "no-store";
    }

    /// <summary>Answers a request in parts. What goes wrong is the last of them; a turn that was overtaken or left ends the answer where it is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="turn">Its turn at the processors.</param>
    /// <param name="work">Sends the parts.</param>
    public static async Task Answer(HttpContext context, ComputeTurn turn, Func<IPartSender, Task> work)
    {
        using var stream = new EventStream(context, turn.Cancellation);
        try
        {
            await work(stream).ConfigureAwait(false);
        }
        catch (InputException e)
        {
            await stream.Send("problem", Problem.Of(e)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (turn.Cancellation.IsCancellationRequested)
        {
            // What was sent stays as it is; a newer answer, if there is one, follows elsewhere.
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            await stream.Send("problem", Problem.Unforeseen(e)).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a part; parts of several computations may come at the same time.</summary>
    public async Task Send<T>(string name, T part)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(part, WebJson.Options);
        await _one.WaitAsync(_cancellation).ConfigureAwait(false);
        try
        {
            await _response.WriteAsync($"event: {name}\ndata: ", _cancellation).ConfigureAwait(false);
            await _response.Body.WriteAsync(json, _cancellation).ConfigureAwait(false);
            await _response.WriteAsync("\n\n", _cancellation).ConfigureAwait(false);
            await _response.Body.FlushAsync(_cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
