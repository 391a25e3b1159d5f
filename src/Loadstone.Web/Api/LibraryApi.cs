using System.Text;
using System.Text.Json.Nodes;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Formats.Bpx;
using Loadstone.Materials;
using Loadstone.Reports;
using Loadstone.Reports.MaterialPages;
using Loadstone.Web.Library;
using Loadstone.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>The library: materials, parameter sets, cells of exchange files.</summary>
internal static class LibraryApi
{
    private const int PlotPoints = 200;
    private const long MostBytes = 20_000_000; // measured curves may come with the parameters

    /// <summary>Maps the calls.</summary>
    public static void MapLibrary(this RouteGroupBuilder api)
    {
        RouteGroupBuilder library = api.MapGroup("/library");
        library.MapGet("", () => Shelves).WithSummary("Names of all materials by kind, and of the published parameter sets.");
        library.MapGet("/entry", (string name) => Entry(MaterialPage.Find(name))).WithSummary("A material or parameter set: values, functions, sources.");
        library.MapPost("/bpx", ReadAsync).WithSummary("What a Battery Parameter eXchange file holds, and what is not used of it.");
        library.MapPost("/bpx/export", WriteAsync).WithSummary("A cell as a Battery Parameter eXchange file, and what the format cannot say of it.");
    }

    private static Shelf[] Shelves { get; } =
    [
        .. MaterialKind.All.Select(kind => new Shelf(kind.Title, [.. Catalogue.Default.NamesOf(kind).Select(Catalogue.Default.Find).Select(material => new Title(material.Name, material.Title))])).Where(shelf => shelf.Entries.Count > 0),
        new("published parameter sets of whole cells", [.. ParameterSets.Names.Select(ParameterSets.Load).Select(set => new Title(set.Name, set.Title))]),
    ];

    private static JsonObject Entry(MaterialPage page)
    {
        List<ReportBlock> blocks = [MaterialTables.Values(page)];
        if (page.Functions.Count > 0) blocks.Add(MaterialTables.Functions(page));
        blocks.AddRange(page.Functions.Select(entry => FunctionSamples.Of(entry.Function, PlotPoints).Plot(page.Name, entry.Property)));
        return new JsonObject
        {
            ["name"] = page.Name,
            ["title"] = page.Title,
            ["notes"] = ReportJson.Texts(page.Notes),
            ["isCell"] = ParameterSets.Names.Contains(page.Name),
            ["blocks"] = ReportJson.Of(blocks),
        };
    }

    private static async Task<JsonObject> ReadAsync(HttpContext context, ComputeQueue queue)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        BpxReading reading = BpxReader.Parse(body.ToArray());
        using ComputeTurn turn = queue.Enter(null, 0, context.RequestAborted);
        return await turn.Run(cancellation =>
        {
            BpxText newest = BpxWriter.Write(reading.Cell, reading.InitialStateOfCharge);
            return new JsonObject
            {
                ["name"] = reading.Cell.Name,
                ["version"] = reading.Version,
                ["stateOfCharge"] = reading.InitialStateOfCharge,
                ["notes"] = ReportJson.Texts(reading.Notes.Select(note => note.ToString())),
                ["blocks"] = ReportJson.Of([CellDischarges.Of(reading.Cell, cancellation), .. CellBlocks.Of(reading.Cell)]),
                ["file"] = newest.Json,
                ["losses"] = ReportJson.Texts(newest.Losses.Select(loss => loss.ToString())),
            };
        }).ConfigureAwait(false);
    }

    private static async Task<ExportAnswer> WriteAsync(HttpContext context, ComputeQueue queue, ExportRequest request)
    {
        using ComputeTurn turn = queue.Enter(null, 0, context.RequestAborted);
        return await turn.Run(_ =>
        {
            (Cell cell, string command) = CellOf(request);
            BpxText text = BpxWriter.Write(cell);
            return new ExportAnswer(text.Json, [.. text.Losses.Select(loss => loss.ToString())], command);
        }).ConfigureAwait(false);
    }

    private static (Cell Cell, string Command) CellOf(ExportRequest request)
    {
        if (request.Set is { } set) return (ParameterSetCell.Load(set), $"loadstone export {set} --out {set}.bpx.json");
        DesignDocument document = DesignDocument.Parse(Encoding.UTF8.GetBytes(request.Document ?? ""), files: NamedFiles.Refused);
        Design design = request.Variant is { } variant ? DesignRunner.Choose(document, [variant])[0] : document.Base;
        string choice = request.Variant is { } name ? $" --variant \"{name}\"" : "";
        return (DesignBuilder.Build(design).Cell, $"loadstone export design.json{choice} --out design.bpx.json");
    }

    /// <summary>Entries of one kind.</summary>
    internal sealed record Shelf(string Title, IReadOnlyList<Title> Entries);

    /// <summary>An entry's names for documents and for people.</summary>
    internal sealed record Title(string Name, string Text);

    /// <summary>The cell of a document, with its variant, or of a parameter set.</summary>
    internal sealed record ExportRequest(string? Document, string? Variant, string? Set);

    /// <summary>The file, what is lost, and the command that writes the same.</summary>
    internal sealed record ExportAnswer(string File, IReadOnlyList<string> Losses, string Command);
}
