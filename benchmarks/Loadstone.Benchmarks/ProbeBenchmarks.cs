using BenchmarkDotNet.Attributes;
using Loadstone.Laboratory.Resistance;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Benchmarks;

/// <summary>Composite and interface resistance from 44 potentials of a line of 46 pins.</summary>
[MemoryDiagnoser]
public class ProbeBenchmarks
{
    private static readonly CoatingOnFoil Coating = new() { Thickness = ResistanceTrials.Thickness };

    private readonly ProbeReading _reading = ResistanceTrials.Reading(ResistanceTrials.Pristine);
    private readonly ProbeModel _model = new(Coating, ResistanceTrials.Reading(ResistanceTrials.Pristine));

    [Benchmark]
    public double Potentials() => _model.Evaluate(0.1, 1e-4)[0];

    [Benchmark]
    public double NextSpot() => ProbeInversion.Fit(_reading, _model).InterfaceResistance.Value;

    [Benchmark]
    public double FirstSpot() => ProbeInversion.Fit(_reading, Coating).InterfaceResistance.Value;
}
