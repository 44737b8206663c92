namespace Lodestone.App.Tests.Commands;

/// <summary>The tests that run the command: one after the other, with one small model that the command itself trained.</summary>
[CollectionDefinition(Name)]
public sealed class CommandLineCollection : ICollectionFixture<TinyModel>
{
    public const string Name = "command line";
}
