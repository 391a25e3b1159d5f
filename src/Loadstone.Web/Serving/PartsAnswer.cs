using Microsoft.AspNetCore.Builder;

namespace Loadstone.Web.Serving;

/// <summary>Says of a call that its answer comes in parts, as server-sent events, for the description of the calls.</summary>
/// <param name="Parts">Names of the parts and what they hold.</param>
internal sealed record PartsAnswer(IReadOnlyList<(string Name, Type Holds)> Parts)
{
    /// <summary>The kind of such an answer.</summary>
    public const string Kind = "text/event-stream";
}

/// <summary>Adds it to calls.</summary>
internal static class PartsAnswers
{
    /// <summary>A call whose answer has these parts, and instead of any of them a problem.</summary>
    public static RouteHandlerBuilder AnswersInParts(this RouteHandlerBuilder call, params IReadOnlyList<(string Name, Type Holds)> parts) =>
        call.WithMetadata(new PartsAnswer([.. parts, ("problem", typeof(Problem))]));
}
