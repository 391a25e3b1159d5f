using BenchmarkDotNet.Running;
using Loadstone.Benchmarks;
using Loadstone.Tests.Laboratory.Imaging;
using Loadstone.Tests.Laboratory.Recordings;
using Loadstone.Tests.Laboratory.Recordings.Binary;

if (args is ["robustness", .. var rest]) return Robustness.Run(rest);
if (args is ["coverage", .. var trials]) return CoverageRun.Run(trials);
if (args is ["fuzz", .. var fuzz]) return Fuzz.Run(fuzz, Mutations.Try);
if (args is ["readers", .. var readers]) return RecordingReads.Run(readers);
if (args is ["fuzz-binary", .. var fuzzBinary]) return Fuzz.Run(fuzzBinary, BinaryMutations.Try);
if (args is ["readers-binary", .. var readersBinary]) return BinaryReads.Run(readersBinary);
if (args is ["laboratory-examples", .. var folder]) return LaboratoryExamples.Run(folder);
if (args is ["stack", .. var stack]) return StackRun.Run(stack);
if (args is ["fuzz-images", .. var fuzzImages]) return Fuzz.Run(fuzzImages, PictureMutations.Try);
if (args is ["example-images", var target]) return ExampleImages.Write(target);
if (args is ["interfaces"]) return InterfaceRun.Run();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
