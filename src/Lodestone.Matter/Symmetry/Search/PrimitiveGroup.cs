namespace Lodestone.Matter.Symmetry.Search;

/// <summary>The operations of a crystal in its reduced primitive cell.</summary>
/// <param name="Crystal">The crystal there, right-handed.</param>
/// <param name="Operations">The operations as they were measured, one a rotation part.</param>
/// <param name="Exact">The same without noise, in the same order, around <see cref="ExactTranslations.Origin"/>.</param>
internal sealed record PrimitiveGroup(Structure Crystal, SiteOperation[] Operations, SymmetryOperation[] Exact);
