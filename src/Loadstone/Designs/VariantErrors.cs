namespace Loadstone.Designs;

/// <summary>Errors of variants: the place may stand in the document as it was written, so the message says which variant it is.</summary>
internal static class VariantErrors
{
    /// <summary>The same error, told of a variant.</summary>
    public static InputException InVariant(this InputException error, string variant) =>
        new($"In the variant \"{variant}\": {error.Problem}", error.Place, error.File, error.Line, error.Column);
}
