using Lodestone.Symmetry.Canonicalization;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>
/// Chooses for each image an element of an <see cref="ImageGroup"/>: the largest of its activations a(x), one an element, with
/// a(g·x)[g·h] = a(x)[h] (S.-O. Kaba et al., "Equivariance with learned canonicalization functions", ICML 2023, arXiv:2211.06489).
/// </summary>
/// <param name="name">Name of the module.</param>
/// <param name="group">The group.</param>
public abstract class ImageCanonicalizer(string name, ImageGroup group) : nn.Module<Tensor, Tensor>(name), ICanonicalizer<Tensor, Tensor>
{
    /// <summary>The group.</summary>
    public ImageGroup Group => group;

    IGroup<Tensor> ICanonicalizer<Tensor, Tensor>.Group => group;

    /// <inheritdoc/>
    public Tensor Act(Tensor element, Tensor input) => group.Act(element, input);

    /// <inheritdoc/>
    /// <returns>The element of the largest activation of each image: [rows], Int64.</returns>
    public Tensor Frame(Tensor input)
    {
        using var noGrad = no_grad();
        return forward(input).argmax(1);
    }

    /// <summary>
    /// The canonical images h(x)⁻¹·x in a form for training: the value is that of the chosen element, the gradient that of the mean over all
    /// elements with weights softmax(a) (straight through).
    /// </summary>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <param name="activations">a(x): [rows, elements].</param>
    /// <returns>[rows, channels, size, size]</returns>
    public Tensor Canonicalize(Tensor images, Tensor activations)
    {
        using var scope = NewDisposeScope();
        Tensor soft = activations.softmax(1);
        Tensor hard = nn.functional.one_hot(activations.argmax(1), group.Order).to_type(soft.dtype);
        Tensor weights = hard + soft - soft.detach();
        return (weights.view(-1, group.Order, 1, 1, 1) * group.Candidates(images)).sum(1).MoveToOuterDisposeScope();
    }
}
