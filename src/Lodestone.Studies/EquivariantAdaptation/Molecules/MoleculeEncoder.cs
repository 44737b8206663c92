using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Symmetry.Canonicalization.Points;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>
/// Lays molecules into their principal axes, as they lie in all data of the study: the mean of the atoms at the origin, the longest axis along x, the
/// next along y, both toward the side of Σ ‖r‖²·r, and z so that molecules are not mirrored.
/// </summary>
internal sealed class MoleculeEncoder : IEncoder<MoleculeBatch>
{
    /// <inheritdoc />
    public MoleculeBatch Encode(Material material)
    {
        if (material.Structure is not { Lattice: null } molecule) throw new EncodingException("It is no molecule with positions.");
        float[] positions = [.. molecule.Sites.SelectMany(site => new[] { (float)site.Cartesian.X, (float)site.Cartesian.Y, (float)site.Cartesian.Z })];
        return Laid(new MoleculeBatch([.. molecule.Sites.Select(site => site.Element.AtomicNumber)], positions, [0, molecule.Sites.Length]));
    }

    /// <inheritdoc />
    public MoleculeBatch Join(IReadOnlyList<MoleculeBatch> samples) => MoleculeBatch.Join(samples);

    /// <summary>One molecule, laid anew.</summary>
    public MoleculeBatch Laid(MoleculeBatch molecule)
    {
        using var scope = NewDisposeScope();
        Tensor points = tensor(molecule.Positions).to_type(float64).view(-1, 3);
        points -= points.mean([0], keepdim: true);
        Tensor axes = linalg.eigh(points.t().mm(points)).Item2.flip(-1).narrow(1, 0, 2);
        Tensor side = (points.square().sum(1, keepdim: true) * points).sum(0, keepdim: true).mm(axes);
        Tensor frame = GramSchmidt.Frame((axes * where(side < 0, -ones_like(side), ones_like(side))).t(), reflections: false);
        return molecule with { Positions = points.mm(frame).to_type(float32).contiguous().data<float>().ToArray() };
    }
}
