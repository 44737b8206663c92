namespace Lodestone.Data.Tests;

/// <summary>Tests that measure what the whole process allocates run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
