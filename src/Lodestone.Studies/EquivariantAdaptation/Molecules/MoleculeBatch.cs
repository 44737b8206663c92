namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>Molecules as points in flat arrays: one, or a batch of many.</summary>
/// <param name="Elements">Atomic number of each atom: [atoms].</param>
/// <param name="Positions">Å, the mean of each molecule at the origin: [atoms × 3].</param>
/// <param name="AtomStart">First atom of each molecule, and the number of atoms at the end: [molecules + 1].</param>
public sealed record MoleculeBatch(int[] Elements, float[] Positions, int[] AtomStart)
{
    /// <summary>Joins molecules into one batch, in order.</summary>
    public static MoleculeBatch Join(IReadOnlyList<MoleculeBatch> molecules)
    {
        var start = new List<int> { 0 };
        foreach (MoleculeBatch molecule in molecules)
        {
            int before = start[^1];
            start.AddRange(molecule.AtomStart.Skip(1).Select(atom => before + atom));
        }
        return new MoleculeBatch(
            [.. molecules.SelectMany(molecule => molecule.Elements)], [.. molecules.SelectMany(molecule => molecule.Positions)], [.. start]);
    }
}
