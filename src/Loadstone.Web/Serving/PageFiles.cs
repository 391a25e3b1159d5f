using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Loadstone.Web.Serving;

/// <summary>The page's files, carried by the assembly.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "page/", Start = "index.html";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml", [".json"] = "application/json", [".txt"] = "text/plain; charset=utf-8", [".woff2"] = "font/woff2",
    };

    private readonly Dictionary<string, byte[]> _files;

    /// <summary>Files by their paths.</summary>
    public PageFiles(Dictionary<string, byte[]> files) => _files = files;

    /// <summary>Reads those that an assembly carries.</summary>
    /// <exception cref="InputException">It was built without the page.</exception>
    public static PageFiles Load(Assembly assembly)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[name[Prefix.Length..]] = bytes;
        }
        if (!files.ContainsKey(Start))
            throw new InputException("this program was built without the workbench's page, because Node.js 20.19 or newer with npm was not found then, or npm could not fetch its packages. Install Node.js (https://nodejs.org) and build again: dotnet build -c Release.");
        return new PageFiles(files);
    }

    /// <summary>Serves them; addresses that name no file are places of the page.</summary>
    public void Map(WebApplication app) => app.MapFallback("{**path}", Answer);

    private IResult Answer(HttpContext context)
    {
        string path = context.Request.Path.Value!.TrimStart('/');
        if (context.Request.Method is not ("GET" or "HEAD")) return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        if (path.StartsWith("api/", StringComparison.Ordinal)) return Results.NotFound();
        bool isFile = _files.TryGetValue(path, out byte[]? bytes);
        if (!isFile && Path.HasExtension(path)) return Results.NotFound();
        if (!isFile) (path, bytes) = (Start, _files[Start]);
        // Names under assets/ hold a hash of what is in them.
        context.Response.Headers.CacheControl = path.StartsWith("assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(bytes!, Kinds.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream"), entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes!))[..16]}\""));
    }
}
