using Loadstone.Laboratory;
using Loadstone.Laboratory.Imaging.Voxels;
using Loadstone.Laboratory.Imaging.Voxels.Diffusion;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>Diffusion on voxels against closed forms.</summary>
public class DiffusionTests
{
    private static readonly (double, double, double) Flat = (1e-6, 2e-6, 0.5e-6);

    /// <summary>Layers across an axis conduct in series along it and in parallel along the others, for any shape of voxel and box.</summary>
    [Theory]
    [InlineData(StackAxis.X)]
    [InlineData(StackAxis.Y)]
    [InlineData(StackAxis.Z)]
    public void Laminates_conduct_in_series_and_in_parallel(StackAxis across)
    {
        double[] conductivities = [1, 0.03, 0.4];
        // Layers of 5, 3 and 7 planes and one of 2 more of the first.
        static int Layer(int i) => i < 5 ? 0 : i < 8 ? 1 : i < 15 ? 2 : 0;
        VoxelStack stack = MadeStacks.Of(17, 17, 17, (x, y, z) => Layer(across switch { StackAxis.X => x, StackAxis.Y => y, _ => z }), Flat);
        foreach (StackAxis axis in Enum.GetValues<StackAxis>())
        {
            double expected = axis == across ? 17 / (7 / 1.0 + 3 / 0.03 + 7 / 0.4) : (7 + 3 * 0.03 + 7 * 0.4) / 17;
            DiffusivityResult found = Solve(stack, axis, conductivities);
            found.Converged.ShouldBeTrue();
            found.Relative.ShouldBe(expected, 2e-6 * expected);
        }
    }

    /// <summary>Straight pores have a tortuosity factor of one; dead ends and closed pores count as pores that carry nothing.</summary>
    [Fact]
    public void Straight_pores_are_not_tortuous_and_dead_ends_carry_nothing()
    {
        VoxelStack straight = MadeStacks.Of(12, 10, 9, (x, y, _) => x % 4 == 1 && y % 3 == 0 ? 0 : 1);
        Solve(straight, StackAxis.Z, [1, 0]).TortuosityFactor.ShouldBe(1, 1e-6);
        DiffusivityResult none = Solve(straight, StackAxis.X, [1, 0]);
        (none.Relative, none.TortuosityFactor, none.Converged).ShouldBe((0, double.PositiveInfinity, true));
        VoxelStack half = MadeStacks.Of(12, 10, 9, (x, y, z) => x < 6 || (x == 9 && z < 5) ? 0 : 1);
        DiffusivityResult found = Solve(half, StackAxis.Z, [1, 0]);
        found.Relative.ShouldBe(0.5, 1e-6);
        found.TortuosityFactor.ShouldBe((0.5 + 50.0 / 1080) / 0.5, 1e-5);
    }

    /// <summary>
    /// A sphere in a cube is one of a simple cubic array; dilute, Maxwell's mixture: (D − 1)/(D + 2) = φ(σ − 1)/(σ + 2). φ is that of the
    /// voxels, at most 4 %, where the array's next term is below 1e-4.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(10)]
    public void Dilute_spheres_follow_Maxwell(double sphere)
    {
        const int side = 64;
        const double radius = 13.3;
        VoxelStack stack = MadeStacks.Of(side, side, side, (x, y, z) => Square(x) + Square(y) + Square(z) <= radius * radius ? 1 : 0);
        static double Square(int i) => (i - 31.5) * (i - 31.5);
        double share = stack.Labels.Count(l => l == 1) / (double)stack.Labels.Length, best = Math.Max(1, sphere), b = share * (sphere - 1) / (sphere + 2);
        double expected = (1 + 2 * b) / (1 - b);
        DiffusivityResult found = Solve(stack, StackAxis.Y, [1, sphere]);
        (found.Relative * best).ShouldBe(expected, 0.01 * expected);
        // What the sphere changes is met within the steps of its surface, too.
        (found.Relative * best - 1).ShouldBe(expected - 1, 0.08 * Math.Abs(expected - 1));
    }

    /// <summary>The answer of a plain solver in double precision without coarse grids, on a box whose sides are no powers of two.</summary>
    [Fact]
    public void A_packing_gives_the_answer_of_a_plain_solver()
    {
        byte[] labels = MadeStacks.Packing(30, 4, 0.4, 5);
        VoxelStack stack = MadeStacks.Of(27, 22, 30, (x, y, z) => labels[x + 30 * (y + 30 * z)], Flat);
        foreach (double solid in (double[])[0, 0.01])
        {
            DiffusivityResult found = Solve(stack, StackAxis.Z, [1, solid]);
            double expected = PlainDiffusion.AlongZ(stack, [1, solid]);
            found.Relative.ShouldBe(expected, 1e-5 * expected);
            found.Imbalance.ShouldBeLessThan(EffectiveDiffusivity.Tolerance);
        }
    }

    /// <summary>The error that the octants of a box tell is the scatter among boxes of its kind, within that of so few.</summary>
    [Fact]
    public void Errors_of_transport_are_those_of_other_boxes()
    {
        const int boxes = 16;
        AxisTransport[] found = [.. Enumerable.Range(1, boxes).Select(seed => AxisTransport.Of(MadeStacks.Strewn(40, 2.5, 0.6, seed), [1, 0])[2])];
        foreach (Func<AxisTransport, Estimate> of in (Func<AxisTransport, Estimate>[])[a => a.Relative, a => a.TortuosityFactor])
        {
            double mean = found.Average(a => of(a).Value), scatter = Math.Sqrt(found.Sum(a => Math.Pow(of(a).Value - mean, 2)) / (boxes - 1));
            double told = Math.Sqrt(found.Average(a => Math.Pow(of(a).StandardError, 2)));
            (told / scatter).ShouldBeInRange(0.6, 1.7);
        }
    }

    /// <summary>Turning a stack turns its answers.</summary>
    [Fact]
    public void Axes_are_alike()
    {
        byte[] labels = MadeStacks.Packing(20, 3, 0.45, 6);
        int At(int a, int b, int c) => labels[a + 20 * (b + 20 * c)];
        double x = Solve(MadeStacks.Of(20, 20, 20, At), StackAxis.X, [1, 0]).Relative;
        Solve(MadeStacks.Of(20, 20, 20, (a, b, c) => At(b, c, a)), StackAxis.Y, [1, 0]).Relative.ShouldBe(x, 1e-5 * x);
        Solve(MadeStacks.Of(20, 20, 20, (a, b, c) => At(c, a, b)), StackAxis.Z, [1, 0]).Relative.ShouldBe(x, 1e-5 * x);
    }

    /// <summary>Sums over planes are always split alike, so that the same stack gives the same digits on any machine.</summary>
    [Fact]
    public void Answers_repeat_to_the_last_digit()
    {
        byte[] labels = MadeStacks.Packing(64, 6, 0.5, 7);
        VoxelStack stack = MadeStacks.Of(64, 64, 64, (x, y, z) => labels[x + 64 * (y + 64 * z)]);
        Solve(stack, StackAxis.Z, [1, 0]).ShouldBe(Solve(stack, StackAxis.Z, [1, 0]));
    }

    private static DiffusivityResult Solve(VoxelStack stack, StackAxis axis, double[] conductivities) =>
        EffectiveDiffusivity.Solve(stack, conductivities, new Clusters(stack, [.. conductivities.Select(c => c > 0)]), axis);
}
