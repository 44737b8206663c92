namespace Lodestone.Data.Tests;

public sealed class SeedsTests
{
    [Fact]
    public void A_child_is_the_same_for_ever() => Assert.Equal(7394680210639210517UL, new Seeds(42).For("split").Root);

    [Fact]
    public void Children_differ_by_name_number_and_root()
    {
        Seeds root = new(42);
        Seeds[] seeds = [root, root.For("a"), root.For("b"), root.For("a").For("b"), root.For("b").For("a"), root.For(0), root.For(1), new Seeds(43).For("a")];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }
}
