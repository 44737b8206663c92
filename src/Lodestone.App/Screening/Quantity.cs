using System.Globalization;
using Lodestone.Learning;

namespace Lodestone.App.Screening;

/// <summary>A number that a screen reports for every material: a target of a model, or one computed from it.</summary>
/// <param name="Name">Column name; the unit is its end.</param>
public sealed record Quantity(string Name)
{
    /// <summary>Volume magnetization as the models predict it, µB/Å³.</summary>
    public const string Magnetization = "magnetization_uB_A3";

    /// <summary>The same as µ₀M, T.</summary>
    public const string MagnetizationInTesla = "magnetization_T";

    /// <summary>Energy above the convex hull, eV/atom.</summary>
    public const string AboveHull = "e_above_hull_eV_atom";

    /// <summary>Formation energy, eV/atom.</summary>
    public const string FormationEnergy = "formation_energy_eV_atom";

    /// <summary>Probability that experiment finds a net moment.</summary>
    public const string NetMoment = "has_net_moment";

    /// <summary>Probability that experiment finds an order with a propagation vector other than zero.</summary>
    public const string PropagationVector = "has_propagation_vector";

    /// <summary>1 µB/Å³ as µ₀M in T: µ₀·µB/Å³ = 4π·10⁻⁷ × 9.2740·10⁻²⁴ / 10⁻³⁰.</summary>
    public const double TeslaPerMagnetization = 11.654;

    private const char ModelSeparator = ':';

    private const int ProbabilityDecimals = 2;

    private static readonly string[] ClassBeginnings = ["has_", "is_"];

    private static readonly UnitEnding[] Units =
    [
        new("_uB_A3", "µB/Å³", 4),
        new("_uB_atom", "µB/atom", 3),
        new("_uB", "µB", 3),
        new("_T", "T", 3),
        new("_eV_atom", "eV/atom", 3),
        new("_eV", "eV", 3),
        new("_GPa", "GPa", 1),
        new("_K", "K", 1),
    ];

    /// <summary>For the probability of a word of a column, the word, with which the name ends: <c>FM</c> of <c>magnetic_ordering=FM</c>; else null.</summary>
    public string? Word { get; private init; }

    /// <summary>For the probability of a word, the column that holds the words: <c>magnetic_ordering</c>; else null.</summary>
    public string? WordsOf => Word is null ? null : Name[..^(Word.Length + 1)];

    /// <summary>True for the probability of a class: a name that begins with <c>has_</c> or <c>is_</c>, or a word.</summary>
    public bool IsProbability => ClassBeginning.Length > 0 || Word is not null;

    /// <summary>The unit, from the end of the name; empty where it names none.</summary>
    public string Unit => IsProbability ? "probability" : Ending?.Unit ?? "";

    /// <summary>Digits after the point when people read it; null for four significant digits.</summary>
    public int? Decimals => IsProbability ? ProbabilityDecimals : Ending?.Decimals;

    /// <summary>The name in words, without the unit: <c>energy above hull</c>, and where a model is named, <c>magnetization by my-model</c>.</summary>
    public string Title
    {
        get
        {
            string[] parts = Name[..^(Ending?.Text.Length ?? 0)].Split(ModelSeparator);
            string words = parts[^1] == "e_above_hull" ? "energy above hull" : parts[^1][ClassBeginning.Length..].Replace('_', ' ');
            return parts.Length == 1 ? words : $"{words} by {string.Join(ModelSeparator, parts[..^1])}";
        }
    }

    /// <summary>What a model predicts of a target.</summary>
    public static Quantity Of(Target target) => new(target.Name) { Word = target.Word };

    /// <summary>The same quantity as another model predicts it: <c>my-model:magnetization_uB_A3</c>.</summary>
    /// <param name="model">The name of the model.</param>
    public Quantity By(string model) => this with { Name = $"{model}{ModelSeparator}{Name}" };

    private string ClassBeginning =>
        ClassBeginnings.FirstOrDefault(beginning => Name.Split(ModelSeparator)[^1].StartsWith(beginning, StringComparison.Ordinal)) ?? "";

    private UnitEnding? Ending => Word is null ? Units.FirstOrDefault(unit => Name.EndsWith(unit.Text, StringComparison.Ordinal)) : null;

    /// <summary>A number of this quantity for people: <c>0.1780</c>.</summary>
    public string Format(double value)
    {
        string text = Decimals is { } decimals
            ? value.ToString("F" + decimals, CultureInfo.InvariantCulture)
            : value.ToString("G4", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == 0 ? text.TrimStart('-') : text;
    }

    private sealed record UnitEnding(string Text, string Unit, int Decimals);
}
