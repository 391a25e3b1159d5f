using System.Diagnostics;
using System.Globalization;
using Loadstone.Laboratory.Imaging.Voxels;
using Loadstone.Laboratory.Imaging.Voxels.Diffusion;
using Loadstone.Tests.Laboratory.Imaging;

namespace Loadstone.Benchmarks;

/// <summary><c>-- stack [SIDE]</c>: time and memory of all that is asked of a stack, packings of strewn spheres with half and a quarter of pores.</summary>
internal static class StackRun
{
    private const double Megabyte = 1 << 20;

    public static int Run(string[] arguments)
    {
        int side = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 256;
        foreach (double pore in (double[])[0.5, 0.258])
        {
            byte[] labels = MadeStacks.Packing(side, side / 21.0, pore, 1);
            var stack = new VoxelStack("packing", labels, side, side, side, [new Phase("pore", 0, 0), new Phase("solid", 1, 1)], 1e-7, 1e-7, 1e-7);
            Measure("fractions, profiles, sub-volumes", () => FormattableString.Invariant($"{PhaseShares.Of(stack)[0].Fraction.Value:p2} of pores"));
            Clusters? clusters = null;
            Measure("clusters", () => FormattableString.Invariant($"{(clusters = new Clusters(stack, [true, false])).ConnectedShare(StackAxis.Z):p2} connected"));
            Measure("diffusion along z", () => Told(EffectiveDiffusivity.Solve(stack, [1, 0], clusters!, StackAxis.Z)));
            Measure("diffusion along x, y, z and octants", () => string.Join("; ", AxisTransport.Of(stack, [1, 0]).Select(a => Told(a.Whole) + FormattableString.Invariant($" ± {a.TortuosityFactor.HalfWidth():g2}"))));
            Measure("sizes", () => FormattableString.Invariant($"D50 {LocalThickness.Of(stack, 1).Quantile(0.5) * 1e6:f2} µm"));
        }
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of the process {process.PeakWorkingSet64 / Megabyte:f0} MB"));
        return 0;
    }

    private static string Told(DiffusivityResult found) => FormattableString.Invariant($"tortuosity factor {found.TortuosityFactor:f4}, {found.Iterations} steps, fluxes differ by {found.Imbalance:g2}");

    private static void Measure(string name, Func<string> work)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        string result = work();
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36}{watch.Elapsed.TotalSeconds,7:f2} s, {(process.TotalProcessorTime - before).TotalSeconds,6:f2} s of processor: {result}"));
    }
}
