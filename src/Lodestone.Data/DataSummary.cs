using System.Collections.Immutable;
using Lodestone.Matter;

namespace Lodestone.Data;

/// <summary>What a source holds: entries, failures, elements, sizes of cells and properties.</summary>
public sealed class DataSummary
{
    private DataSummary(SummaryBuilder builder)
    {
        Entries = builder.Entries;
        Failures = builder.Failures.ToImmutable();
        Structures = builder.Atoms.Count;
        Disordered = builder.Disordered;
        Elements = [.. builder.Elements.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.AtomicNumber)];
        Atoms = TargetSummary.Of("atoms", builder.Atoms.Select(count => (double?)count));
        Properties = [.. builder.Numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => TargetSummary.Of(pair.Key, Padded(pair.Value)))];
        TextProperties = [.. builder.Texts.Where(pair => !builder.Numbers.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];

        IEnumerable<double?> Padded(List<double> values) =>
            values.Select(value => (double?)value).Concat(Enumerable.Repeat<double?>(null, builder.Materials - values.Count));
    }

    /// <summary>How many entries there are, readable or not.</summary>
    public int Entries { get; }

    /// <summary>The entries that could not be read, in order.</summary>
    public ImmutableArray<MaterialReading> Failures { get; }

    /// <summary>How many of the materials have a structure.</summary>
    public int Structures { get; }

    /// <summary>How many of the structures have a site that is not fully occupied by one element.</summary>
    public int Disordered { get; }

    /// <summary>In how many materials each element is, the most frequent first.</summary>
    public ImmutableArray<KeyValuePair<Element, int>> Elements { get; }

    /// <summary>Atoms (sites) a structure.</summary>
    public TargetSummary Atoms { get; }

    /// <summary>The properties with numbers, by name.</summary>
    public ImmutableArray<TargetSummary> Properties { get; }

    /// <summary>The properties that hold no number, by name, with how many materials have them.</summary>
    public ImmutableArray<KeyValuePair<string, int>> TextProperties { get; }

    /// <summary>The reasons of the failures with how often each is given, the most frequent first.</summary>
    public ImmutableArray<KeyValuePair<string, int>> FailureReasons =>
        [.. Failures.GroupBy(reading => reading.Failure!.Reason).Select(group => KeyValuePair.Create(group.Key, group.Count()))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>Reads all of a source and counts.</summary>
    public static DataSummary Of(IEnumerable<MaterialReading> readings)
    {
        var builder = new SummaryBuilder();
        foreach (MaterialReading reading in readings) builder.Add(reading);
        return new DataSummary(builder);
    }
}
