using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>An operation that maps a crystal onto itself, as it was measured on its positions.</summary>
/// <param name="Rotation">The rotation part.</param>
/// <param name="Shift">The translation, as shares of the edges; noisy.</param>
/// <param name="Image">[sites]: the site onto which it maps each.</param>
internal sealed record SiteOperation(RotationPart Rotation, Vector3D Shift, int[] Image);
