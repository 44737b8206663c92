using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;

namespace Lodestone.Models.Tests;

/// <summary>Random crystals of a few elements, with a property that can be learned from them.</summary>
internal static class RandomCrystals
{
    public const string Property = "density_g_cm3";

    public static readonly string[] Palette = ["Li", "O", "Fe", "Co", "Si", "Gd"];

    public static Material[] Make(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Make($"crystal {i}", new Seeds(seed).For(i).Generator()))];

    public static Material Of(string id, Structure structure) => new(id, Composition.Of(structure), structure)
    {
        Properties = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty
            .Add(Property, structure.Density!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static Material Make(string id, RandomGenerator random)
    {
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        var lattice = Lattice.FromParameters(Between(3, 6), Between(3, 6), Between(3, 6), Between(70, 110), Between(70, 110), Between(70, 110));
        int atoms = 1 + random.Next(5);
        var elements = new Element[atoms];
        var positions = new Vector3D[atoms];
        for (int i = 0; i < atoms; i++)
        {
            elements[i] = Element.Parse(Palette[random.Next(Palette.Length)]);
            positions[i] = new Vector3D(random.NextDouble(), random.NextDouble(), random.NextDouble());
        }

        return Of(id, Structure.Crystal(lattice, elements, positions));
    }
}
