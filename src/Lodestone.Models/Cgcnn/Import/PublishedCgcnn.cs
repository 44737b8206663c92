using System.Text.Json.Nodes;
using Lodestone.Learning.Files;
using Lodestone.Matter;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>A checkpoint in the form in which the weights of CGCNN were published (Xie and Grossman, 2018): <c>.pth.tar</c>.</summary>
public sealed class PublishedCgcnn
{
    private PublishedCgcnn(
        IReadOnlyDictionary<string, NamedTensor> state, double mean, double deviation, JsonObject arguments, double? bestError, long? epoch)
    {
        State = state;
        Mean = mean;
        Deviation = deviation;
        Arguments = arguments;
        BestError = bestError;
        Epoch = epoch;
    }

    /// <summary>Weights and running statistics by their PyTorch names, such as <c>convs.0.fc_full.weight</c> [128, 169].</summary>
    public IReadOnlyDictionary<string, NamedTensor> State { get; }

    /// <summary>Mean of the target over the training rows, in its unit.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the target over the training rows, in its unit.</summary>
    public double Deviation { get; }

    /// <summary>Arguments of the training run: numbers, truth values, texts and lists of these.</summary>
    public JsonObject Arguments { get; }

    /// <summary>The best validation error of the run (of a class, its best area under the ROC curve), where it was stored.</summary>
    public double? BestError { get; }

    /// <summary>The epoch after which it was stored.</summary>
    public long? Epoch { get; }

    /// <summary>Reads a checkpoint; nothing in it is run.</summary>
    /// <exception cref="InputException">The file cannot be read, is damaged, is no CGCNN checkpoint, or asks for more than plain data.</exception>
    public static PublishedCgcnn Read(string path) => Of(LegacyTorchFile.Read(path), path);

    /// <summary>Reads the bytes of a checkpoint.</summary>
    internal static PublishedCgcnn Parse(ReadOnlyMemory<byte> file, string source) => Of(LegacyTorchFile.Parse(file, source), source);

    private static PublishedCgcnn Of(object? content, string source)
    {
        if (content is not OrderedDictionary<object, object?> checkpoint
            || checkpoint.GetValueOrDefault("state_dict") is not OrderedDictionary<object, object?> weights
            || checkpoint.GetValueOrDefault("normalizer") is not OrderedDictionary<object, object?> normalizer
            || checkpoint.GetValueOrDefault("args") is not OrderedDictionary<object, object?> arguments
            || Number(normalizer.GetValueOrDefault("mean")) is not { } mean
            || Number(normalizer.GetValueOrDefault("std")) is not { } deviation)
            throw new InputException($"{source} is a torch file but no CGCNN checkpoint: it lacks state_dict, normalizer or args.");

        var state = new Dictionary<string, NamedTensor>(StringComparer.Ordinal);
        foreach (var (key, value) in weights)
        {
            if (key is not string name || value is not PickledTensor tensor)
                throw new InputException($"{source} is no CGCNN checkpoint: its state_dict holds something other than tensors.");
            state.Add(name, tensor.ToNamed(name));
        }
        return new PublishedCgcnn(state, mean, deviation, ToJson(arguments), Number(checkpoint.GetValueOrDefault("best_mae_error")), checkpoint.GetValueOrDefault("epoch") as long?);
    }

    private static double? Number(object? value) => value switch
    {
        double number => number,
        long number => number,
        PickledTensor { Storage.Type: DType.F32 } tensor when tensor.ToNamed("") is { Data.Length: 4 } single => single.AsSingles()[0],
        _ => null,
    };

    private static JsonObject ToJson(OrderedDictionary<object, object?> arguments)
    {
        var json = new JsonObject();
        foreach (var (key, value) in arguments)
        {
            if (key is not string name) continue;
            json[name] = value is List<object?> list ? new JsonArray([.. list.Select(Scalar)]) : Scalar(value);
        }
        return json;
    }

    private static JsonNode? Scalar(object? value) => value switch
    {
        bool truth => truth,
        long number => number,
        double number when double.IsFinite(number) => number,
        string text => text,
        _ => null,
    };
}
