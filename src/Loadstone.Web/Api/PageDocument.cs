using System.Text;
using Loadstone.Designs;

namespace Loadstone.Web.Api;

/// <summary>Reads documents that come from the page.</summary>
internal static class PageDocument
{
    /// <summary>Reads a document.</summary>
    public static DesignDocument Read(string text, IReadOnlyList<DesignOverride>? overrides = null) => DesignDocument.Parse(Encoding.UTF8.GetBytes(text), null, overrides);
}
