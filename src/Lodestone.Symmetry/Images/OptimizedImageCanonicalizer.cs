using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>
/// Canonicalization by optimization, with any network (§3.2 of arXiv:2211.06489): it sees every transformed copy g⁻¹·x, need not know of any
/// symmetry, and the copy that it prefers is canonical. Exact where the copies are: for quarter turns and reflections.
/// </summary>
public abstract class OptimizedImageCanonicalizer : ImageCanonicalizer
{
    private readonly nn.Module<Tensor, Tensor> _network;

    /// <summary>Makes a canonicalizer.</summary>
    /// <param name="name">Name of the module.</param>
    /// <param name="group">The group.</param>
    /// <param name="network">From images [rows, channels, size, size] to vectors [rows, length].</param>
    protected OptimizedImageCanonicalizer(string name, ImageGroup group, nn.Module<Tensor, Tensor> network)
        : base(name, group)
    {
        _network = network;
        register_module("network", network);
    }

    /// <summary>The vectors v_g of all copies g⁻¹·x.</summary>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>[rows, elements, length]</returns>
    public Tensor Vectors(Tensor images)
    {
        using var scope = NewDisposeScope();
        return _network.forward(Group.Candidates(images).flatten(0, 1)).view(images.shape[0], Group.Order, -1).MoveToOuterDisposeScope();
    }

    /// <summary>How much each copy is preferred.</summary>
    /// <param name="vectors">v_g: [rows, elements, length].</param>
    /// <returns>Activations: [rows, elements]</returns>
    public abstract Tensor Activations(Tensor vectors);

    /// <inheritdoc />
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>Activations: [rows, elements]</returns>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        return Activations(Vectors(images)).MoveToOuterDisposeScope();
    }
}
