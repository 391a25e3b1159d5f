using Loadstone.Wetting;
using Loadstone.Wetting.Study;

namespace Loadstone.Tests.Wetting.Study;

public class GridMemoryTests
{
    /// <summary>
    /// A filling that begins allocates no more than was foretold, or a run would fail for memory after all, and not much less, or grids would be refused that have
    /// room: dense and open beds, coarse and fine grids.
    /// </summary>
    /// <param name="radius">Radius of discs in a square array of 5 µm [µm].</param>
    /// <param name="cell">Side of a cell [µm].</param>
    [Theory]
    [InlineData(2.2, 0.25)]
    [InlineData(2, 0.25)]
    [InlineData(2, 0.125)]
    [InlineData(1.5, 0.5)]
    [InlineData(1.5, 0.125)]
    [InlineData(0.6, 0.25)]
    [InlineData(0.6, 0.125)]
    public void What_a_filling_takes_is_foretold(double radius, double cell)
    {
        DiscBed bed = DiscBed.Of(20e-6, 30e-6, [.. Enumerable.Range(0, 24).Select(k => new Disc((2.5 + 5 * (k % 4)) * 1e-6, (2.5 + 5 * (k / 4)) * 1e-6, radius * 1e-6))], "array");
        long before = GC.GetAllocatedBytesForCurrentThread();
        var run = StudyRun.Begin(bed, new StudyOptions { Cell = cell * 1e-6 });
        long begun = GC.GetAllocatedBytesForCurrentThread();
        run.Advance();
        (GC.GetAllocatedBytesForCurrentThread() - begun).ShouldBeLessThan(10_000, "what goes on needs next to nothing");
        double taken = begun - before;
        GridMemory.Predict(bed, cell * 1e-6).ShouldBeInRange(taken, 1.7 * taken);
    }
}
