using Lodestone.Symmetry.Breaking;
using Lodestone.Symmetry.Representations;
using TorchSharp;

namespace Lodestone.Symmetry.Tests.Breaking;

public sealed class OrbitFramesTests
{
    private static readonly PermutationRepresentation Nodes = PermutationRepresentation.Symmetric(4);
    private static readonly MatrixRepresentation Plane = MatrixRepresentation.PlanarReflections(6);

    [Fact]
    public void All_vectors_of_an_orbit_have_one_representative_and_one_order_of_stabilizer()
    {
        Check(Nodes, torch.tensor(new[,] { { 1.0, 1, 1, 1 }, { 3, 1, 1, 1 }, { 2, 5, 2, 5 }, { 4, 2, 8, 1 } }), [24, 6, 4, 1]);
        Check(Plane, torch.tensor(new[,] { { 0.0, 0 }, { 0, 1 }, { 1, 0 }, { 0.3, 0.1 } }), [12, 2, 2, 1]);
    }

    [Fact]
    public void An_orbit_has_as_many_vectors_as_the_stabilizer_has_cosets()
    {
        using torch.Tensor x = torch.tensor(new[] { 2.0, 5, 2, 5 }), orbit = Nodes.Orbit(x);

        Assert.Equal(4, Nodes.Stabilizer(x).Order);
        Assert.Equal(6, orbit.shape[0]);
        Assert.Equal(0, Equivariance.LargestDifference(orbit[0], x));
        Assert.Equal(6, Enumerable.Range(0, 6).Select(row => string.Join(' ', orbit[row].data<double>())).Distinct().Count());
    }

    private static void Check(Representation action, torch.Tensor vectors, int[] stabilizers)
    {
        torch.Tensor[] representatives = [.. Enumerable.Range(0, action.Group.Order).Select(g =>
        {
            torch.Tensor moved = action.Act(g, vectors);
            OrbitFrames frames = OrbitFrames.Of(action, moved);
            Assert.Equal(stabilizers, frames.StabilizerOrders);
            return torch.stack([.. frames.Elements.Select((h, row) => action.Act(action.Group.Inverse(h), moved[row]))]);
        })];

        Assert.All(representatives, one => Assert.Equal(0, Equivariance.LargestDifference(one, representatives[0]), 1e-12));
    }
}
