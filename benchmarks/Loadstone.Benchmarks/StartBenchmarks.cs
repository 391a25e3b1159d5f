using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Loadstone.Benchmarks;

/// <summary>Whole processes of the command line, warm file cache: what a person waits for.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 15)]
public class StartBenchmarks
{
    private string _program = "";

    [Params("--help", "materials", "materials nmc811")]
    public string Arguments { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _program = CommandLineProgram.Path();

    [Benchmark]
    public int Start()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"\"{_program}\" {Arguments}") { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? 0 : throw new InvalidOperationException($"loadstone {Arguments} ended with {process.ExitCode}.");
    }
}
