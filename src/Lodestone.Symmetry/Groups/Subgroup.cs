using System.Collections.Immutable;

namespace Lodestone.Symmetry.Groups;

/// <summary>A subgroup with its cosets.</summary>
public sealed class Subgroup
{
    private readonly bool[] _contains;

    internal Subgroup(FiniteGroup parent, IEnumerable<int> generators)
    {
        Parent = parent;
        _contains = new bool[parent.Order];
        var needed = new List<int>();
        (Group, Elements) = FiniteGroup.Generate([0], 0, parent.Multiply);
        foreach (int generator in generators)
        {
            if (_contains[generator] || generator == 0) continue;
            needed.Add(generator);
            (Group, Elements) = FiniteGroup.Generate(needed, 0, parent.Multiply);
            foreach (int element in Elements) _contains[element] = true;
        }
        _contains[0] = true;
    }

    /// <summary>The group that it is a part of.</summary>
    public FiniteGroup Parent { get; }

    /// <summary>The subgroup as a group of its own.</summary>
    public FiniteGroup Group { get; }

    /// <summary>The element of the parent that each element of <see cref="Group"/> is: [order].</summary>
    public ImmutableArray<int> Elements { get; }

    /// <summary>Number of elements.</summary>
    public int Order => Elements.Length;

    /// <summary>Number of cosets: the order of the parent divided by that of the subgroup.</summary>
    public int Index => Parent.Order / Order;

    /// <summary>True where an element of the parent belongs to the subgroup.</summary>
    public bool Contains(int element) => _contains[element];

    /// <summary>True where left and right cosets are the same.</summary>
    public bool IsNormal => Parent.Generators.All(g =>
        Group.Generators.All(h => Contains(Parent.Multiply(Parent.Multiply(g, Elements[h]), Parent.Inverse(g)))));

    /// <summary>The left cosets gH, as orbits of the elements of the parent; the first is the subgroup itself.</summary>
    public OrbitPartition LeftCosets() =>
        OrbitPartition.Of(Parent.Order, Group.Generators.Length, (move, g) => Parent.Multiply(g, Elements[Group.Generators[move]]));

    /// <summary>The right cosets Hg, as orbits of the elements of the parent; the first is the subgroup itself.</summary>
    public OrbitPartition RightCosets() =>
        OrbitPartition.Of(Parent.Order, Group.Generators.Length, (move, g) => Parent.Multiply(Elements[Group.Generators[move]], g));
}
