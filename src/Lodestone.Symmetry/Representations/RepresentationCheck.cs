namespace Lodestone.Symmetry.Representations;

/// <summary>Checks that images multiply as the elements of their group do.</summary>
internal static class RepresentationCheck
{
    /// <summary>It is enough to check ρ(g)·ρ(s) = ρ(g·s) for every element g and every generator s.</summary>
    public static void Products<T>(FiniteGroup group, IReadOnlyList<T> images, Func<T, T, T, bool> isProduct)
    {
        if (images.Count != group.Order)
            throw new ArgumentException($"There are {images.Count} images, and the group has {group.Order} elements.", nameof(images));
        for (int g = 0; g < group.Order; g++)
            foreach (int s in group.Generators)
                if (!isProduct(images[g], images[s], images[group.Multiply(g, s)]))
                    throw new ArgumentException($"The images are no representation: the product of those of the elements {g} and {s} is not that of their product.", nameof(images));
    }
}
