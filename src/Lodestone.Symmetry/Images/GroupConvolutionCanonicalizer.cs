using Lodestone.Symmetry.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Symmetry.Images;

/// <summary>
/// A canonicalizer of group convolutions (§3.1 of arXiv:2211.06489): the first layer convolves with each element's copy of its kernels, the
/// others mix elements and channels at each pixel, b[h] = Σ_k W[h⁻¹·k]·a[k], with ReLU between; the activations are means over channels and
/// pixels. It is exact for quarter turns and reflections; elsewhere kernels and images are interpolated. An interpolated kernel is less sharp,
/// by which the elements could be told apart without a look at the image: so kernels are smoothed, zero outside a circle, and, unless all
/// elements are exact, turned by half a step more, so that all are interpolated.
/// </summary>
public sealed class GroupConvolutionCanonicalizer : ImageCanonicalizer
{
    private const int QuarterTurns = 4;
    private readonly int _pooling;
    private readonly int[] _relative;
    private readonly double _offset;
    private readonly ConstantTensor _disk;
    private readonly Parameter kernel;
    private readonly Parameter kernel_bias;
    private readonly ParameterList mixing;
    private readonly ParameterList mixing_bias;

    /// <summary>Makes a canonicalizer with random weights from torch's generator.</summary>
    /// <param name="group">The group.</param>
    /// <param name="imageChannels">Channels of the images.</param>
    /// <param name="channels">Channels of each element in a layer.</param>
    /// <param name="kernelSize">Pixels along a side of the kernels.</param>
    /// <param name="layers">Layers, the first one included; at least two.</param>
    /// <param name="pooling">Blocks of so many pixels along a side are averaged before; it divides the size of the images.</param>
    public GroupConvolutionCanonicalizer(ImageGroup group, int imageChannels = 1, int channels = 16, int kernelSize = 5, int layers = 3, int pooling = 1)
        : base(nameof(GroupConvolutionCanonicalizer), group)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(pooling, 1);
        _pooling = pooling;
        int order = group.Order;
        _relative = [.. Enumerable.Range(0, order * order).Select(i => group.Elements.Multiply(group.Elements.Inverse(i / order), i % order))];
        _offset = QuarterTurns % group.Rotations == 0 ? 0 : Math.PI / group.Rotations;
        _disk = new ConstantTensor(Disk(kernelSize));
        kernel = new Parameter(randn(channels, imageChannels, kernelSize, kernelSize) * Math.Sqrt(2.0 / (imageChannels * kernelSize * kernelSize)));
        kernel_bias = new Parameter(zeros(channels));
        mixing = new ParameterList([.. Enumerable.Range(1, layers - 1).Select(_ => new Parameter(randn(order, channels, channels) * Math.Sqrt(2.0 / (order * channels))))]);
        mixing_bias = new ParameterList([.. Enumerable.Range(1, layers - 1).Select(_ => new Parameter(zeros(channels)))]);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>Activations: [rows, elements]</returns>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        int order = Group.Order;
        long channels = kernel.shape[0];
        Tensor smooth = avg_pool2d(kernel, 3, stride: 1, padding: 1) * _disk.As(kernel.dtype);
        Tensor kernels = cat([.. Enumerable.Range(0, order).Select(element => Group.Act(element, _offset, smooth))]);
        Tensor pooled = _pooling == 1 ? images : avg_pool2d(images, _pooling);
        Tensor maps = relu(conv2d(pooled, kernels, kernel_bias.repeat(order))); // [rows, elements · channels, h, w]
        for (int layer = 0; layer < mixing.Count - 1; layer++)
            maps = relu(conv2d(maps, Mix(layer).unsqueeze(-1).unsqueeze(-1), mixing_bias[layer].repeat(order)));

        // The last layer is linear, so the mean over pixels may come before it.
        Tensor last = linear(maps.mean([2, 3]), Mix(mixing.Count - 1), mixing_bias[^1].repeat(order));
        return last.view(-1, order, channels).mean([2]).MoveToOuterDisposeScope();
    }

    /// <summary>1 within a circle and 0 in the corners, which a rotation would cut off.</summary>
    private static Tensor Disk(int size)
    {
        Tensor offsets = arange(size, dtype: float64) - (size - 1) / 2.0;
        return (offsets.square().unsqueeze(0) + offsets.square().unsqueeze(1)).le(size * size / 4.0).to_type(float64);
    }

    /// <summary>W[h⁻¹·k] of a layer as one matrix, [elements · channels, elements · channels].</summary>
    private Tensor Mix(int layer)
    {
        long channels = kernel.shape[0];
        return mixing[layer].index_select(0, tensor([.. _relative.Select(element => (long)element)]))
            .view(Group.Order, Group.Order, channels, channels).permute(0, 2, 1, 3).reshape(Group.Order * channels, Group.Order * channels);
    }
}
