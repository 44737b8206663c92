using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Canonicalization.Points;
using Lodestone.Symmetry.Continuous;
using Lodestone.Symmetry.Images.Harmonics;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>
/// The steerable canonicalizer of images over SO(2) or O(2), with any angle (§3.1 of arXiv:2310.01647): a harmonic network computes vectors that
/// turn with the image, and <see cref="GramSchmidt"/> makes a frame of them, for SO(2) of one vector and its perpendicular, for O(2) of two
/// vectors. An element is a matrix, [rows, 2, 2], of right and upwards; images are interpolated. Frames turn exactly along with quarter turns
/// and reflections, with other angles up to interpolation. Differentiable.
/// </summary>
public sealed class SteerableImageCanonicalizer : nn.Module<Tensor, Tensor>, ICanonicalizer<Tensor, Tensor>
{
    private const int SmallestKernel = 5;
    private readonly bool _reflections;
    private readonly int _pooling;
    private readonly HarmonicVectors vectors;

    /// <summary>Makes a canonicalizer with random weights from torch's generator.</summary>
    /// <param name="reflections">True for O(2), false for SO(2).</param>
    /// <param name="size">Pixels along a side of the images.</param>
    /// <param name="imageChannels">Channels of the images.</param>
    /// <param name="channels">Complex channels of each of the frequencies 0, 1 and 2.</param>
    /// <param name="kernelSize">Pixels along a side of the kernels, odd, at least 5.</param>
    /// <param name="layers">Number of convolutions before the one of the size of the image.</param>
    /// <param name="pooling">Blocks of so many pixels along a side are averaged before; it divides the size of the images.</param>
    /// <exception cref="ArgumentException">The kernels are too small, or have an even number of pixels along a side.</exception>
    public SteerableImageCanonicalizer(bool reflections, int size, int imageChannels = 1, int channels = 8, int kernelSize = 7, int layers = 1, int pooling = 1)
        : base(nameof(SteerableImageCanonicalizer))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pooling, 1);
        if (kernelSize < SmallestKernel || kernelSize % 2 == 0)
            throw new ArgumentException($"Kernels have an odd number of pixels along a side, at least {SmallestKernel}.", nameof(kernelSize));
        _reflections = reflections;
        _pooling = pooling;
        vectors = new HarmonicVectors(size / pooling, imageChannels, channels, kernelSize, layers, reflections ? 2 : 1, reflections);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public IGroup<Tensor> Group => _reflections ? OrthogonalGroup.O2 : OrthogonalGroup.SO2;

    /// <inheritdoc/>
    public Tensor Act(Tensor element, Tensor input) => ImageRotation.Transform(input, element);

    /// <inheritdoc/>
    /// <returns>[rows, 2, 2]</returns>
    public Tensor Frame(Tensor input) => forward(input);

    /// <inheritdoc/>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>h(x): [rows, 2, 2]</returns>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        Tensor pooled = _pooling == 1 ? images : nn.functional.avg_pool2d(images, _pooling);
        return GramSchmidt.Frame(vectors.forward(pooled), _reflections).MoveToOuterDisposeScope();
    }
}
