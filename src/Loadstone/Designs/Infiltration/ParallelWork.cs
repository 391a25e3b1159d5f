namespace Loadstone.Designs.Infiltration;

/// <summary>Work on many beds at once.</summary>
internal static class ParallelWork
{
    /// <summary>Does work for each number from 0 on; what a person must hear comes out as it was thrown, not wrapped.</summary>
    public static void Each(int count, Action<int> work, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, work);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<InputException>().FirstOrDefault() is { } told)
        {
            throw told;
        }
    }
}
