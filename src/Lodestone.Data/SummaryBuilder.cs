using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data;

/// <summary>Counts what <see cref="DataSummary"/> tells. Keeps numbers, not materials.</summary>
internal sealed class SummaryBuilder
{
    public int Entries { get; private set; }

    public int Materials { get; private set; }

    public int Disordered { get; private set; }

    public ImmutableArray<MaterialReading>.Builder Failures { get; } = ImmutableArray.CreateBuilder<MaterialReading>();

    public Dictionary<Element, int> Elements { get; } = [];

    public List<int> Atoms { get; } = [];

    /// <summary>The numbers of each property.</summary>
    public Dictionary<string, List<double>> Numbers { get; } = [];

    /// <summary>How many materials have each property.</summary>
    public Dictionary<string, int> Texts { get; } = [];

    public void Add(MaterialReading reading)
    {
        Entries++;
        if (reading.Material is not { } material)
        {
            Failures.Add(reading);
            return;
        }
        Materials++;
        foreach (Element element in material.Composition.Elements) Elements[element] = Elements.GetValueOrDefault(element) + 1;
        if (material.Structure is { } structure)
        {
            Atoms.Add(structure.Sites.Length);
            if (!structure.Sites.All(site => site.IsOrdered)) Disordered++;
        }
        foreach (string property in material.Properties.Keys) AddProperty(property, material.Number(property));
    }

    private void AddProperty(string name, double? number)
    {
        Texts[name] = Texts.GetValueOrDefault(name) + 1;
        if (number is not { } value) return;
        if (!Numbers.TryGetValue(name, out List<double>? values)) Numbers[name] = values = [];
        values.Add(value);
    }
}
