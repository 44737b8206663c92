using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

/// <summary>The structures of spglib's own tests.</summary>
public sealed class SharedSymmetryTests
{
    [Fact]
    public void Each_has_the_group_of_its_name()
    {
        var wrong = new List<string>();
        int count = 0;
        foreach (var (name, number, tolerance, crystal) in SharedCrystals.Read())
        {
            int found = CrystalSymmetry.Find(crystal, tolerance).SpaceGroup.Number;
            if (found != number) wrong.Add($"{name}: {found}");
            count++;
        }

        Assert.Empty(wrong);
        Assert.Equal(394, count);
    }

    [Fact]
    public void Each_has_one_standard_cell_however_it_is_described()
    {
        var random = new Random(7);
        var wrong = new List<string>();
        foreach (var (name, _, tolerance, crystal) in SharedCrystals.Read())
            if (StandardCells.Fault(crystal, StandardCells.Described(crystal, random), tolerance) is { } fault) wrong.Add($"{name}: {fault}");

        Assert.Equal("", string.Join(Environment.NewLine, wrong));
    }
}
