using Loadstone.Web.Serving;

namespace Loadstone.Tests.Web;

public sealed class ComputeQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_computations_run_than_there_are_processors()
    {
        var queue = new ComputeQueue(2);
        int running = 0, most = 0;
        ComputeTurn[] turns = [.. Enumerable.Range(0, 10).Select(i => queue.Enter($"{i}", 1, Cancellation))];
        await Task.WhenAll(turns.Select(turn => turn.Run(_ =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Thread.Sleep(5);
            return Interlocked.Decrement(ref running);
        })));
        most.ShouldBeInRange(1, 2);
        using var meeting = new Barrier(2);
        (await Task.WhenAll(turns[..2].Select(turn => turn.Run(cancellation => meeting.SignalAndWait(TimeSpan.FromMinutes(1), cancellation))))).ShouldAllBe(met => met, "two do run at the same time");
        foreach (ComputeTurn turn in turns) turn.Dispose();
    }

    [Fact]
    public async Task What_is_cancelled_while_it_waits_leaves_at_once_and_never_runs()
    {
        var queue = new ComputeQueue(1);
        using var hold = new ManualResetEventSlim();
        using ComputeTurn busy = queue.Enter("busy", 1, Cancellation), older = queue.Enter("page", 1, Cancellation);
        Task<int> holding = busy.Run(_ => { hold.Wait(Cancellation); return 0; });
        bool ran = false;
        Task<bool> waiting = older.Run(_ => ran = true);
        queue.Waiting.ShouldBe(1);
        using ComputeTurn newer = queue.Enter("page", 2, Cancellation);
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        queue.Waiting.ShouldBe(0);
        Task<int> answered = newer.Run(_ => 7);
        hold.Set();
        (await answered).ShouldBe(7);
        await holding;
        ran.ShouldBeFalse();
    }

    [Fact]
    public void An_older_request_that_comes_late_is_overtaken_already()
    {
        var queue = new ComputeQueue(1);
        using ComputeTurn newer = queue.Enter("page", 5, Cancellation), late = queue.Enter("page", 4, Cancellation);
        late.IsOvertaken.ShouldBeTrue();
        newer.IsOvertaken.ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_with_much_waiting_goes_behind_one_that_came_first()
    {
        var queue = new ComputeQueue(1);
        using var hold = new ManualResetEventSlim();
        using ComputeTurn busy = queue.Enter("busy", 1, Cancellation), first = queue.Enter("first", 1, Cancellation), second = queue.Enter("second", 1, Cancellation);
        Task<int> holding = busy.Run(_ => { hold.Wait(Cancellation); return 0; });
        var order = new List<string>();
        Task<int> Note(ComputeTurn turn) => turn.Run(_ => { lock (order) order.Add(turn.Client); return 0; });
        Task<int>[] all = [Note(first), Note(second), Note(first), Note(second)];
        hold.Set();
        await Task.WhenAll([holding, .. all]);
        order.ShouldBe(["first", "first", "second", "second"], "each client sees its answer whole");
    }

    [Fact]
    public async Task Who_overtakes_a_request_that_waits_takes_its_place()
    {
        var queue = new ComputeQueue(1);
        using var hold = new ManualResetEventSlim();
        using ComputeTurn busy = queue.Enter("busy", 1, Cancellation), older = queue.Enter("page", 1, Cancellation), other = queue.Enter("other", 1, Cancellation);
        Task<int> holding = busy.Run(_ => { hold.Wait(Cancellation); return 0; });
        var order = new List<string>();
        Task<int> Note(ComputeTurn turn) => turn.Run(_ => { lock (order) order.Add(turn.Client); return 0; });
        Task<int> left = Note(older), waiting = Note(other);
        using ComputeTurn newer = queue.Enter("page", 2, Cancellation);
        Task<int> answered = Note(newer);
        hold.Set();
        await Task.WhenAll(holding, waiting, answered);
        await Should.ThrowAsync<OperationCanceledException>(left);
        order.ShouldBe(["page", "other"], "a hand that moves faster than the queue is answered nevertheless");
    }

    [Fact]
    public async Task What_an_answer_needs_next_goes_before_those_who_wait_and_what_can_wait_behind_them()
    {
        var queue = new ComputeQueue(1);
        using var hold = new ManualResetEventSlim();
        using ComputeTurn first = queue.Enter("first", 1, Cancellation), second = queue.Enter("second", 1, Cancellation);
        var order = new List<string>();
        Task<int> Note(ComputeTurn turn, string name, bool later = false) => turn.Run(_ => { lock (order) order.Add(name); return 0; }, later);
        Task<int> holding = first.Run(_ => { hold.Wait(Cancellation); return 0; });
        Task<int>[] all = [Note(second, "second"), Note(first, "rates"), Note(first, "rates")];
        hold.Set();
        await Task.WhenAll([holding, .. all]);
        order.ShouldBe(["rates", "rates", "second"]);
        order.Clear();
        hold.Reset();
        holding = second.Run(_ => { hold.Wait(Cancellation); return 0; });
        using ComputeTurn third = queue.Enter("third", 1, Cancellation);
        all = [Note(third, "third"), Note(first, "maps", later: true)];
        hold.Set();
        await Task.WhenAll([holding, .. all]);
        order.ShouldBe(["third", "maps"]);
    }

    [Fact]
    public void More_turns_than_are_served_are_turned_away_but_a_client_may_take_its_own_place()
    {
        var queue = new ComputeQueue(1, mostTurns: 2);
        using ComputeTurn one = queue.Enter("one", 1, Cancellation), two = queue.Enter("two", 1, Cancellation);
        Should.Throw<BusyException>(() => queue.Enter("three", 1, Cancellation));
        using ComputeTurn again = queue.Enter("two", 2, Cancellation);
        two.IsOvertaken.ShouldBeTrue();
    }

    [Fact]
    public async Task A_computation_that_fails_gives_its_processor_back()
    {
        var queue = new ComputeQueue(1);
        using ComputeTurn turn = queue.Enter(null, 0, Cancellation);
        await Should.ThrowAsync<InputException>(turn.Run<int>(_ => throw new InputException("no.")));
        (await turn.Run(_ => 3)).ShouldBe(3);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int now;
        while (value > (now = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, now) != now)
        {
        }
    }
}
