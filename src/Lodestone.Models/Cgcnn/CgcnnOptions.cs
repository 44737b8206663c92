namespace Lodestone.Models.Cgcnn;

/// <summary>
/// Hyper-parameters of the crystal graph convolutional network: Xie and Grossman, Phys. Rev. Lett. 120, 145301 (2018).
/// Defaults are those of the published code, except where a meaning says otherwise.
/// </summary>
public sealed record CgcnnOptions
{
    /// <summary>Length of the hidden feature vector of an atom.</summary>
    public int AtomFeatureLength { get; init; } = 64;

    /// <summary>Whether an element's vector is made of its properties and a learned part, or learned alone.</summary>
    public bool ElementProperties { get; init; } = true;

    /// <summary>Number of convolutions.</summary>
    public int Convolutions { get; init; } = 3;

    /// <summary>Width of the hidden layers after pooling.</summary>
    public int HiddenLength { get; init; } = 128;

    /// <summary>Number of hidden layers after pooling.</summary>
    public int HiddenLayers { get; init; } = 1;

    /// <summary>Number of hidden layers that each output has of its own, behind the shared ones; with several targets and no shared ones, this is
    /// MT-CGCNN.</summary>
    public int OwnLayers { get; init; }

    /// <summary>Number of nearest neighbours of an atom that become edges.</summary>
    public int Neighbours { get; init; } = 12;

    /// <summary>Farthest neighbour, Å.</summary>
    public double Cutoff { get; init; } = 8;

    /// <summary>Spacing of the Gaussians in which a distance is expanded, Å.</summary>
    public double GaussianStep { get; init; } = 0.2;

    /// <summary>Width of those Gaussians, Å.</summary>
    public double GaussianWidth { get; init; } = 0.2;

    /// <summary>Share of the pooled features that are dropped while training.</summary>
    public double Dropout { get; init; }
}
