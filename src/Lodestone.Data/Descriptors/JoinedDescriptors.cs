using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data.Descriptors;

/// <summary>Several sets as one: their descriptors one behind the other.</summary>
internal sealed class JoinedDescriptors : DescriptorSet
{
    private readonly ImmutableArray<DescriptorSet> _sets;
    private readonly ImmutableArray<Descriptor> _descriptors;

    /// <summary>Joins sets.</summary>
    /// <exception cref="InputException">A descriptor is in two of them.</exception>
    public JoinedDescriptors(string name, IEnumerable<DescriptorSet> sets)
    {
        Name = name;
        _sets = [.. sets];
        _descriptors = [.. _sets.SelectMany(set => set.Descriptors)];
        Descriptor? twice = _descriptors.GroupBy(descriptor => descriptor.Name).FirstOrDefault(group => group.Count() > 1)?.First();
        if (twice is not null)
            throw new InputException($"The descriptor '{twice.Name}' is in more than one set of '{name}'; leave one of them out.");
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Descriptor> Descriptors => _descriptors;

    /// <inheritdoc/>
    public override bool NeedsStructure => _sets.Any(set => set.NeedsStructure);

    /// <inheritdoc/>
    public override void Describe(Material material, Span<double> values)
    {
        int start = 0;
        foreach (DescriptorSet set in _sets)
        {
            set.Describe(material, values.Slice(start, set.Descriptors.Count));
            start += set.Descriptors.Count;
        }
    }
}
