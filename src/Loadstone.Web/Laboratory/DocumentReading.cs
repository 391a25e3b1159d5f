using Loadstone.Designs;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Web.Laboratory;

/// <summary>What a design document is, that a measurement may be laid beside.</summary>
internal static class DocumentReading
{
    private const int Head = 256;

    /// <summary>Whether a file begins as a document does.</summary>
    public static bool Recognises(string path)
    {
        using var reader = new StreamReader(path);
        char[] head = new char[Head];
        return head.AsSpan(0, reader.ReadBlock(head)).TrimStart() is ['{', ..];
    }

    /// <summary>The reading of a document.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static FileReading Of(string path)
    {
        DesignDocument document = DesignDocument.Parse(File.ReadAllBytes(path), path, files: NamedFiles.Refused);
        int variants = document.Variants.Count - 1;
        return new FileReading(FileSubject.Document, "design document", [document.Name, FormattableString.Invariant($"{variants} variant{(variants == 1 ? "" : "s")}")], [], [], []);
    }
}
