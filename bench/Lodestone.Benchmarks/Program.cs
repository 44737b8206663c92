using BenchmarkDotNet.Running;
using Lodestone.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SpeedConfig).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, new SpeedConfig());
