using Lodestone.Data;
using TorchSharp;

namespace Lodestone.Learning;

/// <summary>Turns materials into what a network reads: plain arrays, no tensors, so that it may run on any thread.</summary>
/// <typeparam name="TBatch">Arrays of one or many materials; one material is a batch of one.</typeparam>
public interface IEncoder<TBatch>
{
    /// <summary>Encodes one material.</summary>
    /// <exception cref="EncodingException">The network cannot take this material.</exception>
    TBatch Encode(Material material);

    /// <summary>Joins encoded materials into one batch, in order.</summary>
    TBatch Join(IReadOnlyList<TBatch> samples);

    /// <summary>One sentence on what the network does not see of an encoded material, where a user should know it; else null.</summary>
    string? Warning(TBatch sample) => null;
}

/// <summary>A torch module with the encoder of its inputs; what the trainer trains.</summary>
/// <typeparam name="TBatch">What the encoder makes and the forward pass reads.</typeparam>
public abstract class Network<TBatch> : torch.nn.Module<TBatch, torch.Tensor>
{
    /// <summary>Makes a network.</summary>
    /// <param name="name">Name of the torch module.</param>
    /// <param name="encoder">The encoder of its inputs.</param>
    /// <param name="outputs">Number of outputs a material: the sum of the widths of the target heads.</param>
    protected Network(string name, IEncoder<TBatch> encoder, int outputs)
        : base(name)
    {
        Encoder = encoder;
        Outputs = outputs;
    }

    /// <summary>The encoder of its inputs.</summary>
    public IEncoder<TBatch> Encoder { get; }

    /// <summary>Number of outputs a material.</summary>
    public int Outputs { get; }

    // forward(TBatch batch) returns a tensor [materials, Outputs] of float32.
}
