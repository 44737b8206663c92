using System.Collections.Immutable;
using TorchSharp;

namespace Lodestone.Symmetry.Breaking;

/// <summary>
/// Where vectors stand in their orbits: for each row x an element h with h⁻¹·x = x̂, where x̂ is the vector of the orbit that is largest in
/// lexicographic order. Where several elements do, the first of them is taken; they are G_x·h with the stabilizer G_x. So h(g·x) is in
/// g·G_x·h(x): the frame is relaxed equivariant, and equivariant where no element but the identity leaves x alone.
/// </summary>
public sealed class OrbitFrames
{
    private OrbitFrames(int[] elements, int[] stabilizerOrders)
    {
        Elements = [.. elements];
        StabilizerOrders = [.. stabilizerOrders];
    }

    /// <summary>The element h of each row: [rows].</summary>
    public ImmutableArray<int> Elements { get; }

    /// <summary>How many elements leave the vector of each row alone: [rows].</summary>
    public ImmutableArray<int> StabilizerOrders { get; }

    /// <summary>Finds the frames by trying every element of the group.</summary>
    /// <param name="action">How the group acts.</param>
    /// <param name="vectors">[rows, dimension].</param>
    /// <param name="tolerance">
    /// Entries that differ by no more count as equal. It is for the rounding of matrices: no two entries of a vector may differ by about as much.
    /// </param>
    public static OrbitFrames Of(Representation action, torch.Tensor vectors, double tolerance = 1e-5)
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        int rows = (int)vectors.shape[0], dimension = action.Dimension;
        torch.Tensor exact = vectors.detach().to_type(torch.ScalarType.Float64).contiguous();
        double[] best = exact.data<double>().ToArray();
        var elements = new int[rows];
        var ties = new int[rows];
        Array.Fill(ties, 1);
        for (int g = 1; g < action.Group.Order; g++)
        {
            using torch.Tensor moved = action.Act(action.Group.Inverse(g), exact).contiguous();
            double[] images = moved.data<double>().ToArray();
            for (int row = 0; row < rows; row++)
            {
                var image = images.AsSpan(row * dimension, dimension);
                var largest = best.AsSpan(row * dimension, dimension);
                int order = Compare(image, largest, tolerance);
                if (order == 0) ties[row]++;
                if (order <= 0) continue;
                image.CopyTo(largest);
                (elements[row], ties[row]) = (g, 1);
            }
        }
        return new OrbitFrames(elements, ties);
    }

    private static int Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double tolerance)
    {
        for (int i = 0; i < first.Length; i++)
            if (Math.Abs(first[i] - second[i]) > tolerance) return first[i] > second[i] ? 1 : -1;
        return 0;
    }
}
