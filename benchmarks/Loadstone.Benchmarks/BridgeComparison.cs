using System.Diagnostics;
using System.Globalization;
using Loadstone.Wetting;
using Loadstone.Wetting.Bridge;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Benchmarks;

/// <summary>
/// <c>-- bridge [SEED [ANGLE [CELL [CA…]]]]</c>: a bed of some twenty discs filled by viscosity and surface tension at falling capillary numbers, against the order
/// in which capillarity alone fills its pores; angle in degrees, cells in µm.
/// </summary>
internal static class BridgeComparison
{
    private const double Micrometre = 1e-6;

    public static int Run(string[] arguments)
    {
        double[] numbers = [.. arguments.Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        int seed = numbers.Length > 0 ? (int)numbers[0] : 1;
        double degrees = numbers.Length > 1 ? numbers[1] : 60, cell = (numbers.Length > 2 ? numbers[2] : 0.5) * Micrometre;
        double[] capillaryNumbers = numbers.Length > 3 ? numbers[3..] : [1e-2, 1e-3, 1e-4, 1e-5];
        DiscBed bed = new BedGenerator { Width = 25 * Micrometre, Gap = Micrometre }.Make([new BedLayer(28 * Micrometre, 0.55, [new(2.25 * Micrometre, 0.9), new(1.5 * Micrometre, 0.1)])], seed);
        var liquid = new CapillaryLiquid { ContactAngle = degrees * Math.PI / 180 };
        CapillaryFilling alone = CapillaryFilling.Of(bed, liquid, new FillingDrive.Flux());
        Console.WriteLine(FormattableString.Invariant($"seed {seed}, {degrees:f0}°, {bed.Discs.Count} discs, cells of {cell * 1e6:f2} µm; capillarity alone: {alone.Steps.Sum(step => step.Pores.Count)} pores, saturation {alone.Saturation:f3}, highest pressure {alone.HighestCurvature * liquid.SurfaceTension:f0} Pa"));
        foreach (double number in capillaryNumbers)
        {
            var watch = Stopwatch.StartNew();
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            BridgeRun run = BridgeRun.Begin(bed, new BridgeOptions { Cell = cell, Liquid = liquid, Drive = new FillingDrive.Flux { Speed = number * liquid.SurfaceTension / liquid.Viscosity } });
            while (!run.IsDone) run.Advance();
            BridgeResult result = run.Result();
            FillingOrder order = FillingOrder.Of(result.Filled, alone);
            double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine(FormattableString.Invariant($"Ca {number:0e+0}: {100 * order.Share:f1} % of {order.Pairs} pairs in the same order, {order.Common} of {result.Filled.Count} pores common; saturation {run.Saturation:f3}, highest pressure {result.History.Max(sample => sample.Pressure):f0} Pa; mass {result.MassError:0.0e+0}; {result.History.Count} steps, {watch.Elapsed.TotalSeconds:f1} s, {processor:f1} processor seconds"));
        }
        return 0;
    }
}
