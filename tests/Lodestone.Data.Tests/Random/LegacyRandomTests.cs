using Lodestone.Data.Random;

namespace Lodestone.Data.Tests.Random;

public sealed class LegacyRandomTests
{
    [Fact]
    public void The_generator_gives_the_numbers_of_its_authors()
    {
        // The 1st and the 10,000th output for the seed 5489, which the C++ standard requires of std::mt19937.
        var bits = new MersenneTwister(5489);
        Assert.Equal(3499211612u, bits.NextUInt32());

        for (int i = 2; i < 10_000; i++) bits.NextUInt32();
        Assert.Equal(4123659995u, bits.NextUInt32());
    }

    [Fact]
    public void Seed_0_gives_the_numbers_of_NumPy()
    {
        var uniform = new LegacyRandom(0);
        Assert.Equal([0.5488135039273248, 0.7151893663724195], [uniform.NextDouble(), uniform.NextDouble()]);

        var normal = new LegacyRandom(0);
        Assert.Equal(1.764052345967664, normal.NextNormal(), 1e-15);
        Assert.Equal(0.4001572083672233, normal.NextNormal(), 1e-15);
        Assert.Equal(0.9787379841057392, normal.NextNormal(), 1e-15);

        Assert.Equal([2, 8, 4, 9, 1, 6, 7, 3, 0, 5], new LegacyRandom(0).Permutation(10));
    }

    [Fact]
    public void A_choice_takes_one_uniform_number()
    {
        var choices = new LegacyRandom(0);

        Assert.Equal(1, choices.Choose([0.5, 0.5])); // 0.549
        Assert.Equal(0, choices.Choose([8, 0, 2])); // 0.715
        Assert.Throws<ArgumentException>(() => choices.Choose([0, 0]));
        Assert.Throws<ArgumentException>(() => choices.Choose([1, -1, 1]));
        Assert.Throws<ArgumentException>(() => choices.Choose([]));
    }

    [Fact]
    public void A_bound_of_1_draws_nothing()
    {
        var random = new LegacyRandom(0);

        Assert.Equal(0, random.Next(1));
        Assert.Equal(0.5488135039273248, random.NextDouble());
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(0));
    }
}
