namespace Loadstone.Web.Laboratory;

/// <summary>What the laboratory's page asks for.</summary>
internal sealed record AnalysisRequest
{
    /// <summary>The page's session.</summary>
    public required string Session { get; init; }

    /// <summary>The files, by their <see cref="UploadedFile.Id"/>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Name of the analysis.</summary>
    public required string Analysis { get; init; }

    /// <summary>Values of its options; files are meant by their names.</summary>
    public required IReadOnlyList<AnalysisChoice> Choices { get; init; }
}
