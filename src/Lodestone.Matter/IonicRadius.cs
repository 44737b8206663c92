namespace Lodestone.Matter;

/// <summary>An effective ionic radius (Shannon, Acta Crystallogr. A 32, 751, 1976).</summary>
/// <param name="Charge">Oxidation state.</param>
/// <param name="Coordination">Number of neighbours.</param>
/// <param name="Geometry"><c>square</c>, <c>pyramid</c>, or empty for the usual polyhedron.</param>
/// <param name="Spin">Spin state, where it matters.</param>
/// <param name="Radius">Å, on the scale where six-coordinate O²⁻ has 1.40 Å; slightly negative for H⁺ and N⁵⁺.</param>
public readonly record struct IonicRadius(int Charge, int Coordination, string Geometry, SpinState Spin, double Radius);
