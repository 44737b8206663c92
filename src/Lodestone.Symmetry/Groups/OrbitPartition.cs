using System.Collections.Immutable;

namespace Lodestone.Symmetry.Groups;

/// <summary>Points divided into orbits: two points are in one orbit where some product of the given moves takes one to the other.</summary>
public sealed class OrbitPartition
{
    private OrbitPartition(ImmutableArray<int> index, int count)
    {
        Index = index;
        Count = count;
    }

    /// <summary>Number of orbits.</summary>
    public int Count { get; }

    /// <summary>The orbit of each point: [points]. Orbits are numbered in the order of their first points.</summary>
    public ImmutableArray<int> Index { get; }

    /// <summary>The points of an orbit, ascending.</summary>
    public int[] Members(int orbit) => [.. Enumerable.Range(0, Index.Length).Where(point => Index[point] == orbit)];

    /// <summary>Points with equal labels are in one orbit.</summary>
    internal static OrbitPartition OfLabels(IReadOnlyList<int> labels)
    {
        int[] distinct = [.. labels.Distinct()];
        return new OrbitPartition([.. labels.Select(label => Array.IndexOf(distinct, label))], distinct.Length);
    }

    /// <summary>Finds the orbits by flooding from each point that is in none yet.</summary>
    /// <param name="points">Number of points.</param>
    /// <param name="moves">Number of moves; each is a bijection of finite order, so that flooding forward finds the whole orbit.</param>
    /// <param name="image">Where a move takes a point: (move, point) → point.</param>
    public static OrbitPartition Of(int points, int moves, Func<int, int, int> image)
    {
        var index = new int[points];
        Array.Fill(index, -1);
        var open = new Stack<int>();
        int orbits = 0;
        for (int first = 0; first < points; first++)
        {
            if (index[first] >= 0) continue;
            index[first] = orbits;
            open.Push(first);
            while (open.TryPop(out int point))
            {
                for (int move = 0; move < moves; move++)
                {
                    int next = image(move, point);
                    if (index[next] >= 0) continue;
                    index[next] = orbits;
                    open.Push(next);
                }
            }
            orbits++;
        }
        return new OrbitPartition([.. index], orbits);
    }
}
