using Lodestone.Data;
using TorchSharp;
using TorchSharp.Modules;

namespace Lodestone.Learning.Tests;

/// <summary>A small network on the amounts of the elements H to Ne, with batch normalization and dropout.</summary>
public sealed class CompositionNetwork : Network<float[]>
{
    public const int Elements = 10;

    private readonly Sequential _layers;

    public CompositionNetwork(int outputs, long seed)
        : base("composition", new AmountEncoder(), outputs)
    {
        torch.random.manual_seed(seed);
        _layers = torch.nn.Sequential(
            ("in", torch.nn.Linear(Elements, 8)),
            ("norm", torch.nn.BatchNorm1d(8)),
            ("act", torch.nn.Softplus()),
            ("drop", torch.nn.Dropout(0.5)),
            ("out", torch.nn.Linear(8, outputs)));
        RegisterComponents();
    }

    /// <summary>Sizes of the batches that were read, for tests of the batching.</summary>
    public List<int> BatchSizes { get; } = [];

    public override torch.Tensor forward(float[] input)
    {
        using var scope = torch.NewDisposeScope();
        BatchSizes.Add(input.Length / Elements);
        // The clone is aligned; a tensor of a managed array is not, and the last bits of a matrix product depend on that.
        return _layers.call(torch.tensor(input).clone().view(-1, Elements)).MoveToOuterDisposeScope();
    }

    private sealed class AmountEncoder : IEncoder<float[]>
    {
        public float[] Encode(Material material)
        {
            float[] amounts = new float[Elements];
            foreach (var (element, amount) in material.Composition.Amounts)
            {
                if (element.AtomicNumber > Elements) throw new EncodingException($"There is no place for {element}.");
                amounts[element.AtomicNumber - 1] = (float)amount;
            }
            return amounts;
        }

        public float[] Join(IReadOnlyList<float[]> samples) => [.. samples.SelectMany(sample => sample)];
    }
}
