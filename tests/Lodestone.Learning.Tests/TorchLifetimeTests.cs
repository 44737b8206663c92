using System.Diagnostics;
using System.Reflection;
using TorchSharp;

namespace Lodestone.Learning.Tests;

/// <summary>
/// build/LibTorch.targets replaces TorchSharp.dll by a copy that is compiled without optimization, so that scalars live until the native calls
/// that read them return (docs/decisions/0002). The race itself is a matter of minutes of luck; that the copy is in use is certain.
/// </summary>
public sealed class TorchLifetimeTests
{
    [Fact]
    public void TorchSharp_is_compiled_without_optimization() =>
        Assert.True(typeof(torch).Assembly.GetCustomAttribute<DebuggableAttribute>()!.IsJITOptimizerDisabled);
}
