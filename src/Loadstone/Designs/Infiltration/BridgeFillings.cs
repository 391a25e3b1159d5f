using Loadstone.Wetting;
using Loadstone.Wetting.Bridge;

namespace Loadstone.Designs.Infiltration;

/// <summary>Fills small beds by viscous flow and surface tension together, several at once.</summary>
public static class BridgeFillings
{
    /// <summary>Fills beds on all processors.</summary>
    /// <param name="beds">The beds.</param>
    /// <param name="options">How they are filled.</param>
    /// <param name="progress">Told of each bed, by its place, the share of its pores that is filled; from many threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The grid cannot hold a bed.</exception>
    public static IReadOnlyList<BridgeResult> Of(IReadOnlyList<DiscBed> beds, BridgeOptions options, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        BridgeRun[] runs = [.. Require.NotEmpty(beds).Select(bed => BridgeRun.Begin(bed, options))];
        ParallelWork.Each(runs.Length, i =>
        {
            while (!runs[i].IsDone)
            {
                cancellation.ThrowIfCancellationRequested();
                runs[i].Advance();
                progress?.Invoke(i, Math.Clamp(runs[i].Saturation, 0, 0.999));
            }
            progress?.Invoke(i, 1);
        }, cancellation);
        return [.. runs.Select(run => run.Result())];
    }
}
