using Lodestone.Data;
using TorchSharp;
using TorchSharp.Modules;

namespace Lodestone.Learning.Tests.Training;

/// <summary>A multilayer perceptron on vectors, with batch normalization and dropout if wanted.</summary>
public sealed class ToyNetwork : Network<Vectors>
{
    private readonly Sequential _layers;

    public ToyNetwork(int inputs, int outputs, int hidden = 16, double dropout = 0, long seed = 1, bool normalized = true)
        : base("toy", new VectorEncoder(), outputs)
    {
        torch.random.manual_seed(seed);
        _layers = torch.nn.Sequential(
            ("in", torch.nn.Linear(inputs, hidden)),
            ("norm", normalized ? torch.nn.BatchNorm1d(hidden) : torch.nn.Identity()),
            ("act", torch.nn.Softplus()),
            ("drop", torch.nn.Dropout(dropout)),
            ("out", torch.nn.Linear(hidden, outputs)));
        RegisterComponents();
    }

    /// <summary>Called at the start of every forward pass.</summary>
    public Action? OnForward { get; set; }

    public override torch.Tensor forward(Vectors input)
    {
        OnForward?.Invoke();
        using var scope = torch.NewDisposeScope();
        torch.Tensor rows = torch.tensor(input.Values).view(-1, input.Length);
        return _layers.call(rows).MoveToOuterDisposeScope();
    }

    /// <summary>All parameters and buffers as bytes.</summary>
    public byte[] State()
    {
        using var scope = torch.NewDisposeScope();
        return [.. state_dict().OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.bytes.ToArray())];
    }

    private sealed class VectorEncoder : IEncoder<Vectors>
    {
        public Vectors Encode(Material material) => throw new NotSupportedException();

        public Vectors Join(IReadOnlyList<Vectors> samples) => new(samples[0].Length, [.. samples.SelectMany(sample => sample.Values)]);
    }
}
