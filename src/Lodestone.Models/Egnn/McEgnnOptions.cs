namespace Lodestone.Models.Egnn;

/// <summary>Hyper-parameters of the multi-channel EGNN: D. Levy, S.-O. Kaba, C. Gonzales, S. Miret and S. Ravanbakhsh, arXiv:2309.03139 (2023).</summary>
public sealed record McEgnnOptions : EgnnOptions
{
    /// <summary>Number of vector channels of an atom; 1 is the EGNN.</summary>
    public int Channels { get; init; } = 3;

    internal override int VectorChannels => Channels;
}
