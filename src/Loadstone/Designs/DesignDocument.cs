using Loadstone.Designs.Building;
using Loadstone.Designs.Fields;
using Loadstone.Designs.Reading;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Formats.Json;

namespace Loadstone.Designs;

/// <summary>
/// A design document: one JSON file that a person writes, with its variants. Every variant has been read and checked
/// when there is a document; <see cref="DesignBuilder"/> makes cells of them.
/// </summary>
public sealed record DesignDocument
{
    private static readonly string[] CommonToAll =
    [
        DocumentFields.Schema.Name, DocumentFields.Name.Name, DocumentFields.Description.Name,
        DocumentFields.Base.Name, DocumentFields.Variants.Name, DocumentFields.Measured.Name,
    ];

    private DesignDocument()
    {
    }

    /// <summary>Name of the document.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The document as it stands (named by its field "base", else by its name), then its variants in order.</summary>
    public required IReadOnlyList<Design> Variants { get; init; }

    /// <summary>The first variant: the document as it stands.</summary>
    public Design Base => Variants[0];

    /// <summary>Reads a document from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Paths that are set to other values first; variants build on them.</param>
    /// <exception cref="InputException">The document cannot be used; the message says where and why.</exception>
    public static DesignDocument Load(string path, IReadOnlyList<DesignOverride>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(PlacedJsonReader.ReadFile(path), overrides ?? [], NamedFiles.In(Path.GetDirectoryName(path)));
    }

    /// <summary>Reads a document from its bytes.</summary>
    /// <param name="utf8">The JSON text in UTF-8.</param>
    /// <param name="source">Name of the document for messages, or null.</param>
    /// <param name="overrides">Paths that are set to other values first; variants build on them.</param>
    /// <param name="files">What becomes of files named in protocols; null looks for them in the current folder.</param>
    /// <exception cref="InputException">The document cannot be used; the message says where and why.</exception>
    public static DesignDocument Parse(byte[] utf8, string? source = null, IReadOnlyList<DesignOverride>? overrides = null, NamedFiles? files = null) =>
        Read(PlacedJsonReader.Read(utf8, source), overrides ?? [], files);

    private static DesignDocument Read(PlacedValue root, IReadOnlyList<DesignOverride> overrides, NamedFiles? files)
    {
        if (root is not PlacedObject document) throw root.Error($"A design document is one JSON object in braces; {root.Sort} stands here.");
        foreach (DesignOverride change in overrides)
            document = DocumentEdit.Set(document, DocumentFields.Shape, change.Path, change.Node, change.Place);

        var fields = new FieldReader(document, DocumentFields.Shape);
        string name = fields.Read(DocumentFields.Name)!;
        string baseName = fields.Read(DocumentFields.Base) ?? name;
        PlacedObject plain = document.Without(DocumentFields.Variants.Name);
        var named = new List<(string Name, PlacedObject Document)> { (baseName, plain) };
        foreach (PlacedMember variant in fields.Read(DocumentFields.Variants))
        {
            if (variant.Name == baseName) throw variant.Place.Error($"The variant is named like the document as it stands, \"{baseName}\"; give it another name.");
            named.Add((variant.Name, Changed(plain, variant)));
        }
        MeasuredValues measured = MeasuredValues.Read(fields, [.. named.Select(variant => variant.Name)]);
        return new DesignDocument
        {
            Name = name,
            Description = fields.Read(DocumentFields.Description),
            Variants = [.. named.Select(variant => ReadVariant(variant.Name, variant.Document, files, isBase: variant.Name == baseName) with { Measured = measured.Of(variant.Name) })],
        };
    }

    private static Design ReadVariant(string name, PlacedObject document, NamedFiles? files, bool isBase)
    {
        try
        {
            return DesignReader.Read(document, files) with { Name = name, IsBase = isBase };
        }
        catch (InputException e) when (!isBase)
        {
            throw e.InVariant(name);
        }
    }

    private static PlacedObject Changed(PlacedObject document, PlacedMember variant)
    {
        var changes = variant.Value as PlacedObject ?? throw FieldValue.WrongSort(variant.Value, DocumentFields.Variants.Item);
        foreach (PlacedMember change in changes.Members)
        {
            bool belongsToAll = DocumentPath.Parse(change.Name, change.Place)[0].Name is { } first && CommonToAll.Contains(first);
            if (belongsToAll) throw change.Place.Error($"\"{change.Name}\" belongs to the whole document and cannot vary.");
            document = DocumentEdit.Set(document, DocumentFields.Shape, change.Name, change.Value, change.Place);
        }
        return document;
    }
}
