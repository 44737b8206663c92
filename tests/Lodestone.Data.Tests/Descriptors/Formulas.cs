using Lodestone.Data.Descriptors;
using Lodestone.Matter;

namespace Lodestone.Data.Tests.Descriptors;

/// <summary>Descriptors of formulas, by name.</summary>
internal static class Formulas
{
    public static Material Material(string formula) => new(formula, Composition.Parse(formula), null);

    public static Dictionary<string, double> Describe(this DescriptorSet set, Material material)
    {
        double[] values = new double[set.Descriptors.Count];
        Array.Fill(values, -12345);
        set.Describe(material, values);
        return set.Descriptors.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }

    public static Dictionary<string, double> Describe(this DescriptorSet set, string formula) => set.Describe(Material(formula));
}
