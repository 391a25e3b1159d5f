using Loadstone.Designs.Fields;

namespace Loadstone.Designs.Reading;

/// <summary>Errors of variants: the place may stand in the document as it was written, so the message says which variant it is.</summary>
internal static class VariantErrors
{
    /// <summary>The same error, told of a variant; itself where its place says so already.</summary>
    public static InputException InVariant(this InputException error, string variant) =>
        error.Place?.StartsWith(DocumentFields.Variants.Name, StringComparison.Ordinal) == true ? error : new InputException($"In the variant \"{variant}\": {error.Problem}", error.Place, error.File, error.Line, error.Column);
}
