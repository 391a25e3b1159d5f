using Loadstone.Web.Laboratory;

namespace Loadstone.Web.Api;

/// <summary>An analysis for the page.</summary>
internal sealed record OfferedAnalysis(string Name, string Description, string? Remarks, string Subject, IReadOnlyList<OfferedOption> Options)
{
    public static OfferedAnalysis Of(ILaboratoryAnalysis analysis) =>
        new(analysis.Name, analysis.Description, analysis.Remarks, Word(analysis.Subject), [.. analysis.Options.Select(OfferedOption.Of)]);

    /// <summary>A member of an enumeration as a word.</summary>
    internal static string Word<T>(T value) where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}

/// <summary>An option for the page; <see cref="File"/> is "none", "file", "design" or "fileOrMaterial".</summary>
internal sealed record OfferedOption(string Name, string Description, string? Example, string? Default, bool IsSwitch, bool IsMany, bool IsRequired, string File, IReadOnlyList<string> Values)
{
    public static OfferedOption Of(AnalysisOption option) =>
        new(option.Name, option.Description, option.Example, option.Default, option.IsSwitch, option.IsMany, option.IsRequired, OfferedAnalysis.Word(option.File), option.Values);
}
