using System.Text;
using BenchmarkDotNet.Attributes;
using Loadstone.Designs;
using Loadstone.Designs.Building;

namespace Loadstone.Benchmarks;

/// <summary>The chain from a document to the depth profiles of its electrode: slurry, film, edges, drying, migration, calender.</summary>
[MemoryDiagnoser]
public class ProcessBenchmarks
{
    private const string Layer = """{ "name": "NAME", "solids": { "nmc811": "96 %", "super p": "2 %", "pvdf": "2 %" }, "slurry": { "solvent": "nmp", "solidsContent": "65 %" } }""";

    private static readonly byte[] _document = Encoding.UTF8.GetBytes($$"""
        { "name": "made", "positive": { "loading": "40 mg/cm²", "pressDensity": "3.2 g/cm³", "calendering": {},
            "process": { "coating": { "speed": "3 m/min" }, "drying": { "zones": [ { "length": "10 m", "airTemperature": "90 °C" }, { "length": "10 m", "airTemperature": "120 °C" } ] } },
            "layers": [ {{Layer.Replace("NAME", "bottom")}}, {{Layer.Replace("NAME", "top")}} ] },
          "negative": "lithium", "run": [ { "rateTest": ["1C"], "between": ["3.0 V", "4.3 V"] } ] }
        """);

    private readonly Design _design = DesignDocument.Parse(_document).Base;

    /// <summary>Two layers, each dried in an oven of two zones, with the fastest line speed of both.</summary>
    [Benchmark]
    public double Make() => DesignBuilder.Build(_design).Positive!.Making!.DryingTime!.Value;

    /// <summary>The same, with the document read.</summary>
    [Benchmark]
    public double ReadAndMake() => DesignBuilder.Build(DesignDocument.Parse(_document).Base).Positive!.Making!.DryingTime!.Value;
}
