using FsCheck;
using FsCheck.Fluent;
using Loadstone.Laboratory.Imaging.Voxels;
using Loadstone.Tests.Cli;

namespace Loadstone.Tests.Laboratory.Imaging;

public sealed class StackTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>Fractions and profiles are counts: those along each axis of phases that are known plane by plane.</summary>
    [Fact]
    public void Fractions_and_profiles_are_counted()
    {
        VoxelStack stack = MadeStacks.Of(10, 8, 6, (x, y, z) => x < 3 || (y < 2 && z == 5) ? 1 : 0);
        PhaseShare share = PhaseShares.Of(stack)[1];
        share.Fraction.Value.ShouldBe((3 * 48 + 7 * 2) / 480.0, 1e-12);
        share.Profiles[0].ShouldBe([1, 1, 1, .. Enumerable.Repeat(2 / 48.0, 7)], 1e-12);
        share.Profiles[1].ShouldBe([.. Enumerable.Repeat((18 + 7) / 60.0, 2), .. Enumerable.Repeat(0.3, 6)], 1e-12);
        share.Profiles[2].ShouldBe([.. Enumerable.Repeat(0.3, 5), 38 / 80.0], 1e-12);
    }

    /// <summary>
    /// The covariance of strewn spheres is known, φ²(exp(n V∩(h)) − 1); its integral over φ(1 − φ) is the integral range that sub-volumes must
    /// come near to. Cubes not much larger than the spheres see less of it, and 26 of them scatter by a quarter.
    /// </summary>
    [Fact]
    public void Sub_volumes_tell_the_integral_range()
    {
        const double radius = 3, pore = 0.6;
        double density = -Math.Log(pore) / (4 * Math.PI / 3 * Math.Pow(radius, 3)), integral = 0;
        for (double h = 0.005; h < 2 * radius; h += 0.01)
        {
            double both = Math.PI / 12 * (4 * radius + h) * (2 * radius - h) * (2 * radius - h);
            integral += 4 * Math.PI * h * h * 0.01 * pore * pore * (Math.Exp(density * both) - 1);
        }
        double expected = integral / (pore * (1 - pore)) * 1e-18;
        double found = Enumerable.Range(1, 6).Average(seed => PhaseShares.Of(MadeStacks.Strewn(80, radius, pore, seed))[0].IntegralRange);
        found.ShouldBeInRange(0.7 * expected, 1.25 * expected);
    }

    [Fact]
    public void Clusters_reach_from_side_to_side_or_not()
    {
        // A rod along x that bends round a corner, and a grain that touches nothing.
        VoxelStack stack = MadeStacks.Of(9, 7, 5, (x, y, z) => (z == 2 && ((y == 1 && x <= 4) || (x == 4 && y is >= 1 and <= 5) || (y == 5 && x >= 4))) || (x == 7 && y == 2 && z == 4) ? 1 : 0);
        var clusters = new Clusters(stack, [false, true]);
        clusters.ConnectedShare(StackAxis.X).ShouldBe(13 / 14.0, 1e-12);
        clusters.ConnectedShare(StackAxis.Y).ShouldBe(0);
        // Voxels that meet only along an edge are not connected.
        new Clusters(MadeStacks.Of(4, 4, 4, (x, y, z) => z == 0 && x == y ? 1 : 0), [false, true]).ConnectedShare(StackAxis.X).ShouldBe(0);
        double.IsNaN(new Clusters(stack, [false, false]).ConnectedShare(StackAxis.X)).ShouldBeTrue();
    }

    /// <summary>The transform gives what a search over all voxels does, for any shape of voxel.</summary>
    [Fact]
    public void Distances_are_those_of_a_full_search() =>
        Prop.ForAll(Gen.Choose(1, 10_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            VoxelStack stack = MadeStacks.Of(4 + random.Next(6), 3 + random.Next(6), 2 + random.Next(6), (_, _, _) => random.Next(9) > 0 ? 1 : 0, (1e-6, 1.5e-6, 2e-6));
            float[] found = DistanceTransform.Squared(stack, 1);
            for (int i = 0; i < found.Length; i++)
            {
                float expected = stack.Labels[i] == 1 ? float.PositiveInfinity : 0;
                for (int j = 0; j < found.Length && stack.Labels[i] == 1; j++)
                {
                    if (stack.Labels[j] == 1) continue;
                    int dx = i % stack.Width - j % stack.Width, dy = i / stack.Width % stack.Height - j / stack.Width % stack.Height, dz = i / stack.Width / stack.Height - j / stack.Width / stack.Height;
                    expected = Math.Min(expected, dx * dx + 2.25f * dy * dy + 4 * dz * dz);
                }
                if (!(found[i] == expected || Math.Abs(found[i] - expected) < 1e-3f)) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>Plates are as thick and spheres as wide as they are, whether they touch or not, within a voxel, or one and a half.</summary>
    [Fact]
    public void Local_thickness_is_the_width_of_plates_and_spheres()
    {
        SizeDistribution plates = LocalThickness.Of(MadeStacks.Of(40, 20, 20, (x, _, _) => x % 20 < 13 && x >= 20 ? 1 : 0), 1);
        plates.Quantile(0.5).ShouldBe(13e-6, 1.01e-6);
        plates.Mean.ShouldBe(13e-6, 1.01e-6);

        static bool IsIn(int x, int y, int z, double cx, double r) => (x - cx) * (x - cx) + (y - 22.3) * (y - 22.3) + (z - 21.7) * (z - 21.7) <= r * r;
        SizeDistribution spheres = LocalThickness.Of(MadeStacks.Of(66, 44, 44, (x, y, z) => IsIn(x, y, z, 20.2, 18) || IsIn(x, y, z, 48.2, 10) ? 1 : 0), 1);
        double share = 1000.0 / (1000 + 5832);
        spheres.Quantile(0.5).ShouldBe(36e-6, 1.5e-6);
        spheres.Quantile(share / 2).ShouldBe(20e-6, 1.5e-6);
    }

    /// <summary>Spheres about fewer voxels give what spheres about all of them do.</summary>
    [Fact]
    public void Local_thickness_is_that_of_all_spheres()
    {
        VoxelStack stack = MadeStacks.Strewn(40, 6, 0.5, 3);
        float[] squared = DistanceTransform.Squared(stack, 1), largest = new float[squared.Length];
        for (int c = 0; c < squared.Length; c++)
        {
            if (squared[c] == 0) continue;
            int reach = (int)Math.Sqrt(squared[c]), x = c % 40, y = c / 40 % 40, z = c / 1600;
            for (int k = Math.Max(0, z - reach); k <= Math.Min(39, z + reach); k++)
            {
                for (int j = Math.Max(0, y - reach); j <= Math.Min(39, y + reach); j++)
                {
                    for (int i = Math.Max(0, x - reach); i <= Math.Min(39, x + reach); i++)
                    {
                        if ((i - x) * (i - x) + (j - y) * (j - y) + (k - z) * (k - z) < squared[c]) largest[i + 40 * (j + 40 * k)] = Math.Max(largest[i + 40 * (j + 40 * k)], squared[c]);
                    }
                }
            }
        }
        double[] diameters = [.. largest.Where(d => d > 0).Select(d => 2e-6 * Math.Sqrt(d)).Order()];
        SizeDistribution found = LocalThickness.Of(stack, 1);
        found.Mean.ShouldBe(diameters.Average(), 1e-6 * diameters.Average());
        found.Quantile(0.5).ShouldBe(diameters[diameters.Length / 2], 0.5e-6);
    }

    [Fact]
    public void Otsu_splits_between_two_peaks()
    {
        long[] counts = new long[256];
        for (int i = -10; i <= 10; i++) (counts[60 + i], counts[180 + i]) = (1000 - 10 * i * i / 2, 400 - 3 * i * i);
        new GreyHistogram(0, 1, counts).OtsuThreshold().ShouldBeInRange(70, 170);
    }

    [Fact]
    public void Stacks_are_read_by_phases_threshold_or_values()
    {
        string file = Stack("three.tif", 3, i => (i % 3) * 100);
        var voxel = (1e-6, 1e-6, 2e-6);
        StackFile.Load(file, new StackSettings([new Phase("pore", 0, 0), new Phase("rest", 90, 255)], Voxel: voxel)).Labels[..6].ShouldBe(new byte[] { 0, 1, 1, 0, 1, 1 });
        StackFile.Load(file, new StackSettings([], 100, voxel)).Labels[..6].ShouldBe(new byte[] { 0, 0, 1, 0, 0, 1 });
        VoxelStack all = StackFile.Load(file, new StackSettings([], Voxel: voxel));
        all.Phases.Select(p => p.Low).ShouldBe([0, 100, 200]);
        (all.Width, all.Height, all.Depth, all.VoxelZ).ShouldBe((6, 5, 3, 2e-6));
    }

    [Fact]
    public void Stacks_that_cannot_be_used_are_told()
    {
        var voxel = (1e-6, 1e-6, 1e-6);
        string Told(string file, StackSettings settings) => Should.Throw<InputException>(() => StackFile.Load(file, settings)).Message;
        string grey = Stack("grey.tif", 3, i => i % 17 < 9 ? i % 17 : 200 + i % 17);
        Told(grey, new StackSettings([], Voxel: voxel)).ShouldContain("more than 8 grey values (0 to 216): it is not segmented");
        Told(grey, new StackSettings([], Voxel: voxel)).ShouldContain("--threshold otsu");
        Told(grey, new StackSettings([new Phase("pore", 0, 100)], Voxel: voxel)).ShouldContain("the voxel x = 3, y = 1, z = 0 has the value 209, which is of no phase; expected pore = 0..100");
        Told(grey, new StackSettings([], 100)).ShouldContain("expected --voxel");
        Told(Stack("one.tif", 1, i => i % 2), new StackSettings([], Voxel: voxel)).ShouldContain("analyse micrograph");
        Told(Stack("even.tif", 2, _ => 9), new StackSettings([], Voxel: voxel)).ShouldContain("all voxels have the value 9");
        Should.Throw<InputException>(() => LocalThickness.Of(MadeStacks.Of(4, 4, 4, (_, _, _) => 0), 0)).Message.ShouldContain("fills the whole stack");
    }

    private string Stack(string name, int pages, Func<int, int> grey)
    {
        string path = _shell.PathOf(name);
        File.WriteAllBytes(path, TiffWriter.Write(6, 5, [.. Enumerable.Range(0, pages).Select(p => Enumerable.Range(0, 30).Select(i => (double)grey(30 * p + i)).ToArray())], new TiffLayout()));
        return path;
    }
}
