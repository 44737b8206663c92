namespace Lodestone.Symmetry.Canonicalization;

/// <summary>
/// Canonicalization by optimization over a finite group: h(x) is the element g with the smallest energy s(g⁻¹·x), whatever function s is (Kaba
/// et al. 2023, section 3.2). Of elements with equal energies the first is taken; they differ by a symmetry of x where the energy tells all
/// inputs of an orbit apart.
/// </summary>
public sealed class EnergyCanonicalizer<TInput> : ICanonicalizer<int, TInput>
{
    private readonly FiniteGroup _group;
    private readonly Func<int, TInput, TInput> _act;
    private readonly Func<TInput, double> _energy;

    /// <summary>Makes a canonicalizer.</summary>
    /// <param name="group">The group.</param>
    /// <param name="act">g·x.</param>
    /// <param name="energy">s(x).</param>
    public EnergyCanonicalizer(FiniteGroup group, Func<int, TInput, TInput> act, Func<TInput, double> energy)
    {
        _group = group;
        _act = act;
        _energy = energy;
    }

    /// <inheritdoc/>
    public IGroup<int> Group => _group;

    /// <inheritdoc/>
    public TInput Act(int element, TInput input) => _act(element, input);

    /// <inheritdoc/>
    public int Frame(TInput input) =>
        Enumerable.Range(0, _group.Order).MinBy(element => _energy(_act(_group.Inverse(element), input)));
}
