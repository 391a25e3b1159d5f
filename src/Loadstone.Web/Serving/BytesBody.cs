using Microsoft.AspNetCore.Builder;

namespace Loadstone.Web.Serving;

/// <summary>Says of a call that the body of its request is a file as it is, whatever the sender calls its kind, for the description of the calls.</summary>
/// <param name="Kind">What it mostly is.</param>
internal sealed record BytesBody(string Kind);

/// <summary>Adds it to calls.</summary>
internal static class BytesBodies
{
    /// <summary>A call that takes a file as it is.</summary>
    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder call, string kind) => call.WithMetadata(new BytesBody(kind));
}
