using System.Text.Json.Nodes;
using Lodestone.Learning;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>The properties of the published weights under the names, with units, that Lodestone gives them.</summary>
internal static class PublishedTargets
{
    /// <summary>The target of a checkpoint.</summary>
    /// <param name="arguments">Arguments of the training run; <c>data_options</c> ends in the name of the property.</param>
    /// <param name="fallback">The name of the target where the arguments do not tell it.</param>
    public static Target Of(JsonObject arguments, string fallback)
    {
        string name = arguments["data_options"] is JsonArray { Count: > 0 } options && options[^1] is { } last ? last.ToString() : fallback;
        if ((string?)arguments["task"] == "classification")
            return new Target(name == "metal_semi" ? "is_metal" : name) { Head = "class", Threshold = 0.5 };
        return name switch
        {
            "formation_energy_per_atom" => Value("formation_energy_eV_atom"),
            "final_energy_per_atom" => Value("energy_eV_atom"),
            "band_gap" => Value("band_gap_eV") with { Minimum = 0 },
            "efermi" => Value("fermi_energy_eV"),
            "bulk_moduli" => Value("bulk_modulus_log10_GPa"),
            "shear_moduli" => Value("shear_modulus_log10_GPa"),
            _ => Value(name),
        };
    }

    private static Target Value(string name) => new(name) { Head = "mse" };
}
