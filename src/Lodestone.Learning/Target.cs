using System.Text.Json.Serialization;

namespace Lodestone.Learning;

/// <summary>A property that a model learns. Its unit is part of its name (<c>formation_energy_eV_atom</c>).</summary>
/// <param name="Name">Column name in the data and in the output.</param>
public sealed record Target(string Name)
{
    /// <summary>The head that turns a network's outputs into an estimate: a name known to the heads of <see cref="Heads.TargetHead"/>.</summary>
    public string Head { get; init; } = "laplace";

    /// <summary>Whether it is a property of materials or of their sites.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(JsonStringEnumConverter<TargetLevel>))]
    public TargetLevel Level { get; init; }

    /// <summary>The smallest possible value, where physics knows one: a band gap is never negative. Estimates and intervals are clipped to it.</summary>
    public double? Minimum { get; init; }

    /// <summary>For the zero-inflated head: values above this count as non-zero. In the unit of the target.</summary>
    public double Threshold { get; init; }

    /// <summary>Weight of the target in a joint loss.</summary>
    public double Weight { get; init; } = 1;
}
