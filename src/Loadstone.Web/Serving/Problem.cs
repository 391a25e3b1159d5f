using System.Text.Json.Serialization;

namespace Loadstone.Web.Serving;

/// <summary>What was wrong with a request, in the command line's words.</summary>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Path">JSON path in the document, or null.</param>
/// <param name="Line">Line in the document, counted from 1, or null.</param>
/// <param name="Column">Column in the line, counted from 1, or null.</param>
internal sealed record Problem(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Column = null)
{
    /// <summary>The problem that an error tells.</summary>
    public static Problem Of(InputException error) => new(error.Problem, error.Place, error.Line, error.Column);

    /// <summary>A fault of the program: nothing of its inside is told.</summary>
    public static Problem Unforeseen(Exception error) => new($"this should not have happened: an unforeseen {error.GetType().Name}. Please report it with the document.");
}
