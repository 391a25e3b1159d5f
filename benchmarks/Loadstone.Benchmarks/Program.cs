using BenchmarkDotNet.Running;
using Loadstone.Benchmarks;

if (args is ["robustness", .. var rest]) return Robustness.Run(rest);
if (args is ["coverage", .. var trials]) return CoverageRun.Run(trials);
if (args is ["fuzz", .. var fuzz]) return Fuzz.Run(fuzz);
if (args is ["readers", .. var readers]) return RecordingReads.Run(readers);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
