using System.Collections.Concurrent;

namespace Loadstone.Designs.Infiltration;

/// <summary>Work on many beds at once.</summary>
internal static class ParallelWork
{
    /// <summary>Does work for each number from 0 on, in that order; what a person must hear comes out as it was thrown, not wrapped.</summary>
    /// <param name="count">How many.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="most">How many may go on at once; −1 for as many as there are processors.</param>
    public static void Each(int count, Action<int> work, CancellationToken cancellation, int most = -1)
    {
        try
        {
            // One by one: of beds that take minutes none waits behind another while a processor rests.
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = most }, work);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<InputException>().FirstOrDefault() is { } told)
        {
            throw told;
        }
    }
}
