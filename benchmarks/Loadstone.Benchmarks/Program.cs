using BenchmarkDotNet.Running;
using Loadstone.Benchmarks;

if (args is ["robustness", .. var rest]) return Robustness.Run(rest);
if (args is ["coverage", .. var trials]) return CoverageRun.Run(trials);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
