using System.Collections.Immutable;
using System.Globalization;
using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.Models.Tests;

/// <summary>Random formulas of a few elements, with a property that can be learned from them.</summary>
internal static class RandomFormulas
{
    public const string Property = "mean_mass_u";

    public static readonly string[] Palette = ["Li", "O", "Fe", "Co", "Si", "Gd", "Cl"];

    public static Material[] Make(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Make($"formula {i}", new Seeds(seed).For(i).Generator()))];

    private static Material Make(string id, RandomGenerator random)
    {
        string[] elements = [.. random.Permutation(Palette.Length).Take(1 + random.Next(5)).Select(index => Palette[index])];
        Composition composition = Composition.Parse(string.Concat(elements.Select(element => $"{element}{1 + random.Next(6)}")));
        double mass = composition.Mass / composition.TotalAmount;
        return new Material(id, composition, null)
        {
            Properties = ImmutableDictionary<string, string>.Empty.Add(Property, mass.ToString("R", CultureInfo.InvariantCulture)),
        };
    }
}
