using Lodestone.Symmetry.VectorNeurons;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images.Harmonics;

/// <summary>
/// Vectors of an image that turn with it: layers of <see cref="HarmonicConvolution"/> and <see cref="HarmonicGate"/>, one convolution of the size of
/// the image to fields of frequency 1 at its middle, whose real and imaginary part are the coordinates to the right and upwards, and vector neurons on
/// these. Means over pixels instead of the convolution of the size of the image would be small differences of large numbers, as the two sides of a
/// stroke point in opposite ways. Pixels around the image count as zero, and so does all that is made of them.
/// </summary>
internal sealed class HarmonicVectors : nn.Module<Tensor, Tensor>
{
    private static readonly int[] s_frequencies = [0, 1, 2];

    // Of the profiles: for kernels in pixels, the first always and the others where they have faded at the edge; for the image as shares of its size.
    private static readonly double[] s_widths = [0.7, 1.1, 1.5, 1.9];
    private static readonly double[] s_imageWidths = [1.0 / 12, 1.0 / 8, 1.0 / 6];
    private const double Faded = 6;
    private const int MiddleVectors = 32;

    private readonly nn.Module<Tensor, Tensor> layers;
    private readonly HarmonicConvolution middle;
    private readonly nn.Module<Tensor, Tensor> neurons;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="size">Pixels along a side of the images.</param>
    /// <param name="imageChannels">Channels of the images.</param>
    /// <param name="channels">Channels of each frequency.</param>
    /// <param name="kernelSize">Pixels along a side of the kernels, odd.</param>
    /// <param name="depth">Number of convolutions before the last.</param>
    /// <param name="vectors">Number of vectors.</param>
    /// <param name="reflections">True for vectors that are reflected with the image too.</param>
    public HarmonicVectors(int size, int imageChannels, int channels, int kernelSize, int depth, int vectors, bool reflections)
        : base(nameof(HarmonicVectors))
    {
        double[] widths = [.. s_widths.Where((width, i) => i == 0 || width <= kernelSize / Faded)];
        layers = nn.Sequential([.. Enumerable.Range(0, depth).SelectMany(layer => new nn.Module<Tensor, Tensor>[]
        {
            layer == 0
                ? new HarmonicConvolution([0], imageChannels, s_frequencies, channels, kernelSize, widths, kernelSize / 2, reflections)
                : new HarmonicConvolution(s_frequencies, channels, s_frequencies, channels, kernelSize, widths, kernelSize / 2, reflections),
            new HarmonicGate(s_frequencies.Length * channels),
        })]);
        middle = new HarmonicConvolution(s_frequencies, channels, [1], MiddleVectors, size, [.. s_imageWidths.Select(width => width * size)], 0, reflections);
        neurons = nn.Sequential(
            new VectorRelu(MiddleVectors), new VectorLinear(MiddleVectors, MiddleVectors), new VectorRelu(MiddleVectors), new VectorLinear(MiddleVectors, vectors));
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="images">[rows, channels, size, size].</param>
    /// <returns>[rows, vectors, 2]</returns>
    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        Tensor complex = stack([images, zeros_like(images)], 2).flatten(1, 2);
        return neurons.forward(middle.forward(layers.forward(complex)).view(images.shape[0], -1, 2)).MoveToOuterDisposeScope();
    }
}
