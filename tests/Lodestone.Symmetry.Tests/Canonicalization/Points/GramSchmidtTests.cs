using Lodestone.Symmetry.Canonicalization.Points;
using Lodestone.Symmetry.Continuous;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Canonicalization.Points;

public sealed class GramSchmidtTests
{
    [Fact]
    public void Published_vectors_give_the_published_frame()
    {
        // The test of EquiAdapt (arXiv:2310.01647).
        using Tensor vectors = tensor(new[,] { { 1.5410, -.2934, -2.1788 }, { .5684, -1.0845, -1.3986 }, { .4033, .8380, -.7193 } });
        using Tensor expected = tensor(new[,] { { .5740, -.1093, -.8115 }, { -.3454, -.9309, -.1190 }, { -.7424, .3486, -.5721 } });

        Assert.Equal(0, Equivariance.LargestDifference(GramSchmidt.Rows(vectors), expected), 1e-3);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void A_frame_is_an_element_of_the_group_and_turns_with_the_vectors(int dimension, bool reflections)
    {
        using var scope = NewDisposeScope();
        var group = new OrthogonalGroup(dimension, reflections);
        Tensor vectors = randn(20, dimension, dimension, dtype: ScalarType.Float64);
        Tensor frame = GramSchmidt.Frame(vectors, reflections);

        Assert.Equal(0, Equivariance.LargestDifference(frame.matmul(frame.transpose(-1, -2)), eye(dimension, dtype: ScalarType.Float64).expand_as(frame)), 1e-10);
        if (!reflections) Assert.Equal(1, linalg.det(frame).min().item<double>(), 1e-10);
        Equivariance.AssertEquivariant(
            v => GramSchmidt.Frame(v, reflections), group, OrthogonalGroup.Act, (g, f) => g.matmul(f), [vectors], 1e-9);
    }

    [Fact]
    public void Vectors_of_a_plane_or_a_line_are_completed_and_do_not_spoil_gradients()
    {
        using var scope = NewDisposeScope();
        Tensor flat = tensor(new[,] { { 1.0, 2, 0 }, { 0.5, -1, 0 }, { 3, 3, 0 } }), straight = tensor(new[,] { { 0.0, 0, 2 }, { 0, 0, -1 }, { 0, 0, 3 } });
        foreach (Tensor vectors in new[] { flat, straight, zeros(3, 3, dtype: ScalarType.Float64) })
        {
            Tensor input = vectors.clone().requires_grad_();
            Tensor rows = GramSchmidt.Rows(input);
            (rows * rand(3, 3, dtype: ScalarType.Float64)).sum().backward();

            Assert.Equal(0, Equivariance.LargestDifference(rows.matmul(rows.t()), eye(3, dtype: ScalarType.Float64)), 1e-12);
            Assert.True(input.grad!.isfinite().all().item<bool>());
        }
    }
}
