using Lodestone.Data;
using Lodestone.Models.Graphs;

namespace Lodestone.Models.Tests.Graphs;

/// <summary>Random graphs for tests of kernels and networks; some atoms have no edge.</summary>
internal static class RandomGraphs
{
    public static CrystalGraph Batch(int crystals, ulong seed) =>
        CrystalGraph.Join([.. Enumerable.Range(0, crystals).Select(i => Crystal(new Seeds(seed).For(i).Generator()))]);

    private static CrystalGraph Crystal(RandomGenerator random)
    {
        int atoms = 1 + random.Next(6);
        var edgeStart = new int[atoms + 1];
        var target = new List<int>();
        var distance = new List<float>();
        for (int i = 0; i < atoms; i++)
        {
            for (int edges = random.Next(13); edges > 0; edges--)
            {
                target.Add(random.Next(atoms));
                distance.Add((float)(random.NextDouble() * 8));
            }

            edgeStart[i + 1] = target.Count;
        }

        return new CrystalGraph
        {
            AtomStart = [0, atoms],
            AtomicNumber = [.. Enumerable.Range(0, atoms).Select(_ => 1 + random.Next(94))],
            EdgeStart = edgeStart,
            EdgeTarget = [.. target],
            EdgeDistance = [.. distance],
        };
    }
}
