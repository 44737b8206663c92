namespace Lodestone.Matter.Symmetry.Search;

/// <summary>The symmetry of the sites of a primitive cell.</summary>
internal sealed class SiteSymmetries
{
    /// <summary>Counts over the operations.</summary>
    /// <param name="operations">The operations of the cell, one a rotation part.</param>
    /// <param name="sites">Number of sites.</param>
    public SiteSymmetries(IReadOnlyList<SiteOperation> operations, int sites)
    {
        Orbits = new int[sites];
        Orders = new int[sites];
        Freedoms = new int[sites];
        for (int site = 0; site < sites; site++)
        {
            int trace = 0;
            Orbits[site] = site;
            foreach (SiteOperation operation in operations)
            {
                int image = operation.Image[site];
                if (image < Orbits[site]) Orbits[site] = image;
                if (image != site) continue;
                Orders[site]++;
                trace += operation.Rotation.XX + operation.Rotation.YY + operation.Rotation.ZZ;
            }

            // The mean trace over a group is the dimension of what it leaves in place.
            Freedoms[site] = (int)Math.Round((double)trace / Orders[site]);
        }
    }

    /// <summary>[sites]: the first site of the orbit.</summary>
    public int[] Orbits { get; }

    /// <summary>[sites]: order of the site-symmetry group.</summary>
    public int[] Orders { get; }

    /// <summary>[sites]: free coordinates.</summary>
    public int[] Freedoms { get; }
}
