using System.Runtime.CompilerServices;
using TorchSharp;

namespace Lodestone.Studies.Tests;

/// <summary>The tensors of tests are tiny: more threads only wait for each other.</summary>
internal static class OneThread
{
    [ModuleInitializer]
    internal static void Set() => torch.set_num_threads(1);
}
