using System.ComponentModel;
using System.Text;
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
        library.MapGet("/entry", ([Description("Name of the entry.")] string name) => Entry(MaterialPage.Find(name))).WithSummary("A material or parameter set: values, functions, sources.");
        library.MapPost("/bpx", ReadAsync).WithSummary("What a Battery Parameter eXchange file holds, and what is not used of it.").TakesBytes("application/json");
        library.MapPost("/bpx/export", WriteAsync).WithSummary("A cell as a Battery Parameter eXchange file, and what the format cannot say of it.");
    }

    private static Shelf[] Shelves { get; } =
    [
        .. MaterialKind.All.Select(kind => new Shelf(kind.Title, [.. Catalogue.Default.NamesOf(kind).Select(Catalogue.Default.Find).Select(material => new Title(material.Name, material.Title, material.Aliases))])).Where(shelf => shelf.Entries.Count > 0),
        new("published parameter sets of whole cells", [.. ParameterSets.Names.Select(ParameterSets.Load).Select(set => new Title(set.Name, set.Title, []))]),
    ];

    private static EntryAnswer Entry(MaterialPage page)
    {
        List<ReportBlock> blocks = [MaterialTables.Values(page)];
        if (page.Functions.Count > 0) blocks.Add(MaterialTables.Functions(page));
        blocks.AddRange(page.Functions.Select(entry => FunctionSamples.Of(entry.Function, PlotPoints).Plot(page.Name, entry.Property)));
        return new EntryAnswer(page.Name, page.Title, page.Notes, ParameterSets.Names.Contains(page.Name), BlockPart.Of(blocks));
    }

    private static async Task<CellAnswer> ReadAsync(HttpContext context, ComputeQueue queue)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        using ComputeTurn turn = queue.Enter(null, 0, context.RequestAborted);
        BpxReading reading = await turn.Run(_ => BpxReader.Parse(body.ToArray())).ConfigureAwait(false);
        var curves = new List<Series>();
        // One by one, so that what others ask for meanwhile is not kept waiting for all of them.
        foreach (double rate in CellDischarges.Rates) curves.Add(await turn.Run(cancellation => CellDischarges.Curve(reading.Cell, rate, cancellation), later: true).ConfigureAwait(false));
        return await turn.Run(_ =>
        {
            BpxText newest = BpxWriter.Write(reading.Cell, reading.InitialStateOfCharge);
            return new CellAnswer(reading.Cell.Name, reading.Version, reading.InitialStateOfCharge, reading.Cell.LowerCutOff, reading.Cell.UpperCutOff, [.. reading.Notes.Select(note => note.ToString())],
                BlockPart.Of([CellDischarges.Plot(curves), .. CellBlocks.Of(reading.Cell)]), newest.Json, [.. newest.Losses.Select(loss => loss.ToString())]);
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

    /// <summary>An entry's names for documents and for people, and other names by which documents may call it.</summary>
    internal sealed record Title(string Name, string Text, IReadOnlyList<string> Aliases);

    /// <summary>A material or a parameter set.</summary>
    internal sealed record EntryAnswer(string Name, string Title, IReadOnlyList<string> Notes, bool IsCell, IReadOnlyList<BlockPart> Blocks);

    /// <summary>The cell of an exchange file: its cut-off voltages [V], what is not used of it, how it discharges, and the file in the newest version with what that cannot say.</summary>
    internal sealed record CellAnswer(string Name, string Version, double StateOfCharge, double LowerCutOff, double UpperCutOff, IReadOnlyList<string> Notes, IReadOnlyList<BlockPart> Blocks, string File, IReadOnlyList<string> Losses);

    /// <summary>The cell of a document, with its variant, or of a parameter set.</summary>
    internal sealed record ExportRequest(string? Document, string? Variant, string? Set);

    /// <summary>The file, what is lost, and the command that writes the same.</summary>
    internal sealed record ExportAnswer(string File, IReadOnlyList<string> Losses, string Command);
}
