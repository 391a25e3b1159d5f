using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Loadstone.Benchmarks;

/// <summary>The whole main job as a process: <c>loadstone run examples/l-dry-s.json</c>, twelve variants, four rates each, all files written.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 7)]
public class RunBenchmarks
{
    private string _program = "", _example = "", _output = "";

    [GlobalSetup]
    public void SetUp()
    {
        _program = CommandLineProgram.Path();
        _example = Path.Combine(CommandLineProgram.Root(), "examples", "l-dry-s.json");
        _output = Directory.CreateTempSubdirectory("loadstone-benchmark").FullName;
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_output, recursive: true);

    [Benchmark]
    public int Run()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"\"{_program}\" run \"{_example}\" --out \"{_output}\"") { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? 0 : throw new InvalidOperationException($"loadstone run ended with {process.ExitCode}.");
    }
}
