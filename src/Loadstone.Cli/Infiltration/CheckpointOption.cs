using System.CommandLine;

namespace Loadstone.Cli.Infiltration;

/// <summary>Where long work keeps what is finished, the same for all modes that can go on from it.</summary>
internal sealed class CheckpointOption
{
    private const string UsualName = "checkpoint";

    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--checkpoint") { Description = $"File that keeps what is finished, so that a run that was stopped goes on from it. [default: {UsualName} in --out, until all is done]", HelpName = "FILE" };

    /// <summary>The file, or null where nothing is kept.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public string? Path(WetTask task) => task.Parsed.GetValue(Option) is { } asked ? OutputPath.File(asked) : task.Folder is { } folder ? System.IO.Path.Combine(folder, UsualName) : null;

    /// <summary>Takes back the files in the folder of results, once these are written; those that a person named stay.</summary>
    public void Remove(WetTask task)
    {
        if (task.Folder is not { } folder || task.Parsed.Has(Option)) return;
        foreach (string file in Directory.GetFiles(folder, UsualName + "*")) File.Delete(file);
    }
}
