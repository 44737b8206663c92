namespace Lodestone.Matter.Tests;

public sealed class SuggestionTests
{
    private static readonly string[] Known = ["epochs", "batch_size", "learning_rate", "formation_energy_eV_atom", "egnn"];

    [Theory]
    [InlineData("epoch", "epochs")]
    [InlineData("ephocs", "epochs")]
    [InlineData("Batch-Size", "batch_size")]
    [InlineData("learnin_rat", "learning_rate")]
    [InlineData("formation_energy_ev_atom", "formation_energy_eV_atom")]
    [InlineData("enn", "egnn")]
    [InlineData("colour", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_where_one_is_near(string written, string? expected) => Assert.Equal(expected, Suggestion.Nearest(written, Known));

    [Fact]
    public void Asks_only_where_it_knows()
    {
        Assert.Equal(" Did you mean 'epochs'?", Suggestion.Ask("epoch", Known));
        Assert.Equal("", Suggestion.Ask("colour", Known));
    }
}
