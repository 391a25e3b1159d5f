using System.CommandLine;
using Loadstone.Designs.Infiltration;

namespace Loadstone.Cli.Infiltration;

/// <summary>Where long work keeps what is finished, the same for all modes that can go on from it.</summary>
internal sealed class CheckpointOption
{
    private const string UsualName = "checkpoint.json", Beds = ".beds";

    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--checkpoint") { Description = $"File that keeps what is finished, so that a run that was stopped goes on from it; in study mode the folder FILE{Beds} keeps the state of each bed. [default: {UsualName} in --out, until all is done]", HelpName = "FILE" };

    /// <summary>The file, or null where nothing is kept.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public string? File(WetTask task) => task.Parsed.GetValue(Option) is { } asked ? OutputPath.File(asked) : Usual(task);

    /// <summary>The folder for the states of beds, which need not be there, or null where nothing is kept.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public string? Folder(WetTask task) => File(task) is { } file ? file + Beds : null;

    /// <summary>Takes back what stands in the folder of results, once these are written; what a person named stays.</summary>
    public void Remove(WetTask task)
    {
        if (task.Parsed.Has(Option) || Usual(task) is not { } file) return;
        System.IO.File.Delete(file);
        StudyFillings.Remove(file + Beds);
    }

    private static string? Usual(WetTask task) => task.Folder is { } folder ? Path.Combine(folder, UsualName) : null;
}
