using System.Globalization;

namespace Lodestone.Data;

/// <summary>Reasons why entries were left out, each with how often it was given and where first.</summary>
public sealed class ReasonTally
{
    private const int MostShown = 5;

    private readonly Dictionary<string, (string Reason, int Count, string First)> _reasons = [];
    private readonly List<string> _order = [];

    /// <summary>How many entries were left out.</summary>
    public int Count { get; private set; }

    /// <summary>Counts the materials that were left out.</summary>
    /// <param name="materials">All materials.</param>
    /// <param name="reasons">For each why it was left out, one sentence; null where it was not.</param>
    public static ReasonTally Of(IEnumerable<Material> materials, IEnumerable<string?> reasons)
    {
        var tally = new ReasonTally();
        foreach (var (material, reason) in materials.Zip(reasons))
            if (reason is not null) tally.Add(reason, material.Id);
        return tally;
    }

    /// <summary>Counts an entry.</summary>
    /// <param name="reason">Why it was left out, one sentence.</param>
    /// <param name="where">The entry, as the user knows it.</param>
    /// <param name="kind">What the reason has in common with others that are counted together with it; the reason itself where nothing is given.</param>
    public void Add(string reason, string where, string? kind = null)
    {
        Count++;
        kind ??= reason;
        if (_reasons.TryGetValue(kind, out var known))
        {
            _reasons[kind] = known with { Count = known.Count + 1 };
            return;
        }

        _order.Add(kind);
        _reasons[kind] = (reason, 1, where);
    }

    /// <summary>One line a reason, the most frequent first: <c>12 × The row has no structure. First: my.csv, line 3</c>. Beyond five reasons they are only counted.</summary>
    public IEnumerable<string> Lines()
    {
        var sorted = _order.Select(kind => _reasons[kind]).OrderByDescending(one => one.Count).ToArray();
        foreach (var (reason, count, first) in sorted.Take(MostShown))
            yield return string.Create(CultureInfo.InvariantCulture, $"{count} × {reason} First: {first}");
        if (sorted.Length > MostShown)
            yield return string.Create(CultureInfo.InvariantCulture, $"{sorted.Skip(MostShown).Sum(one => one.Count)} more for {sorted.Length - MostShown} other reasons; 'lodestone data info' shows all.");
    }
}
