using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Loadstone.Tests.Web;

/// <summary>A part of a streamed answer.</summary>
internal sealed record Part(string Name, JsonElement Data);

/// <summary>Reads answers that come in parts.</summary>
internal static class EventReader
{
    /// <summary>All parts of the answer to a request.</summary>
    public static async Task<List<Part>> PartsAsync(this HttpClient client, string path, object body, CancellationToken cancellation) =>
        await client.FollowAsync(path, body, cancellation).ToListAsync(cancellation);

    /// <summary>The parts of the answer to a request, each as soon as it is there; who reads on no longer leaves the request.</summary>
    public static async IAsyncEnumerable<Part> FollowAsync(this HttpClient client, string path, object body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        await using Stream stream = await answer.Content.ReadAsStreamAsync(cancellation);
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(cancellation))
            yield return new Part(item.EventType, JsonElement.Parse(item.Data));
    }

    /// <summary>Numbers of an array.</summary>
    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    /// <summary>The parts of one name.</summary>
    public static JsonElement[] Named(this IEnumerable<Part> parts, string name) => [.. parts.Where(part => part.Name == name).Select(part => part.Data)];
}
