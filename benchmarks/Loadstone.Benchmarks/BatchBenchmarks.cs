using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrodes;

namespace Loadstone.Benchmarks;

/// <summary>A 1C discharge of 1,000 cells that differ from Chen2020 in the geometry of both electrodes, set-up included.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 9)]
public class BatchBenchmarks
{
    private const int Count = 1000;

    private BatchItem[] _items = [];
    private BatchOptions _options = new();

    /// <summary>Items at the same time.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Cell source = ParameterSetCell.Load("chen2020");
        Protocol discharge = ProtocolParser.ParseAll(["Discharge at 1C until 2.5 V"], "discharge");
        _items = [.. Enumerable.Range(0, Count).Select(i => new BatchItem(Variant(source, i), discharge))];
        _options = new BatchOptions { MaxParallelism = Threads, Mesh = new() { Negative = 10, Separator = 10, Positive = 10, Radial = 10 } };
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double Run()
    {
        double charge = 0;
        Batch.Run(_items, result => charge += result.Result!.Steps[0].Charge, _options);
        return charge;
    }

    // Thickness within 20 %, porosity down to 70 % of the original (whose negative electrode has no room for more).
    private static Cell Variant(Cell source, int i)
    {
        double stretch = 0.8 + 0.4 * i / Count, loosen = 0.7 + 0.3 * (i * 7919 % Count) / Count;
        Layer Changed(Layer layer)
        {
            double porosity = layer.Porosity.Mean * loosen;
            return new Layer(layer.Name, layer.Thickness * stretch, porosity, Math.Pow(porosity, 1.5), layer.ElectronicConductivity, layer.Particles);
        }

        return source with
        {
            Negative = source.Negative! with { Layers = [.. source.Negative.Layers.Select(Changed)] },
            Positive = source.Positive with { Layers = [.. source.Positive.Layers.Select(Changed)] },
            OneC = source.OneC * stretch,
            CyclableLithium = source.CyclableLithium * stretch,
        };
    }
}
