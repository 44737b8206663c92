using Lodestone.Matter;
using Lodestone.Models.Catalog;
using Lodestone.Symmetry.Crystals;

namespace Lodestone.Models.Ecn;

/// <summary>
/// Hyper-parameters of the equivariant crystal network: Kaba and Ravanbakhsh, arXiv 2211.15420 (2022). Defaults are those of the published code.
/// </summary>
public sealed record EcnOptions
{
    /// <summary>The lattice option that stands for all permutations of the cells.</summary>
    public const string Set = "set";

    /// <summary>Symmetry of messages between the cells of the supercell: "set" for all permutations, or a Bravais lattice by its Pearson symbol, such as cP.</summary>
    public string Lattice { get; init; } = Set;

    /// <summary>Where hidden features of a message live: "simple" on the cells, "regular" on the elements of the symmetry group.</summary>
    public EcnRepresentation Representation { get; init; } = EcnRepresentation.Simple;

    /// <summary>Whether messages between copies of an atom in other cells are left out.</summary>
    public bool Hierarchical { get; init; }

    /// <summary>Length of the hidden feature vectors of atoms and messages.</summary>
    public int AtomFeatureLength { get; init; } = 100;

    /// <summary>Length of the feature vector of an edge.</summary>
    public int EdgeFeatureLength { get; init; } = 20;

    /// <summary>Number of rounds of messages.</summary>
    public int Layers { get; init; } = 6;

    /// <summary>Farthest neighbour that may be bonded, Å.</summary>
    public double Cutoff { get; init; } = 6;

    /// <summary>Number of Gaussians in which a distance is expanded.</summary>
    public int Gaussians { get; init; } = 20;

    /// <summary>How far beyond the sum of the covalent radii a bond may reach, Å.</summary>
    public double BondTolerance { get; init; } = 0.5;

    /// <summary>Checks that the options can be used together.</summary>
    /// <exception cref="InputException">They cannot; the message names the option and the remedy.</exception>
    public void Check()
    {
        if (Lattice != Set && BravaisLattice.Find(Lattice) is null)
            throw new InputException($"The option lattice of ecn cannot be '{Lattice}'; use {Set} or one of {string.Join(", ", BravaisLattice.All)}.");
        if (Lattice == Set && Representation == EcnRepresentation.Regular)
            throw new InputException("The regular representation of ecn needs a lattice, because the group of all permutations is too large; set lattice to a Bravais lattice such as cP, or representation to simple.");
        if (AtomFeatureLength < 1 || EdgeFeatureLength < 1 || Layers < 1)
            throw new InputException("The options atom_feature_length, edge_feature_length and layers of ecn are at least 1.");
        if (Gaussians < 2)
            throw new InputException("The option gaussians of ecn is at least 2: one at 0 Å and one at the cutoff.");
        if (!(Cutoff > 0 && Cutoff <= NeighbourList.MaximumCutoff))
            throw new InputException($"The option 'cutoff' of ecn is above 0 Å and at most {NeighbourList.MaximumCutoff} Å.");
        OptionRange.Require("bond_tolerance", BondTolerance, BondTolerance >= 0, "0 or more");
    }
}
