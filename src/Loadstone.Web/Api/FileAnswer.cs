using Loadstone.Web.Laboratory;

namespace Loadstone.Web.Api;

/// <summary>A file that was handed in, and what it is.</summary>
/// <param name="Id">Name by which requests mean it.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Subject">"test", "spectrum", "table", "image", "document" or "unknown".</param>
/// <param name="Format">Instrument or format, in words.</param>
/// <param name="Facts">What it holds.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Warnings">What the reader told.</param>
/// <param name="Pictures">A first look, as blocks.</param>
/// <param name="Fits">Names of the analyses that read such a file; those that any table would do for come last.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
internal sealed record FileAnswer(
    string Id, string Name, long Bytes, string Subject, string Format, IReadOnlyList<string> Facts, IReadOnlyList<ColumnReading> Columns, IReadOnlyList<string> Warnings, IReadOnlyList<BlockPart> Pictures,
    IReadOnlyList<string> Fits, string? Problem)
{
    public static FileAnswer Of(UploadedFile file, FileReading reading, IReadOnlyList<ILaboratoryAnalysis> analyses) => new(
        file.Id, file.Name, file.Bytes, OfferedAnalysis.Word(reading.Subject), reading.Format, reading.Facts, reading.Columns, reading.Warnings, BlockPart.Of(reading.Pictures),
        [.. analyses.Where(reading.Fits).OrderBy(analysis => reading.Subject == FileSubject.Table && analysis.Clues.Count == 0).Select(analysis => analysis.Name)], null);

    public static FileAnswer Unknown(UploadedFile file, string problem) =>
        new(file.Id, file.Name, file.Bytes, OfferedAnalysis.Word(FileSubject.Unknown), "not known", [], [], [], [], [], problem);
}
