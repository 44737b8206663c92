using CsCheck;
using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Tests.Symmetry;

public sealed class SymmetryOperationTests
{
    private static readonly Gen<SymmetryOperation> Any =
        Gen.Select(Gen.Int[0, SpaceGroup.All.Length - 1].Select(i => SpaceGroup.All[i]), Gen.Int[0, 1000]).Select((group, i) => group.Operations[i % group.Operations.Length]);

    [Theory]
    [InlineData("x,y,z", "x,y,z")]
    [InlineData(" X , -Y , Z+1/2 ", "x,-y,z+1/2")]
    [InlineData("1/2+x,1/2-y,-z", "x+1/2,-y+1/2,-z")]
    [InlineData("+x,+y,+z", "x,y,z")]
    [InlineData(".5+x,y,z-0.25", "x+1/2,y,z+3/4")]
    [InlineData("x-y, x, z+0.3333", "x-y,x,z+1/3")]
    [InlineData("x - y , - x , 5 / 6 + z", "x-y,-x,z+5/6")]
    [InlineData("-x+2*y,y,z", "-x+2y,y,z")]
    [InlineData("'x,y,z'", "x,y,z")]
    [InlineData("(x,y,z)", "x,y,z")]
    [InlineData("x+3/2,y-1/2,z+2", "x+1/2,y+1/2,z")]
    [InlineData("x+1/14,y,z", "x+1/14,y,z")]
    public void Triplets_of_many_spellings(string text, string expected) => Assert.Equal(expected, SymmetryOperation.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("x,y")]
    [InlineData("x,y,z,t")]
    [InlineData("x,,z")]
    [InlineData("x,y,w")]
    [InlineData("x y,y,z")]
    [InlineData("x,x,z")]
    [InlineData("x+,y,z")]
    [InlineData("x+1/0,y,z")]
    [InlineData("1/2x,y,z")]
    public void What_is_no_operation_is_refused(string text) => Assert.Throws<FormatException>(() => SymmetryOperation.Parse(text));

    [Fact]
    public void Triplets_come_back() => Any.Sample(operation => Assert.Equal(operation, SymmetryOperation.Parse(operation.ToString())));

    [Fact]
    public void A_product_acts_as_one_after_the_other() =>
        Gen.Select(Any, Any, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((first, second, x, y, z) =>
        {
            var point = new Vector3D(x, y, z);
            Vector3D difference = (first * second).Apply(point) - first.Apply(second.Apply(point));
            for (int i = 0; i < 3; i++) Assert.Equal(Math.Round(difference[i]), difference[i], 1e-9);
        });
}
