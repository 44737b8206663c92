using BenchmarkDotNet.Running;
using Lodestone.Benchmarks;
using Lodestone.Learning;

NativeHeap.KeepFreedMemory();
const string Once = "--once";
string[] options = [.. args.Where(arg => arg != Once)];
var summaries = BenchmarkSwitcher.FromAssembly(typeof(SpeedConfig).Assembly)
    .Run(options.Length == 0 ? ["--filter", "*"] : options, new SpeedConfig(args.Contains(Once)));
return summaries.SelectMany(summary => summary.Reports).All(report => report.Success) ? 0 : 1;
