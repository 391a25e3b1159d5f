using System.ComponentModel;
using Loadstone.Laboratory;
using Loadstone.Reports;
using Loadstone.Web.Laboratory;
using Loadstone.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>The laboratory: files handed in, what they are, what analyses make of them.</summary>
internal static class LaboratoryApi
{
    private const string OfSession = "Name of the page's place for files.";

    /// <summary>Maps the calls.</summary>
    public static void MapLaboratory(this RouteGroupBuilder api)
    {
        RouteGroupBuilder laboratory = api.MapGroup("/laboratory");
        laboratory.MapGet("", (UploadStore store, AnalysisWork work) => new Offer(store.FileBytes, [.. work.Analyses.Select(OfferedAnalysis.Of)])).WithSummary("The analyses with their options, and how large a file may be.");
        laboratory.MapPost("/sessions", (UploadStore store) => new Session(store.Open())).WithSummary("A place for the files of one page.");
        laboratory.MapPost("/sessions/{session}/files", TakeAsync).WithSummary("Takes a file, the body of the request as it is, and says what it is.").TakesBytes("application/octet-stream");
        laboratory.MapDelete("/sessions/{session}/files/{id}", (UploadStore store, [Description(OfSession)] string session, [Description("Name of the file, as the answer to its taking told.")] string id) => store.Find(session).Remove(id)).WithSummary("Deletes a file.");
        laboratory.MapPost("/analyse", AnalyseAsync).WithSummary("Numbers, tables and plots of an analysis.");
        laboratory.MapPost("/report", ReportAsync).WithSummary("The same as a page of its own.").Produces<string>(contentType: "text/html");
    }

    private static async Task<FileAnswer> TakeAsync(HttpContext context, UploadStore store, AnalysisWork work, ComputeQueue queue, [Description(OfSession)] string session, [Description("Name of the file, for people.")] string name)
    {
        UploadSession place = store.Find(session);
        // The store counts the bytes itself and says in words when there are too many.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        UploadedFile file = await place.AddAsync(name, context.Request.Body, context.RequestAborted).ConfigureAwait(false);
        using ComputeTurn turn = queue.Enter(null, 0, context.RequestAborted);
        try
        {
            FileReading reading = await turn.Run(cancellation => FileReading.Of(file.Path, cancellation)).ConfigureAwait(false);
            return FileAnswer.Of(file, reading, work.Analyses);
        }
        catch (InputException e)
        {
            // It stays: an option of an analysis may ask for it.
            return FileAnswer.Unknown(file, AnalysisWork.Named(e, place).Message);
        }
    }

    private static async Task<AnalysisAnswer> AnalyseAsync(HttpContext context, AnalysisWork work, ComputeQueue queue, AnalysisRequest request)
    {
        using ComputeTurn turn = queue.Enter(request.Session, 0, context.RequestAborted);
        return await turn.Run(cancellation => AnalysisAnswer.Of(work.Run(request, cancellation), work.CommandLine(request))).ConfigureAwait(false);
    }

    private static async Task<IResult> ReportAsync(HttpContext context, AnalysisWork work, ComputeQueue queue, AnalysisRequest request)
    {
        using ComputeTurn turn = queue.Enter(null, 0, context.RequestAborted);
        string page = await turn.Run(cancellation => HtmlReport.Render(LaboratoryFiles.Compose(work.Run(request, cancellation), work.CommandLine(request)))).ConfigureAwait(false);
        return Results.Text(page, "text/html; charset=utf-8");
    }

    /// <summary>What the laboratory offers.</summary>
    internal sealed record Offer(long FileBytes, IReadOnlyList<OfferedAnalysis> Analyses);

    /// <summary>A place for files.</summary>
    internal sealed record Session(string Id);
}
