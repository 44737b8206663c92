using System.Text.Json.Serialization;

namespace Lodestone.Learning;

/// <summary>A property that a model learns. Its unit is part of its name (<c>formation_energy_eV_atom</c>).</summary>
/// <param name="Name">Column name in the data and in the output.</param>
public sealed record Target(string Name)
{
    /// <summary>The head of a target that is the probability of a word.</summary>
    internal const string WordHead = "softmax";

    /// <summary>The head that turns a network's outputs into an estimate: a name known to the heads of <see cref="Heads.TargetHead"/>.</summary>
    public string Head { get; init; } = "laplace";

    /// <summary>Whether it is a property of materials or of their sites.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(JsonStringEnumConverter<TargetLevel>))]
    public TargetLevel Level { get; init; }

    /// <summary>Where the column holds words: the one whose probability this target is. The name is then <c>column=word</c>.</summary>
    [JsonInclude]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Word { get; internal init; }

    /// <summary>The column that holds the values: the name, without the word where there is one.</summary>
    [JsonIgnore]
    public string Column => Word is null ? Name : Name[..^(Word.Length + 1)];

    /// <summary>True where a model gives a probability: that the value is above <see cref="Threshold"/>, or that it is the <see cref="Word"/>.</summary>
    [JsonIgnore]
    public bool IsClass => Head is "class" or WordHead;

    /// <summary>What an estimate's mean is compared with: the value itself, or for a class 1 where it is above <see cref="Threshold"/>, else 0.</summary>
    /// <param name="value">A value, in the unit of the target.</param>
    public double Truth(double value) => !IsClass ? value : value > Threshold ? 1 : 0;

    /// <summary>The smallest possible value, where physics knows one: a band gap is never negative. Estimates and intervals are clipped to it.</summary>
    public double? Minimum { get; init; }

    /// <summary>For the zero-inflated head: values above this count as non-zero. In the unit of the target.</summary>
    public double Threshold { get; init; }

    /// <summary>Weight of the target in a joint loss.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What is learned of a column of words: the probability of each, which add up to one.</summary>
    /// <param name="words">The words that the column may hold.</param>
    public IEnumerable<Target> OfWords(IEnumerable<string> words) =>
        words.Select(word => this with { Name = $"{Name}={word}", Word = word, Head = WordHead, Threshold = 0.5, Minimum = null });
}
