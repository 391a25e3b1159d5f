using System.ComponentModel;
using System.Reflection;
using System.Text;
using Loadstone.Designs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loadstone.Web.Api;

/// <summary>The documents that come with the program.</summary>
internal static class ExamplesApi
{
    private const string Shipped = "examples/", Gallery = "gallery/", Ending = ".json";

    private static readonly Lazy<SortedDictionary<string, (Example Example, string Document)>> All = new(Load);

    /// <summary>Maps the calls.</summary>
    public static void MapExamples(this RouteGroupBuilder api)
    {
        api.MapGet("/examples", () => All.Value.Values.Select(found => found.Example)).WithSummary("The documents that come with the program.");
        api.MapGet("/examples/{name}", ([Description("Name of the document.")] string name) => All.Value.TryGetValue(name, out var found) ? Results.Json(new ExampleText(found.Document)) : Results.NotFound()).WithSummary("One of them.").Produces<ExampleText>();
    }

    private static SortedDictionary<string, (Example, string)> Load()
    {
        Assembly assembly = typeof(ExamplesApi).Assembly;
        var all = new SortedDictionary<string, (Example, string)>(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            bool isGallery = resource.StartsWith(Gallery, StringComparison.Ordinal);
            if (!isGallery && !resource.StartsWith(Shipped, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            string text = reader.ReadToEnd();
            var document = DesignDocument.Parse(Encoding.UTF8.GetBytes(text), resource);
            string name = resource[(resource.IndexOf('/', StringComparison.Ordinal) + 1)..^Ending.Length];
            all[name] = (new Example(name, document.Name, document.Description ?? "", isGallery), text);
        }
        return all;
    }

    /// <summary>The document that stands first in the starting gallery.</summary>
    public static string First => All.Value.Values.First(found => found.Example.Gallery).Document;

    /// <summary>A shipped document.</summary>
    /// <param name="Name">To ask for its text.</param>
    /// <param name="Title">Its name.</param>
    /// <param name="Description">What it is about.</param>
    /// <param name="Gallery">Whether it stands in the starting gallery.</param>
    internal sealed record Example(string Name, string Title, string Description, bool Gallery);

    /// <summary>Its text.</summary>
    /// <param name="Document">The text.</param>
    internal sealed record ExampleText(string Document);
}
