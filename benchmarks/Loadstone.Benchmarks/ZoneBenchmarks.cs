using BenchmarkDotNet.Attributes;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Zones;

namespace Loadstone.Benchmarks;

/// <summary>A 1C discharge of Chen2020 as one cell and as zones side by side, that differ in the contact at the foil; set-up of the models included.</summary>
public class ZoneBenchmarks
{
    private static readonly MeshSettings _mesh = new() { Negative = 20, Separator = 20, Positive = 20, Radial = 20 };
    private static readonly Protocol _discharge = ProtocolParser.ParseAll(["Discharge at 1C until 2.5 V"], "discharge");

    private Cell _cell = null!;

    [Params(2, 4)]
    public int Zones { get; set; }

    [GlobalSetup]
    public void SetUp() => _cell = ParameterSetCell.Load("chen2020");

    [Benchmark(Baseline = true)]
    public SimulationResult OneCell() => new Simulation(_cell, _mesh).Run(_discharge);

    [Benchmark]
    public ZonedResult SideBySide() => new ZonedSimulation(new ZonedCell([.. Enumerable.Range(0, Zones).Select(Zone)]), _mesh).Run(_discharge);

    private CellZone Zone(int index)
    {
        Cell cell = _cell with { Positive = _cell.Positive with { ContactResistance = 1e-5 * index } };
        return new CellZone($"zone {index}", 1.0 / Zones, cell);
    }
}
