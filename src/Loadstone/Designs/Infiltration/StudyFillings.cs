using System.Diagnostics;
using Loadstone.Formats;
using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>
/// Fills beds by viscous flow alone, several at once, and keeps the state of each in a file, from which a run that was stopped goes on and ends with the same bits.
/// </summary>
public sealed class StudyFillings
{
    private const string Ending = ".state";
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(10);

    private readonly StudyOptions _options;
    private readonly string? _folder;

    /// <summary>Fillings of one kind.</summary>
    /// <param name="options">How beds are filled.</param>
    /// <param name="folder">Folder of the states, made when the first is written; null to keep none.</param>
    public StudyFillings(StudyOptions options, string? folder)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _folder) = (options, folder);
    }

    /// <summary>Refuses a bed that the grid cannot hold, before any work is done.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="options">How it is to be filled.</param>
    /// <exception cref="InputException">The grid is too coarse for its discs or its gaps, or there is not enough memory.</exception>
    public static void Check(DiscBed bed, StudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        GridMemory.Check(bed, options.Cell);
        Percolation.Check(bed, options.Cell);
        _ = CutCellGrid.Of(bed, options.Cell);
    }

    /// <summary>Fills beds on all processors, as far as memory allows.</summary>
    /// <param name="beds">The beds.</param>
    /// <param name="progress">Told of each bed, by its place, the share that is done; from many threads.</param>
    /// <param name="cancellation">Stops the work; the states stay.</param>
    /// <exception cref="InputException">The grid cannot hold a bed, or its state is damaged.</exception>
    public IReadOnlyList<StudyResult> Fill(IReadOnlyList<DiscBed> beds, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        foreach (DiscBed bed in Require.NotEmpty(beds)) Check(bed, _options);
        var results = new StudyResult[beds.Count];
        ParallelWork.Each(beds.Count, i => results[i] = Fill(beds[i], share => progress?.Invoke(i, share), cancellation), cancellation, AtOnce(beds, _options));
        return results;
    }

    /// <summary>Fills one bed, or goes on where it was stopped.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the work; the state stays.</param>
    /// <exception cref="InputException">The grid cannot hold the bed, or its state is damaged.</exception>
    public StudyResult Fill(DiscBed bed, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        string? path = _folder is null ? null : Path.Combine(_folder, StudyRun.Key(bed, _options) + Ending);
        StudyRun run = Open(bed, path);
        double saved = run.Done;
        var since = Stopwatch.StartNew();
        while (!run.IsDone && !cancellation.IsCancellationRequested)
        {
            run.Advance();
            if (!run.IsDone) progress?.Invoke(run.Done);
            if (since.Elapsed < BetweenSaves) continue;
            Save();
            since.Restart();
        }
        Save();
        cancellation.ThrowIfCancellationRequested();
        StudyResult result = run.Result();
        progress?.Invoke(1);
        return result;

        void Save()
        {
            if (path is null || run.Done <= saved) return;
            Directory.CreateDirectory(_folder!);
            AtomicFile.WriteBytes(path, run.Save);
            saved = run.Done;
        }
    }

    /// <summary>How many beds may be filled at once without running out of memory.</summary>
    internal static int AtOnce(IReadOnlyList<DiscBed> beds, StudyOptions options) => Math.Min(Environment.ProcessorCount, beds.Min(bed => GridMemory.Beside(bed, options.Cell)));

    /// <summary>Takes back the states in a folder, and the folder if nothing else stands in it.</summary>
    /// <param name="folder">The folder; it may be missing.</param>
    public static void Remove(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (string state in Directory.GetFiles(folder, "*" + Ending)) File.Delete(state);
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    private StudyRun Open(DiscBed bed, string? path)
    {
        if (path is null || !File.Exists(path)) return StudyRun.Begin(bed, _options);
        using FileStream kept = File.OpenRead(path);
        return StudyRun.Resume(bed, _options, kept, path);
    }
}
