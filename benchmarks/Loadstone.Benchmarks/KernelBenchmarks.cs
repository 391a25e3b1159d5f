using BenchmarkDotNet.Attributes;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Benchmarks;

/// <summary>What a time step is made of: residual, factorisation, solution. Chen2020, 20 cells in each region, 20 shells.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private PorousElectrodeSystem _system = null!;
    private double[] _y = [], _slope = [], _residual = [], _weights = [];

    [GlobalSetup]
    public void SetUp()
    {
        Cell cell = ParameterSetCell.Load("chen2020");
        var mesh = new MeshSettings { Negative = 20, Separator = 20, Positive = 20, Radial = 20 };
        var simulation = new Simulation(cell, mesh);
        simulation.Run(ProtocolParser.ParseAll(["Discharge at 1C for 1000 s"], "discharge"));
        _system = new PorousElectrodeSystem(cell, mesh, Tolerances.Default)
        {
            Control = new CellControl(new Control.CRate(1), cell.Area, cell.OneC),
        };
        _y = [.. simulation.State.Unknowns];
        _slope = new double[_y.Length];
        _residual = new double[_y.Length];
        _weights = new double[_y.Length];
        _system.Residual(0, _y, _slope, _residual);
        _system.Factor(0.1);
        _system.ErrorWeights(_y, _weights);
    }

    [Benchmark]
    public void Residual() => _system.Residual(0, _y, _slope, _residual);

    [Benchmark]
    public bool Factor() => _system.Factor(0.1);

    [Benchmark]
    public void Solve() => _system.Solve(_residual);

    [Benchmark]
    public double Norm() => _system.Norm(_residual, _weights);
}
