using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Loadstone.Electrochemistry;

/// <summary>
/// Simulates many cells at once over the processor's cores. Items are taken one by one and results handed out as they come, so that
/// memory holds no more than what is being worked on. An item that cannot be simulated is a result with its reason and disturbs no other.
/// </summary>
/// <example><code>
/// await foreach (BatchResult one in Batch.Stream(cells.Select(cell => new BatchItem(cell, protocol))))
///     charges[one.Index] = one.Result?.Steps[^1].Charge;
/// </code></example>
public static class Batch
{
    /// <summary>Runs a batch to its end.</summary>
    /// <param name="items">The items; drawn as they are needed, from one thread at a time.</param>
    /// <param name="onResult">Takes each result, one at a time, in the order of completion.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the number of finished items after each, or null.</param>
    /// <param name="cancellation">Stops: results handed out before stay good, what is being worked on is dropped.</param>
    /// <returns>The number of results handed out.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static int Run(IEnumerable<BatchItem> items, Action<BatchResult> onResult, BatchOptions? options = null,
        IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(onResult);
        options ??= new BatchOptions();
        var delivery = new Lock();
        int done = 0;
        try
        {
            Parallel.ForEach(OneByOne(items), new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellation }, pair =>
            {
                BatchResult result = Simulate(pair.Index, pair.Item, options, cancellation);
                lock (delivery)
                {
                    cancellation.ThrowIfCancellationRequested();
                    onResult(result);
                    done++;
                    progress?.Report(done);
                }
            });
        }
        catch (AggregateException e)
        {
            cancellation.ThrowIfCancellationRequested();
            // What the caller's own code threw goes to the caller as it was.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return done;
    }

    /// <summary>Runs a batch and streams its results in the order of completion. Work waits when the results are not taken.</summary>
    /// <param name="items">The items; drawn as they are needed, from one thread at a time.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told the number of finished items after each, or null.</param>
    /// <param name="cancellation">Stops: results handed out before stay good, what is being worked on is dropped.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async IAsyncEnumerable<BatchResult> Stream(IEnumerable<BatchItem> items, BatchOptions? options = null,
        IProgress<int>? progress = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        options ??= new BatchOptions();
        // A caller who breaks off the loop stops the work too.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var results = Channel.CreateBounded<BatchResult>(options.MaxParallelism);
        Task work = Task.Run(() =>
        {
            try
            {
                Run(items, result => results.Writer.WriteAsync(result, stop.Token).AsTask().GetAwaiter().GetResult(), options, progress, stop.Token);
            }
            finally
            {
                results.Writer.Complete();
            }
        }, CancellationToken.None);
        try
        {
            await foreach (BatchResult result in results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false)) yield return result;
            await work.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static BatchResult Simulate(int index, BatchItem item, BatchOptions options, CancellationToken cancellation)
    {
        try
        {
            var simulation = new Simulation(item.Cell, item.Mesh ?? options.Mesh, options.Tolerances, item.StateOfCharge);
            return new BatchResult(index, item, simulation.Run(item.Protocol, cancellation: cancellation), null);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (InputException e)
        {
            return new BatchResult(index, item, null, e.Message);
        }
#pragma warning disable CA1031 // One bad item must not take a thousand good ones along.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new BatchResult(index, item, null, $"internal error: {e.GetType().Name}: {e.Message}");
        }
    }

    // Without a buffer of its own, so that no more items are drawn than are worked on.
    private static OrderablePartitioner<(int Index, BatchItem Item)> OneByOne(IEnumerable<BatchItem> items) =>
        Partitioner.Create(items.Select((item, index) => (index, item)), EnumerablePartitionerOptions.NoBuffering);
}
