namespace Lodestone.Symmetry.Groups;

/// <summary>Every element of a group as an earlier one times a generator.</summary>
internal sealed class GeneratorWords
{
    private readonly List<int> _order = [0];
    private readonly (int Parent, int Generator)[] _steps;

    public GeneratorWords(FiniteGroup group)
    {
        _steps = new (int, int)[group.Order];
        var seen = new bool[group.Order];
        seen[0] = true;
        for (int i = 0; i < _order.Count; i++)
        {
            for (int s = 0; s < group.Generators.Length; s++)
            {
                int next = group.Multiply(_order[i], group.Generators[s]);
                if (seen[next]) continue;
                seen[next] = true;
                _steps[next] = (_order[i], s);
                _order.Add(next);
            }
        }
    }

    /// <summary>The product of each element's word, with other things in place of the generators.</summary>
    public T[] Evaluate<T>(IReadOnlyList<T> generators, T identity, Func<T, T, T> multiply)
    {
        var values = new T[_steps.Length];
        values[0] = identity;
        foreach (int element in _order.Skip(1))
            values[element] = multiply(values[_steps[element].Parent], generators[_steps[element].Generator]);
        return values;
    }
}
