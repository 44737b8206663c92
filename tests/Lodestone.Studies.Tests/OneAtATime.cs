// The random generator of torch is one for the process: tests that draw from it at the same time would not see their seeds.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
