using System.Text.Json.Nodes;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Reports;
using Loadstone.Web.Bench;
using Loadstone.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>What is asked of a document as text: whether it can be used, its schema, its report.</summary>
internal static class DocumentApi
{
    private static readonly Lazy<string> Schema = new(DesignSchema.Write);

    /// <summary>Maps the calls.</summary>
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        api.MapGet("/schema", () => Results.Text(Schema.Value, "application/schema+json")).WithSummary("The JSON schema of design documents.").Produces<JsonObject>(contentType: "application/schema+json");
        api.MapPost("/check", CheckInTurn).WithSummary("What a document holds and what is wrong with it.");
        api.MapPost("/report", ReportInTurn).WithSummary("The report of a run as one page of HTML.");
    }

    private static async Task<CheckAnswer> CheckInTurn(DocumentBody body, ComputeQueue queue, CancellationToken aborted)
    {
        using ComputeTurn turn = queue.Enter(null, 0, aborted);
        return await turn.Run(_ => Check(body.Document)).ConfigureAwait(false);
    }

    private static CheckAnswer Check(string text)
    {
        DesignDocument document;
        try
        {
            document = PageDocument.Read(text);
        }
        catch (InputException e)
        {
            return new CheckAnswer(null, [], [Problem.Of(e)], []);
        }
        var problems = new List<Problem>();
        foreach (Design variant in document.Variants)
        {
            try
            {
                DesignBuilder.Build(variant);
            }
            catch (InputException e)
            {
                problems.Add(Problem.Of(e));
            }
        }
        return new CheckAnswer(document.Name, [.. document.Variants.Select(variant => variant.Name)], [.. problems.Distinct()], [.. RepeatingCommands.Of(document)]);
    }

    private static async Task<ReportAnswer> ReportInTurn(ReportBody body, ComputeQueue queue, CancellationToken aborted)
    {
        using ComputeTurn turn = queue.Enter(null, 0, aborted);
        return new ReportAnswer(await turn.Run(cancellation => Report(body, cancellation)).ConfigureAwait(false));
    }

    private static string Report(ReportBody body, CancellationToken cancellation)
    {
        DesignDocument document = PageDocument.Read(body.Document);
        // One variant after the other: the other processors are for the other requests.
        var options = new RunOptions { Variants = body.Variants, MaxParallelism = 1 };
        RunOutcome outcome = DesignRunner.Run(document, options, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        return HtmlReport.Render(RunReport.Compose(outcome, RepeatingCommands.Run(body.Variants)));
    }

    /// <summary>A document.</summary>
    internal sealed record DocumentBody
    {
        /// <summary>Its text.</summary>
        public required string Document { get; init; }
    }

    /// <summary>A document to run.</summary>
    internal sealed record ReportBody
    {
        /// <summary>Its text.</summary>
        public required string Document { get; init; }

        /// <summary>The variants; null for all.</summary>
        public IReadOnlyList<string>? Variants { get; init; }
    }

    /// <summary>What a document holds.</summary>
    /// <param name="Name">Its name; null where it cannot be read.</param>
    /// <param name="Variants">Names of its variants, the document as it stands first.</param>
    /// <param name="Problems">What is wrong.</param>
    /// <param name="Commands">Commands that repeat what the page shows.</param>
    internal sealed record CheckAnswer(string? Name, IReadOnlyList<string> Variants, IReadOnlyList<Problem> Problems, IReadOnlyList<RepeatingCommand> Commands);

    /// <summary>The report.</summary>
    /// <param name="Html">The page.</param>
    internal sealed record ReportAnswer(string Html);
}
