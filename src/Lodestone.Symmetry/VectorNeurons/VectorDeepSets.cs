using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.VectorNeurons;

/// <summary>
/// Deep Sets of vector neurons: a layer mixes each point's vectors with the mean of all points, V_i → relu(W·V_i + U·mean_j V_j), and the last
/// vectors are pooled over the points. Permutations of the points change nothing; a rotation or reflection of space turns the outputs.
/// </summary>
public sealed class VectorDeepSets : nn.Module<Tensor, Tensor>
{
    private readonly double _dropout;
    private readonly ModuleList<VectorLinear> own;
    private readonly ModuleList<VectorLinear> shared;
    private readonly ModuleList<VectorRelu> rectifiers;
    private readonly ModuleList<VectorBatchNorm> norms;
    private readonly VectorMaxPool? farthest;
    private readonly VectorLinear output;

    /// <summary>Makes a network with random weights from torch's generator.</summary>
    /// <param name="inputs">Vectors of each point that come in.</param>
    /// <param name="outputs">Vectors that go out.</param>
    /// <param name="options">Sizes.</param>
    public VectorDeepSets(int inputs, int outputs, VectorNeuronOptions options)
        : base(nameof(VectorDeepSets))
    {
        _dropout = options.Dropout;
        int channels = options.Channels;
        ModuleList<T> Each<T>(Func<int, T> create, int count)
            where T : nn.Module => nn.ModuleList([.. Enumerable.Range(0, count).Select(create)]);
        int Inputs(int layer) => layer == 0 ? inputs : channels;
        own = Each(layer => new VectorLinear(Inputs(layer), channels, options.LegacyBias), options.Layers);
        shared = Each(layer => new VectorLinear(Inputs(layer), channels, options.LegacyBias), options.Layers);
        rectifiers = Each(_ => new VectorRelu(channels, options.Slope), options.Layers);
        norms = Each(_ => new VectorBatchNorm(channels), options.BatchNorm ? options.Layers : 0);
        farthest = options.Pooling is VectorPooling.Max ? new VectorMaxPool(channels) : null;
        output = new VectorLinear(channels, outputs, options.LegacyBias);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="vectors">[…, points, inputs, n].</param>
    /// <returns>[…, outputs, n]</returns>
    public override Tensor forward(Tensor vectors)
    {
        for (int layer = 0; layer < own.Count; layer++)
        {
            vectors = own[layer].forward(vectors) + shared[layer].forward(vectors.mean([-3], keepdim: true));
            if (norms.Count > 0) vectors = norms[layer].forward(vectors);
            vectors = DropWhole(rectifiers[layer].forward(vectors));
        }
        return output.forward(farthest is null ? vectors.mean([-3]) : farthest.forward(vectors));
    }

    private Tensor DropWhole(Tensor vectors) => _dropout == 0 || !training
        ? vectors
        : vectors * nn.functional.dropout(ones([.. vectors.shape[..^1], 1], vectors.dtype), _dropout);
}
