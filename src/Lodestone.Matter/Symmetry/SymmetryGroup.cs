using System.Collections.Immutable;

namespace Lodestone.Matter.Symmetry;

/// <summary>Sets of symmetry operations as groups modulo whole lattice vectors.</summary>
public static class SymmetryGroup
{
    /// <summary>More operations than these are refused; the largest space groups have 192.</summary>
    public const int MaxOrder = 1024;

    /// <summary>All products of generators, the identity first.</summary>
    /// <param name="generators">Any operations.</param>
    /// <exception cref="InvalidOperationException">The group has more than <see cref="MaxOrder"/> operations.</exception>
    public static ImmutableArray<SymmetryOperation> Generate(IEnumerable<SymmetryOperation> generators)
    {
        var known = new HashSet<SymmetryOperation> { SymmetryOperation.Identity };
        var all = new List<SymmetryOperation> { SymmetryOperation.Identity };
        var steps = generators.Distinct().ToList();
        for (int i = 0; i < all.Count; i++)
        {
            foreach (SymmetryOperation step in steps)
            {
                SymmetryOperation product = step * all[i];
                if (!known.Add(product)) continue;
                all.Add(product);
                if (all.Count > MaxOrder) throw new InvalidOperationException($"The operations generate a group of more than {MaxOrder} operations.");
            }
        }
        return [.. all];
    }

    /// <summary>True where no product of two operations is missing and none is there twice.</summary>
    /// <param name="operations">The operations, in any order.</param>
    public static bool IsClosed(IReadOnlyCollection<SymmetryOperation> operations)
    {
        var known = new HashSet<SymmetryOperation>(operations);
        if (known.Count != operations.Count || !known.Contains(SymmetryOperation.Identity)) return false;
        foreach (SymmetryOperation first in operations)
            foreach (SymmetryOperation second in operations)
                if (!known.Contains(first * second)) return false;
        return true;
    }
}
