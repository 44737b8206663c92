using Lodestone.Learning.Files;
using Lodestone.Matter;
using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>
/// Moves the tensors of a published checkpoint into the places of <see cref="CgcnnNetwork"/>: atom features and their linear map become one row
/// an element; the map of a convolution over [v_i, v_k, u_ik] is taken apart; the two outputs ℓ₀, ℓ₁ of a classifier become the one
/// logit ℓ₁ − ℓ₀.
/// </summary>
internal sealed class CgcnnWeights
{
    private readonly IReadOnlyDictionary<string, NamedTensor> _state;
    private readonly string _source;

    /// <summary>Takes a checkpoint.</summary>
    /// <param name="state">Its tensors.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">A tensor is missing or of an unexpected shape.</exception>
    public CgcnnWeights(IReadOnlyDictionary<string, NamedTensor> state, string source)
    {
        _state = state;
        _source = source;
        AtomFeatures = Shape("embedding.weight", 2)[1];
        Options = new CgcnnOptions
        {
            AtomFeatureLength = (int)Shape("embedding.weight", 2)[0],
            ElementProperties = false,
            Convolutions = Count("convs.{0}.fc_full.weight"),
            HiddenLength = (int)Shape("conv_to_fc.weight", 2)[0],
            HiddenLayers = 1 + Count("fcs.{0}.weight"),
        };
        Outputs = Shape("fc_out.weight", 2)[0];
    }

    /// <summary>Hyper-parameters, from the shapes of the tensors; cutoff, neighbours and Gaussians are those of the published code.</summary>
    public CgcnnOptions Options { get; }

    /// <summary>Number of features of an element.</summary>
    public long AtomFeatures { get; }

    /// <summary>Number of outputs: one of a regression, two of a classification.</summary>
    public long Outputs { get; }

    /// <summary>Sets the weights of a network.</summary>
    /// <param name="network">A network with <see cref="Options"/> and one output.</param>
    /// <param name="features">Features by atomic number.</param>
    /// <exception cref="InputException">The tensors do not fit.</exception>
    public void CopyTo(CgcnnNetwork network, IReadOnlyDictionary<int, double[]> features)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        Dictionary<string, Tensor> places = network.state_dict();
        Tensor weight = Get("embedding.weight").to_type(ScalarType.Float64), bias = Get("embedding.bias").to_type(ScalarType.Float64);
        places["elements.own.weight"].zero_();
        foreach (var (number, values) in features)
            Set(places["elements.own.weight"][number], weight.matmul(tensor(values)) + bias, "embedding");
        for (int i = 0; i < Options.Convolutions; i++)
            CopyConvolution(places, $"convs.{i}", $"convolutions.{i}");
        CopyLayer(places, "conv_to_fc", "hidden.0");
        for (int i = 1; i < Options.HiddenLayers; i++)
            CopyLayer(places, $"fcs.{i - 1}", $"hidden.{i}");
        Set(places["output.weight"], OneOutput(Get("fc_out.weight")), "fc_out.weight");
        Set(places["output.bias"], OneOutput(Get("fc_out.bias")), "fc_out.bias");
    }

    private void CopyConvolution(Dictionary<string, Tensor> places, string from, string to)
    {
        int length = Options.AtomFeatureLength;
        Tensor map = Get($"{from}.fc_full.weight");
        long gaussians = places[$"{to}.edges_weight"].shape[0];
        if (map.shape is not [_, var columns] || columns != 2 * length + gaussians)
            throw new InputException($"{_source} cannot be imported: '{from}.fc_full.weight' should have {2 * length + gaussians} columns, for {gaussians} Gaussians of the distance.");
        Set(places[$"{to}.atoms_weight"], cat([map.narrow(1, 0, length), map.narrow(1, length, length)]), from);
        Set(places[$"{to}.edges_weight"], map.narrow(1, 2 * length, gaussians).t(), from);
        Set(places[$"{to}.atoms_bias"], Get($"{from}.fc_full.bias"), from);
        foreach (var (published, own) in new[] { ("weight", "weight"), ("bias", "bias"), ("running_mean", "mean"), ("running_var", "variance") })
        {
            Set(places[$"{to}.gate_norm_{own}"], Get($"{from}.bn1.{published}"), from);
            Set(places[$"{to}.sum_norm.{published}"], Get($"{from}.bn2.{published}"), from);
        }
    }

    private void CopyLayer(Dictionary<string, Tensor> places, string from, string to)
    {
        Set(places[$"{to}.weight"], Get($"{from}.weight"), from);
        Set(places[$"{to}.bias"], Get($"{from}.bias"), from);
    }

    private Tensor OneOutput(Tensor outputs) => outputs.shape[0] == 2 ? outputs.narrow(0, 1, 1) - outputs.narrow(0, 0, 1) : outputs;

    private void Set(Tensor place, Tensor value, string name)
    {
        if (!place.shape.AsSpan().SequenceEqual(value.shape))
            throw new InputException($"{_source} cannot be imported: '{name}' has the shape [{string.Join(", ", value.shape)}] where [{string.Join(", ", place.shape)}] is needed.");
        place.copy_(value);
    }

    private Tensor Get(string name) => Named(name).ToTensor();

    private ReadOnlySpan<long> Shape(string name, int dimensions) => Named(name).Shape is var shape && shape.Length == dimensions
        ? shape.AsSpan()
        : throw new InputException($"{_source} cannot be imported: '{name}' has {shape.Length} dimensions instead of {dimensions}.");

    private NamedTensor Named(string name) =>
        _state.GetValueOrDefault(name) ?? throw new InputException($"{_source} is no CGCNN checkpoint: it lacks the tensor '{name}'.");

    private int Count(string pattern)
    {
        int count = 0;
        while (_state.ContainsKey(string.Format(null, pattern, count))) count++;
        return count;
    }
}
