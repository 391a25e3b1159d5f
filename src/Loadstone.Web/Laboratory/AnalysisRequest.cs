namespace Loadstone.Web.Laboratory;

/// <summary>What the laboratory's page asks for.</summary>
/// <param name="Session">The page's session.</param>
/// <param name="Files">The files, by their <see cref="UploadedFile.Id"/>.</param>
/// <param name="Analysis">Name of the analysis.</param>
/// <param name="Choices">Values of its options; files are meant by their names.</param>
internal sealed record AnalysisRequest(string Session, IReadOnlyList<string> Files, string Analysis, IReadOnlyList<AnalysisChoice> Choices);
