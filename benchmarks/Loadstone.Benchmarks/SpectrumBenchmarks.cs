using System.Numerics;
using BenchmarkDotNet.Attributes;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Benchmarks;

/// <summary>Analyses of one spectrum of 60 points with 0.5 % noise: two depressed arcs and diffusion.</summary>
[MemoryDiagnoser]
public class SpectrumBenchmarks
{
    private readonly Spectrum _spectrum = Spectra.Of(
        w => 5 + Spectra.Zarc(w, 10, 3e-4, 0.85) + Spectra.Zarc(w, 30, 0.05, 0.9) + new Complex(4, -4) / Math.Sqrt(w), Spectra.Frequencies(1e5, 1e-2, 60), 0.005, seed: 1);

    [Benchmark]
    public double CircuitFit() => CircuitFitter.Fit(_spectrum, CircuitTrial.Circuit).Deviation;

    [Benchmark]
    public double CircuitChosen() => CircuitChoice.Of(_spectrum).Best.Deviation;

    [Benchmark]
    public double RelaxationTimes() => RelaxationSolver.Solve(_spectrum).PolarisationResistance.Value;

    [Benchmark]
    public double RelaxationPeaks() => RelaxationFitter.Refine(RelaxationSolver.Solve(_spectrum))!.PolarisationResistance.Value;

    [Benchmark]
    public double KramersKronig() => KramersKronigTest.Of(_spectrum).Deviation;
}
