using Lodestone.Learning;
using Lodestone.Models.Cartesian;
using Lodestone.Symmetry.Canonicalization.Points;
using static TorchSharp.torch;

namespace Lodestone.Models.Canonicalization;

/// <summary>
/// Learns in which orientation crystals are to be read: from a crystal in its standard orientation, an orthogonal matrix A, by which its rows are
/// multiplied from the right. What an unconstrained network adds to the unit vectors becomes orthonormal by Gram–Schmidt.
/// </summary>
internal sealed class OrientationNetwork : Network<CartesianGraph>
{
    private readonly bool _reflections;
    private readonly CartesianNetwork vectors;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    public OrientationNetwork(CanonicalizedOptions options)
        : this(options, new CartesianNetwork(options.Network(), outputs: 9))
    {
    }

    private OrientationNetwork(CanonicalizedOptions options, CartesianNetwork network)
        : base(nameof(OrientationNetwork), network.Encoder, 9)
    {
        _reflections = options.Group is not AdaptationGroup.So3;
        vectors = network;
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>A by rows, [materials, 9]</returns>
    public override Tensor forward(CartesianGraph batch) =>
        GramSchmidt.Frame(eye(3) + vectors.forward(batch).view(-1, 3, 3), _reflections).flatten(1);
}
