using System.Collections.Immutable;
using Lodestone.Data.Descriptors.Elemental;
using Lodestone.Data.Descriptors.Structural;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors;

/// <summary>Every set of descriptors, by name.</summary>
public static class DescriptorCatalog
{
    private const char Plus = '+';

    /// <summary>The sets, in the order in which they are listed.</summary>
    public static ImmutableArray<DescriptorSet> All { get; } =
    [
        ElementFractions.AllElements,
        ElementFractions.EightySix,
        CompositionDescriptors.Instance,
        MagneticDescriptors.Instance,
        StructureDescriptors.Instance,
        MagneticSiteDescriptors.Instance,
        MagnetDescriptors.Published,
        MagnetDescriptors.Plain,
    ];

    /// <summary>The set of a name, or several sets one behind the other.</summary>
    /// <param name="name">A name such as <c>composition</c>, or names with <c>+</c> between them: <c>composition+structure</c>.</param>
    /// <exception cref="InputException">There is no such set, or a descriptor is in two of the sets.</exception>
    public static DescriptorSet Get(string name)
    {
        DescriptorSet[] sets = [.. name.Split(Plus, StringSplitOptions.TrimEntries).Select(Find)];
        return sets.Length == 1 ? sets[0] : new JoinedDescriptors(string.Join(Plus, sets.Select(set => set.Name)), sets);
    }

    /// <summary>What a set of <see cref="All"/> is, in one line.</summary>
    public static string Meaning(DescriptorSet set) => set.Name switch
    {
        "fractions" => "Share of each element among the atoms.",
        "fractions86" => "Share of each of 86 elements, as ElemNet, IRNet and BRNet read them.",
        "composition" => "Statistics of elemental properties, stoichiometry, valence electrons, ionic character.",
        "magnetic" => "Which elements are magnetic, how many, and what they are like.",
        "structure" => "Packing, space group, bonds, magnetic atoms, radial distribution, Coulomb matrix.",
        "magnetic-sites" => "How many magnetic atoms the primitive cell has, and which of them symmetry makes equal.",
        "magnets" => "The 115 descriptors of the magnetic-materials study, with its published habits.",
        _ => "The same 115, with means and deviations over the atoms and without rounding.",
    };

    private static DescriptorSet Find(string name) =>
        All.FirstOrDefault(set => set.Name == name)
        ?? throw new InputException(
            $"There is no descriptor set '{name}'; choose from {string.Join(", ", All.Select(set => set.Name))}, or join several with '+'.");
}
