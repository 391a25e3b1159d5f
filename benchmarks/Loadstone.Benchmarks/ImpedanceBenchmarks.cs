using BenchmarkDotNet.Attributes;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;

namespace Loadstone.Benchmarks;

/// <summary>Impedance of Chen2020 at 60 frequencies, 20 cells in each region and 20 shells: the whole call, and without set-up.</summary>
[MemoryDiagnoser]
public class ImpedanceBenchmarks
{
    private static readonly double[] _frequencies = Impedance.Frequencies(1e-3, 1e4, 60);
    private static readonly MeshSettings _mesh = new() { Negative = 20, Separator = 20, Positive = 20, Radial = 20 };
    private static readonly ImpedanceSettings _settings = new();

    private Cell _cell = null!;
    private CellState _state = null!;
    private LinearisedCell _linearised = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _cell = ParameterSetCell.Load("chen2020");
        _state = new Simulation(_cell, _mesh, stateOfCharge: 0.5).State;
        _linearised = new PorousElectrodeSystem(_cell, _mesh, Tolerances.Default).Linearise([.. _state.Unknowns]);
    }

    [Benchmark]
    public ImpedanceSpectrum Whole() => Impedance.Of(_cell, _state, _frequencies, _settings, _mesh);

    [Benchmark]
    public ImpedanceSpectrum Frequencies() => Impedance.Of(_linearised, _cell.Area, _frequencies, _settings);
}
