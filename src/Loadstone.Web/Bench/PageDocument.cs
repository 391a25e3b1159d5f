using System.Text;
using Loadstone.Designs;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Web.Bench;

/// <summary>Documents that come from the page: they name no files of this machine, and ask for no finer mesh than is served.</summary>
internal static class PageDocument
{
    private const int MostCells = 200;

    /// <summary>Reads one.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="overrides">Paths that are set to other values first.</param>
    /// <exception cref="InputException">It cannot be used; the message says where and why.</exception>
    public static DesignDocument Read(string text, IReadOnlyList<DesignOverride>? overrides = null)
    {
        var document = DesignDocument.Parse(Encoding.UTF8.GetBytes(text), overrides: overrides, files: NamedFiles.Refused);
        foreach (Design variant in document.Variants)
        {
            MeshSettings mesh = variant.Mesh;
            if (Math.Max(Math.Max(mesh.Negative, mesh.Separator), Math.Max(mesh.Positive, mesh.Radial)) > MostCells)
                throw new InputException(FormattableString.Invariant($"the mesh is finer than the workbench computes; expected {MostCells} cells at most, or a run with the command line."), "mesh");
        }
        return document;
    }

    /// <summary>One of its variants.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The name; null or empty for the document as it stands.</param>
    /// <exception cref="InputException">There is no such variant.</exception>
    public static Design Variant(DesignDocument document, string? name) => string.IsNullOrEmpty(name) ? document.Base : Designs.Runs.DesignRunner.Choose(document, [name])[0];
}
