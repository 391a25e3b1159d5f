using Loadstone.Coating;
using Loadstone.Laboratory.Coatings;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Coatings;

public class CoatingEdgesTests
{
    /// <summary>A scan without noise on a tilted foil gives its geometry back: bulk to 1e-4, the edges to 1e-3, left as right.</summary>
    [Fact]
    public void A_clean_scan_gives_its_geometry_back()
    {
        CoatingEdges found = CoatingTrials.Scan(0, 1);
        found.BulkHeight.Value.ShouldBe(CoatingTrials.Bulk, 1e-4 * CoatingTrials.Bulk);
        found.CoatedWidth.ShouldBe(CoatingTrials.Coated, 1e-4 * CoatingTrials.Coated);
        found.GapRatio!.Value.Value.ShouldBe(260e-6 / CoatingTrials.Bulk, 1e-3);
        foreach (EdgeEstimates edge in new[] { found.Left, found.Right, found.Mean })
        {
            edge.Height.Value.ShouldBe(CoatingTrials.Height, 1e-3 * CoatingTrials.Height);
            edge.Width.Value.ShouldBe(CoatingTrials.Ridge / CoatingTrials.Bulk, 2e-3 * CoatingTrials.Ridge / CoatingTrials.Bulk);
            edge.Slope.Value.ShouldBe(CoatingTrials.Bulk / CoatingTrials.Ramp, 1e-3 * CoatingTrials.Bulk / CoatingTrials.Ramp);
        }
    }

    /// <summary>Measured and simulated profiles are read by two codes with one set of definitions; they must agree on one profile.</summary>
    [Fact]
    public void It_agrees_with_what_is_read_from_a_simulated_profile()
    {
        double[] y = [.. Enumerable.Range(0, 4001).Select(i => -4e-3 + 48e-3 * i / 4000)];
        double[] h = [.. y.Select(v => Math.Min(v, 40e-3 - v) is var d && d <= 0 ? 0 : d < 1e-3 ? 120e-6 * d / 1e-3 : d < 5e-3 ? 120e-6 * (1 + 0.2 * Math.Sin(Math.PI * (d - 1e-3) / 4e-3)) : 120e-6)];
        EdgeMeasures simulated = EdgeAnalysis.Of(new CrossWebProfile(y, h)).Mean;
        EdgeEstimates measured = CoatingEdges.Of(LevelledProfile.Of(new LaserProfile("s", y, h))).Mean;
        measured.Height.Value.ShouldBe(simulated.Height, 2e-3 * simulated.Height);
        measured.Width.Value.ShouldBe(simulated.Width, 5e-3 * simulated.Width);
        measured.Slope.Value.ShouldBe(simulated.Slope, 5e-3 * simulated.Slope);
    }

    /// <summary>A coating without ridge must not be given one by noise.</summary>
    [Fact]
    public void Noise_makes_no_ridge()
    {
        double[] y = [.. Enumerable.Range(0, 1001).Select(i => -5e-3 + 60e-3 * i / 1000)];
        for (int seed = 1; seed <= 20; seed++)
        {
            double[] h = TransportTrials.Noisy([.. y.Select(v => Math.Clamp(Math.Min(v, 50e-3 - v) / 1e-3, 0, 1) * 100e-6)], 1e-6, seed);
            CoatingEdges found = CoatingEdges.Of(LevelledProfile.Of(new LaserProfile("s", y, h)));
            found.Left.Width.Value.ShouldBe(0);
            found.Left.Height.Value.ShouldBe(1);
        }
    }

    /// <summary>Scans that cannot be read are refused with what is missing.</summary>
    [Theory]
    [InlineData(0, "no coating stands out")]
    [InlineData(1, "shows no bare foil")]
    public void Scans_without_foil_are_refused(int kind, string reason)
    {
        double[] y = [.. Enumerable.Range(0, 501).Select(i => 50e-3 * i / 500)];
        double[] h = TransportTrials.Noisy([.. y.Select(v => kind == 0 ? 0 : Math.Clamp((50e-3 - 5e-3 - v) / 1e-3, 0, 1) * 100e-6)], 1e-6, 3);
        Should.Throw<InputException>(() => LevelledProfile.Of(new LaserProfile("scan.csv", y, h))).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("Position / mm,Height / µm\n0,1\n1,2\n", "2 points across the web are too few")]
    [InlineData("Position / mm,Height / g\n0,1\n1,2\n", "no unit of length")]
    public void Bad_tables_are_refused(string text, string reason) =>
        Should.Throw<InputException>(() => LaserProfile.Of(MeasuredTable.Parse(text, "scan.csv"))).Message.ShouldContain(reason);
}
