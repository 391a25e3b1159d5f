using System.Diagnostics;
using Loadstone.Tests.Wetting.Interfaces;

namespace Loadstone.Benchmarks;

/// <summary>The trials of interface tracking on grids up to those that are too long for tests.</summary>
internal static class InterfaceRun
{
    public static int Run()
    {
        foreach (int n in new[] { 50, 100, 200, 400 })
        {
            Tell($"Zalesak's disc, {n} x {n}", () => Trials.Zalesak(n), turn => $"{turn.Error:p2}, area {turn.Drift:e1}");
            Tell($"Rudman's disc, {n} x {n}", () => Trials.Rudman(n), turn => $"{turn.Error:p2}, area {turn.Drift:e1}");
        }
        double before = double.NaN;
        foreach (int n in new[] { 32, 64, 128, 256 })
        {
            Tell($"reversed vortex, {n} x {n}", () => Trials.Vortex(n), trial =>
            {
                (double order, before) = (Math.Log2(before / trial.Error), trial.Error);
                return $"{trial.Error:e2}, order {order:f2}, shares from {trial.Low:e1} to 1 + {trial.High - 1:e1}";
            });
        }
        return 0;
    }

    private static void Tell<T>(string name, Func<T> run, Func<T, FormattableString> result)
    {
        var watch = Stopwatch.StartNew();
        FormattableString told = result(run());
        Console.WriteLine(FormattableString.Invariant($"{name}: {FormattableString.Invariant(told)}, {watch.Elapsed.TotalSeconds:f1} s"));
    }
}
