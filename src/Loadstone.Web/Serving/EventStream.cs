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

    /// <summary>Begins the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellation">Nothing more is sent once it says so.</param>
    public EventStream(HttpContext context, CancellationToken cancellation)
    {
        (_response, _cancellation) = (context.Response, cancellation);
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        _response.ContentType = "text/event-stream";
        _response.Headers.CacheControl = "no-store";
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
