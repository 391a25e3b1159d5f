using BenchmarkDotNet.Running;
using Loadstone.Benchmarks;

if (args is ["robustness", .. var rest]) return Robustness.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
