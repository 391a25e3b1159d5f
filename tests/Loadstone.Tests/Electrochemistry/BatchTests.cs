using Loadstone.Cells;
using Loadstone.Electrochemistry;

namespace Loadstone.Tests.Electrochemistry;

public class BatchTests
{
    private static readonly BatchOptions _options = new() { Mesh = new() { Separator = 3, Positive = 6, Radial = 6 }, MaxParallelism = 3 };

    private static Cell CellOf(double thickness) => TestCells.Half(TestCells.Layer(thickness, TestCells.Material()));

    private static IEnumerable<BatchItem> Items(int count) =>
        Enumerable.Range(0, count).Select(i => new BatchItem(CellOf(40e-6 + i * 1e-6), TestCells.Discharge(1, 3.5)));

    /// <summary>Whatever the order and the number of threads, each item's result is the one it has alone.</summary>
    [Fact]
    public void Every_item_has_the_result_that_it_has_alone()
    {
        var results = new List<BatchResult>();
        Batch.Run(Items(20), results.Add, _options).ShouldBe(20);
        results.Select(result => result.Index).ShouldBe(Enumerable.Range(0, 20), ignoreOrder: true);
        foreach (BatchResult result in results)
        {
            StepResult alone = new Simulation(CellOf(40e-6 + result.Index * 1e-6), _options.Mesh).Run(TestCells.Discharge(1, 3.5)).Steps[0];
            result.Result!.Steps[0].EndTime.ShouldBe(alone.EndTime);
        }
    }

    [Fact]
    public void A_bad_item_carries_its_reason_and_disturbs_no_other()
    {
        BatchItem[] items = [.. Items(4), new BatchItem(TestCells.Full() with { CyclableLithium = null }, TestCells.Discharge(1, 3.5)), .. Items(4)];
        var results = new BatchResult[items.Length];
        Batch.Run(items, result => results[result.Index] = result, _options);
        results[4].Failure!.ShouldNotBeEmpty();
        results[4].Result.ShouldBeNull();
        results.Where(result => result.Index != 4).ShouldAllBe(result => result.Failure == null && result.Result!.IsComplete);
    }

    [Fact]
    public void Cancelling_keeps_what_was_handed_out()
    {
        using var source = new CancellationTokenSource();
        var results = new List<BatchResult>();
        Should.Throw<OperationCanceledException>(() => Batch.Run(Items(1000), result =>
        {
            results.Add(result);
            if (results.Count == 5) source.Cancel();
        }, _options, cancellation: source.Token));
        results.Count.ShouldBe(5);
        results.ShouldAllBe(result => result.Result != null);
    }

    /// <summary>A batch of any length must fit into memory: items are drawn when there is a thread for them.</summary>
    [Fact]
    public void Items_are_drawn_as_they_are_needed()
    {
        int drawn = 0, finished = 0, furthestAhead = 0;
        IEnumerable<BatchItem> Counted()
        {
            foreach (BatchItem item in Items(40))
            {
                furthestAhead = Math.Max(furthestAhead, Interlocked.Increment(ref drawn) - Volatile.Read(ref finished));
                yield return item;
            }
        }
        Batch.Run(Counted(), _ => Interlocked.Increment(ref finished), _options);
        furthestAhead.ShouldBeLessThanOrEqualTo(2 * _options.MaxParallelism);
    }

    [Fact]
    public async Task A_stream_gives_the_same_and_may_be_broken_off()
    {
        var seen = new HashSet<int>();
        await foreach (BatchResult result in Batch.Stream(Items(20), _options, cancellation: TestContext.Current.CancellationToken)) seen.Add(result.Index);
        seen.Count.ShouldBe(20);

        int drawn = 0;
        await foreach (BatchResult result in Batch.Stream(Items(1000).Select(item => Count(item)), _options, cancellation: TestContext.Current.CancellationToken)) break;
        drawn.ShouldBeLessThan(100);

        BatchItem Count(BatchItem item)
        {
            Interlocked.Increment(ref drawn);
            return item;
        }
    }

    [Fact]
    public void What_the_caller_throws_comes_back_as_it_was() =>
        Should.Throw<InvalidDataException>(() => Batch.Run(Items(5), _ => throw new InvalidDataException("mine"), _options)).Message.ShouldBe("mine");

    [Fact]
    public void Progress_counts_the_finished()
    {
        var counts = new Counts();
        Batch.Run(Items(6), _ => { }, _options, counts);
        counts.Seen.ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    private sealed class Counts : IProgress<int>
    {
        public List<int> Seen { get; } = [];

        public void Report(int value) => Seen.Add(value);
    }
}
