namespace Lodestone.Models.Egnn;

/// <summary>How the features of atoms become those of a material.</summary>
public enum Pooling
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,
}
