namespace Lodestone.Symmetry.Groups;

/// <summary>Everything that generators make, found breadth first from the identity.</summary>
internal sealed class GroupClosure<T>
    where T : IEquatable<T>
{
    private readonly List<int[]> _rightProducts = [];
    private readonly List<(int Parent, int Generator)> _steps = [(0, 0)];

    public GroupClosure(IReadOnlyList<T> generators, T identity, Func<T, T, T> multiply)
    {
        var index = new Dictionary<T, int> { [identity] = 0 };
        Elements.Add(identity);
        for (int i = 0; i < Elements.Count; i++)
        {
            var row = new int[generators.Count];
            for (int s = 0; s < generators.Count; s++)
            {
                T product = multiply(Elements[i], generators[s]);
                if (!index.TryGetValue(product, out row[s]))
                {
                    if (Elements.Count == FiniteGroup.MaximumOrder)
                        throw new ArgumentException($"The generators make more than {FiniteGroup.MaximumOrder} elements.", nameof(generators));
                    row[s] = Elements.Count;
                    index.Add(product, row[s]);
                    Elements.Add(product);
                    _steps.Add((i, s));
                }
            }
            _rightProducts.Add(row);
        }
        Generators = [.. generators.Select(generator => index[generator])];
    }

    /// <summary>The elements; the first is the identity.</summary>
    public List<T> Elements { get; } = [];

    /// <summary>The elements that the generators are.</summary>
    public int[] Generators { get; }

    /// <summary>The products of all pairs, row by row: with b = parent·s, a·b = (a·parent)·s.</summary>
    public ushort[] Table()
    {
        int order = Elements.Count;
        var products = new ushort[order * order];
        for (int a = 0; a < order; a++)
        {
            products[a * order] = (ushort)a;
            for (int b = 1; b < order; b++)
                products[a * order + b] = (ushort)_rightProducts[products[a * order + _steps[b].Parent]][_steps[b].Generator];
        }
        return products;
    }
}
