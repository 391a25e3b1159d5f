namespace Loadstone.Web.Serving;

/// <summary>One request's turn in the <see cref="ComputeQueue"/>; over when it is disposed of.</summary>
internal sealed class ComputeTurn : IDisposable
{
    private readonly ComputeQueue _queue;
    private readonly CancellationTokenSource _left = new();
    private readonly CancellationTokenSource _either;

    internal ComputeTurn(ComputeQueue queue, string client, long sequence, CancellationToken aborted)
    {
        (_queue, Client, Sequence) = (queue, client, sequence);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_left.Token, aborted);
        Cancellation = _either.Token;
    }

    /// <summary>Name of the client.</summary>
    public string Client { get; }

    /// <summary>Number of the request.</summary>
    public long Sequence { get; }

    /// <summary>The client is gone, or has sent a newer request.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Whether a newer request of the client has come.</summary>
    public bool IsOvertaken => _left.IsCancellationRequested;

    /// <summary>Whether one of its computations was started; guarded by the queue.</summary>
    internal bool HasBegun { get; set; }

    /// <summary>Computes when a processor is free.</summary>
    /// <param name="compute">The computation; it heeds the token that it is given.</param>
    /// <param name="later">Whether others who wait go first, though this turn has begun.</param>
    /// <exception cref="OperationCanceledException">The client is gone, or has sent a newer request.</exception>
    public Task<T> Run<T>(Func<CancellationToken, T> compute, bool later = false) => _queue.Run(this, compute, later);

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.End(this);
        Abandon();
    }

    internal void Leave()
    {
        try
        {
            _left.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was over before the newer one came.
        }
    }

    internal void Abandon()
    {
        _either.Dispose();
        _left.Dispose();
    }
}
