namespace Loadstone.Web.Serving;

/// <summary>
/// Lets as many computations run as there are processors. Clients wait in a ring: who has waited longest is served with all that its answer needs first, so that
/// none starves another and each sees its answer whole. Of each client the newest turn alone goes on; what was cancelled leaves at once. A request that overtakes
/// one which was still waiting takes its place, so that a hand that never rests is answered too.
/// </summary>
internal sealed class ComputeQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ComputeTurn> _newest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedList<Work>> _waiting = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _ring = new();
    private readonly int _mostTurns;
    private int _free, _turns;

    /// <summary>A queue.</summary>
    /// <param name="parallel">Computations at the same time.</param>
    /// <param name="mostTurns">Turns at the same time; more are turned away.</param>
    public ComputeQueue(int parallel, int mostTurns = 256) => (_free, _mostTurns) = (parallel, mostTurns);

    /// <summary>Computations that wait.</summary>
    public int Waiting
    {
        get { lock (_lock) return _waiting.Values.Sum(list => list.Count); }
    }

    /// <summary>A client's request takes its turn: an older one of the same client is left, and it itself is where a newer one is there already.</summary>
    /// <param name="client">Name that the client has given itself; null for one that never overtakes.</param>
    /// <param name="sequence">Number of the request; of equal ones the later counts as newer.</param>
    /// <param name="aborted">The client is gone.</param>
    /// <exception cref="BusyException">Too many turns are going on.</exception>
    public ComputeTurn Enter(string? client, long sequence, CancellationToken aborted)
    {
        ComputeTurn? left = null;
        var turn = new ComputeTurn(this, client ?? Guid.NewGuid().ToString(), sequence, aborted);
        lock (_lock)
        {
            if (_turns >= _mostTurns && !_newest.ContainsKey(turn.Client))
            {
                turn.Abandon();
                throw new BusyException();
            }
            _turns++;
            if (_newest.TryGetValue(turn.Client, out ComputeTurn? other) && other.Sequence > sequence) left = turn;
            else (left, _newest[turn.Client]) = (other, turn);
        }
        left?.Leave();
        return turn;
    }

    internal void End(ComputeTurn turn)
    {
        lock (_lock)
        {
            _turns--;
            if (_newest.GetValueOrDefault(turn.Client) == turn) _newest.Remove(turn.Client);
        }
    }

    internal async Task<T> Run<T>(ComputeTurn turn, Func<CancellationToken, T> compute, bool later)
    {
        CancellationToken cancellation = turn.Cancellation;
        cancellation.ThrowIfCancellationRequested();
        var work = new Work(turn, later);
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                turn.HasBegun = true;
                work.Start.SetResult();
            }
            else
            {
                Append(work);
            }
        }
        await using (cancellation.UnsafeRegister(_ => Cancel(work), null).ConfigureAwait(false))
        {
            await work.Start.Task.ConfigureAwait(false);
        }
        try
        {
            return await Task.Run(() => compute(cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    private void Append(Work work)
    {
        string client = work.Turn.Client;
        if (!_waiting.TryGetValue(client, out LinkedList<Work>? list))
        {
            _waiting[client] = list = new LinkedList<Work>();
            if (work.Turn.HasBegun && !work.Later) _ring.AddFirst(client);
            else _ring.AddLast(client);
        }
        work.Place = list.AddLast(work);
    }

    private void Cancel(Work work)
    {
        lock (_lock)
        {
            if (work.Place is null) return;
            Remove(work);
            // Who had its turn goes to the end; who had not keeps the place for its newer request.
            if (work.Turn.HasBegun && !work.Later) LeaveRing(work.Turn.Client);
        }
        work.Start.TrySetCanceled();
    }

    private void Release()
    {
        Work next;
        lock (_lock)
        {
            if (First() is not { } first)
            {
                _free++;
                return;
            }
            next = first;
            Remove(next);
            LeaveRing(next.Turn.Client);
            next.Turn.HasBegun = true;
        }
        next.Start.SetResult();
    }

    // The first that waits; places that were kept for clients which are gone are given up when their turn comes.
    private Work? First()
    {
        for (LinkedListNode<string>? client = _ring.First, behind; client is not null; client = behind)
        {
            behind = client.Next;
            if (_waiting[client.Value].First is { } first) return first.Value;
            if (!_newest.ContainsKey(client.Value)) LeaveRing(client.Value);
        }
        return null;
    }

    private static void Remove(Work work)
    {
        work.Place!.List!.Remove(work.Place);
        work.Place = null;
    }

    private void LeaveRing(string client)
    {
        if (_waiting[client].Count > 0) return;
        _waiting.Remove(client);
        _ring.Remove(client);
    }

    private sealed class Work(ComputeTurn turn, bool later)
    {
        public ComputeTurn Turn { get; } = turn;

        public bool Later { get; } = later;

        public TaskCompletionSource Start { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkedListNode<Work>? Place { get; set; }
    }
}
