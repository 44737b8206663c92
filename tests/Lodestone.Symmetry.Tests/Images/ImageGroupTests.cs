using Lodestone.Symmetry.Images;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Images;

public sealed class ImageGroupTests
{
    [Fact]
    public void A_quarter_turn_is_counter_clockwise_and_the_reflection_turns_upside_down()
    {
        Tensor image = tensor(new float[] { 1, 2, 3, 4 }).view(1, 1, 2, 2);

        Assert.Equal([2, 4, 1, 3], ImageGroup.Cyclic(4).Act(1, image).contiguous().data<float>());
        Assert.Equal([3, 4, 1, 2], ImageGroup.Dihedral(4).Act(4, image).contiguous().data<float>());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    [InlineData(1)]
    public void Quarter_turns_and_reflections_are_an_action_exactly(int rotations)
    {
        ImageGroup group = ImageGroup.Dihedral(rotations);
        Tensor images = rand(2, 3, 5, 5);
        for (int a = 0; a < group.Order; a++)
            for (int b = 0; b < group.Order; b++)
                Assert.Equal(0, Equivariance.LargestDifference(group.Act(a, group.Act(b, images)), group.Act(group.Elements.Multiply(a, b), images)));
    }

    [Fact]
    public void Interpolation_by_a_quarter_turn_moves_pixels() =>
        Assert.Equal(0, Equivariance.LargestDifference(ImageRotation.Rotate(Ramp(), Math.PI / 2), Ramp().rot90(1, (2, 3))), 1e-4);

    [Fact]
    public void Quarter_turns_act_exactly_among_finer_rotations()
    {
        ImageGroup group = ImageGroup.Cyclic(8);
        Tensor images = rand(1, 1, 9, 9);
        for (int turn = 0; turn < 8; turn++)
            Assert.Equal(0, Equivariance.LargestDifference(group.Act(2, group.Act(turn, images)), group.Act((turn + 2) % 8, images)));
    }

    [Fact]
    public void Each_image_may_have_an_element_of_its_own()
    {
        ImageGroup group = ImageGroup.Dihedral(4);
        Tensor images = rand(5, 1, 4, 4), elements = tensor(new long[] { 3, 0, 7, 3, 5 });

        Tensor moved = group.Act(elements, images);

        for (int row = 0; row < 5; row++)
            Assert.Equal(0, Equivariance.LargestDifference(moved[row..(row + 1)], group.Act((int)elements[row].item<long>(), images[row..(row + 1)])));
        Assert.Equal(0, Equivariance.LargestDifference(group.Act(group.Inverse(elements), moved), images));
        Assert.Equal([0, 0, 0, 0, 0], group.Multiply(elements, group.Inverse(elements)).data<long>());
        Assert.Equal(0, Equivariance.LargestDifference(group.Candidates(images).select(1, 3), group.Act(1, images)));
    }

    [Fact]
    public void Images_that_are_not_square_are_refused() =>
        Assert.Throws<ArgumentException>(() => ImageGroup.Cyclic(4).Act(1, rand(1, 1, 4, 5)));

    private static Tensor Ramp() => (arange(36).to_type(float32) / 36).view(1, 1, 6, 6);
}
