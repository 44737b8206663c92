namespace Lodestone.Data.Descriptors;

/// <summary>Why a material has no descriptors.</summary>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Id">Its name.</param>
/// <param name="Reason">The reason, in one sentence.</param>
public sealed record DescriptorFailure(int Row, string Id, string Reason);
