using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Loadstone.Web.Serving;

/// <summary>
/// Stands before every answer: whom the workbench talks to, and what a browser may do with what it gets. Without a token only names of this machine are answered,
/// so that a page elsewhere cannot reach it through a name of its own; with one, it must be known.
/// </summary>
internal sealed class Guard(RequestDelegate next, WorkbenchOptions options)
{
    private const string Cookie = "loadstone-token", Parameter = "token", Scheme = "Bearer ";

    private readonly byte[]? _token = options.Token is { Length: > 0 } token ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;

    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (_token is null && !IsOfThisMachine(context.Request.Host.Host)) return Refuse(context, StatusCodes.Status403Forbidden, "the workbench answers to names of this machine only.");
        if (IsForeign(context.Request)) return Refuse(context, StatusCodes.Status403Forbidden, "the request comes from another page.");
        if (_token is null) return next(context);
        if (context.Request.Query[Parameter] is [{ Length: > 0 } asked] && IsToken(asked))
        {
            context.Response.Cookies.Append(Cookie, asked, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
            if (HttpMethods.IsGet(context.Request.Method)) context.Response.Redirect(context.Request.Path);
            return Task.CompletedTask;
        }
        string? given = context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : context.Request.Cookies[Cookie];
        return given is not null && IsToken(given) ? next(context) : Refuse(context, StatusCodes.Status401Unauthorized, "the workbench asks for its token: open the address that it printed.");
    }

    private bool IsToken(string given) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _token);

    private static bool IsOfThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin] && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }
}
