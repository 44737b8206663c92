namespace Lodestone.Models.Graphs;

/// <summary>Atoms of a graph without an edge: a network sees their element only.</summary>
internal static class IsolatedAtoms
{
    /// <summary>What a user should know of them.</summary>
    /// <param name="isolated">How many atoms have no edge.</param>
    /// <param name="atoms">How many atoms there are.</param>
    /// <param name="missing">What they lack, with the options that decide it: <c>neighbour within …</c>.</param>
    /// <returns>One sentence; null where there is no such atom.</returns>
    public static string? Sentence(int isolated, int atoms, FormattableString missing)
    {
        if (isolated == 0) return null;
        string count = atoms == 1 ? "The only atom has" : isolated == 1 ? $"1 of {atoms} atoms has" : $"{isolated} of {atoms} atoms have";
        return $"{count} no {FormattableString.Invariant(missing)}, so the model sees no structure there; check the cell, or train with a larger value.";
    }
}
