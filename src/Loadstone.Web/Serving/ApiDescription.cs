using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Loadstone.Web.Serving;

/// <summary>The calls described for other programs (OpenAPI): what the code cannot say of itself is added here.</summary>
internal static class ApiDescription
{
    /// <summary>Sets the description up.</summary>
    public static void Set(OpenApiOptions options)
    {
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Loadstone workbench",
                Version = typeof(InputException).Assembly.GetName().Version!.ToString(3),
                Description = "Calls of the library behind the workbench's page. Quantities in documents are text with their units; numbers in answers have the units that their descriptions name.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Complete);
    }

    private static async Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Responses ??= [];
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<PartsAnswer>().LastOrDefault() is { } parts)
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Events by their names; each comes as soon as it is there, some more than once.", Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) };
            foreach ((string name, Type holds) in parts.Parts) schema.Properties[name] = await context.GetOrCreateSchemaAsync(holds, null, cancellation).ConfigureAwait(false);
            operation.Responses[Text(StatusCodes.Status200OK)] = Answer("The parts.", PartsAnswer.Kind, schema);
        }
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<BytesBody>().LastOrDefault() is { } body)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [body.Kind] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } } };
        OpenApiSchema problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellation).ConfigureAwait(false);
        operation.Responses[Text(StatusCodes.Status400BadRequest)] = Answer("What is wrong with the request, in the command line's words.", "application/json", problem);
        if (context.Description.HttpMethod == HttpMethods.Post)
            operation.Responses[Text(StatusCodes.Status503ServiceUnavailable)] = Answer("Too much is asked for just now; Retry-After says when to ask again.", "application/json", problem);
    }

    private static OpenApiResponse Answer(string description, string kind, IOpenApiSchema schema) =>
        new() { Description = description, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [kind] = new() { Schema = schema } } };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
