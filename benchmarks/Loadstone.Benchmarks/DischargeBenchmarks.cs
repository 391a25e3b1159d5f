using BenchmarkDotNet.Attributes;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Benchmarks;

/// <summary>A 1C discharge of the Chen2020 cell from 100 % to 2.5 V, warm, set-up of the model apart.</summary>
[MemoryDiagnoser]
public class DischargeBenchmarks
{
    private static readonly Protocol _discharge = ProtocolParser.ParseAll(["Discharge at 1C until 2.5 V"], "discharge");

    private Simulation _simulation = null!;

    /// <summary>Cells in each region and shells of each particle.</summary>
    [Params(10, 20, 60)]
    public int Mesh { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Cell cell = ParameterSetCell.Load("chen2020");
        _simulation = new Simulation(cell, new MeshSettings { Negative = Mesh, Separator = Mesh, Positive = Mesh, Radial = Mesh });
    }

    [Benchmark]
    public double Discharge()
    {
        _simulation.SetRest(1);
        return _simulation.Run(_discharge).Steps[0].EndTime;
    }
}
