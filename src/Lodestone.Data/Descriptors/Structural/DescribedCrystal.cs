using Lodestone.Matter;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>A crystal in its primitive cell, with what several groups of descriptors need of it.</summary>
internal sealed class DescribedCrystal
{
    /// <summary>How far neighbours are looked for, Å.</summary>
    public const double Cutoff = 9.5;

    public DescribedCrystal(Structure structure)
    {
        Symmetry = CrystalSymmetry.Find(structure);
        Structure = Symmetry.Primitive;
        Elements = [.. Structure.Sites.Select(site => site.Element)];
        Neighbours = NeighbourList.Within(Structure, Cutoff);
        Bonds = new BondWeights(Neighbours);
    }

    /// <summary>Its symmetry, of the sites as they were given.</summary>
    public CrystalSymmetry Symmetry { get; }

    /// <summary>The primitive cell.</summary>
    public Structure Structure { get; }

    /// <summary>[sites] of the primitive cell.</summary>
    public Element[] Elements { get; }

    /// <summary>The neighbours in the primitive cell within <see cref="Cutoff"/>.</summary>
    public NeighbourList Neighbours { get; }

    /// <summary>How much of a bond each of them is.</summary>
    public BondWeights Bonds { get; }
}
