using Loadstone.Designs;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Laboratory;

namespace Loadstone.Web.Laboratory;

/// <summary>Runs what the page asks for on the files that it handed in, and on no other.</summary>
internal sealed class AnalysisWork(UploadStore store, IReadOnlyList<ILaboratoryAnalysis> analyses)
{
    private const string Override = "--set";

    /// <summary>The analyses that are offered.</summary>
    public IReadOnlyList<ILaboratoryAnalysis> Analyses { get; } = analyses;

    /// <summary>The results.</summary>
    /// <exception cref="InputException">A file, the analysis or an option cannot be used.</exception>
    public IReadOnlyList<LaboratoryResult> Run(AnalysisRequest request, CancellationToken cancellation)
    {
        UploadSession session = store.Find(request.Session);
        ILaboratoryAnalysis analysis = Find(request.Analysis);
        UploadedFile[] files = Files(session, request);
        try
        {
            AnalysisChoice[] choices = [.. request.Choices.Select(choice => choice with { Value = Placed(choice, OptionOf(analysis, choice), session) })];
            CheckDesigns(analysis, choices);
            return analysis.Run([.. files.Select(file => file.Path)], choices, cancellation);
        }
        catch (InputException e)
        {
            throw Named(e, session);
        }
    }

    /// <summary>The command that gives the same.</summary>
    /// <exception cref="InputException">A file or the analysis is not known.</exception>
    public string CommandLine(AnalysisRequest request) =>
        Find(request.Analysis).CommandLine([.. Files(store.Find(request.Session), request).Select(file => file.Name)], request.Choices);

    /// <summary>An error as the page is told it: files by their names, an option as its place.</summary>
    public static InputException Named(InputException error, UploadSession session)
    {
        string? option = new[] { error.File, error.Place }.FirstOrDefault(name => name?.StartsWith("--", StringComparison.Ordinal) ?? false);
        string message = new InputException(error.Problem, error.Place == option ? null : error.Place, error.File == option ? null : error.File, error.Line, error.Column).Message;
        foreach (UploadedFile file in session.Files) message = message.Replace(file.Path, file.Name, StringComparison.Ordinal);
        return new InputException(message, option);
    }

    private ILaboratoryAnalysis Find(string name) => Analyses.FirstOrDefault(analysis => analysis.Name == name)
        ?? throw new InputException($"\"{name}\" is no analysis; expected one of {string.Join(", ", Analyses.Select(analysis => analysis.Name))}.");

    private static UploadedFile[] Files(UploadSession session, AnalysisRequest request) =>
        request.Files.Count > 0 ? [.. request.Files.Select(session.Find)] : throw new InputException("no file is chosen; expected one or more.");

    private static AnalysisOption OptionOf(ILaboratoryAnalysis analysis, AnalysisChoice choice) => analysis.Options.FirstOrDefault(option => option.Name == choice.Option)
        ?? throw new InputException($"\"{choice.Option}\" is no option of {analysis.Name}.");

    // A value may be "200 s=a.csv,b.csv": files behind what they are of.
    private static string Placed(AnalysisChoice choice, AnalysisOption option, UploadSession session)
    {
        if (option.File == FileUse.None) return choice.Value;
        int names = choice.Value.IndexOf('=', StringComparison.Ordinal) + 1;
        return choice.Value[..names] + string.Join(',', choice.Value[names..].Split(',', StringSplitOptions.TrimEntries).Select(name =>
            session.Named(name)?.Path
            ?? (option.File == FileUse.FileOrMaterial && !Path.HasExtension(name) && name.IndexOfAny(['/', '\\']) < 0 ? name : throw new InputException($"\"{name}\" is none of the files that were handed in.", file: option.Name))));
    }

    // Designs name files of currents in their protocols; those here may not.
    private static void CheckDesigns(ILaboratoryAnalysis analysis, AnalysisChoice[] choices)
    {
        DesignOverride[] overrides = [.. choices.Where(choice => choice.Option == Override).Select(choice => DesignOverride.Parse(choice.Value))];
        foreach (AnalysisChoice choice in choices.Where(choice => OptionOf(analysis, choice).File == FileUse.Design))
            _ = DesignDocument.Parse(File.ReadAllBytes(choice.Value), Path.GetFileName(choice.Value), overrides, NamedFiles.Refused);
    }
}
