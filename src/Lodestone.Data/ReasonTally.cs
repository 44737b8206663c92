using System.Globalization;

namespace Lodestone.Data;

/// <summary>Reasons why entries were left out, each with how often it was given and where first.</summary>
public sealed class ReasonTally
{
    private const int MostShown = 5;

    private readonly Dictionary<string, (int Count, string First)> _reasons = [];
    private readonly List<string> _order = [];

    /// <summary>How many entries were left out.</summary>
    public int Count { get; private set; }

    /// <summary>Counts an entry.</summary>
    /// <param name="reason">Why it was left out, one sentence.</param>
    /// <param name="where">The entry, as the user knows it.</param>
    public void Add(string reason, string where)
    {
        Count++;
        if (_reasons.TryGetValue(reason, out var known))
        {
            _reasons[reason] = known with { Count = known.Count + 1 };
            return;
        }

        _order.Add(reason);
        _reasons[reason] = (1, where);
    }

    /// <summary>One line a reason, the most frequent first: <c>12 × The row has no structure. First: my.csv, line 3</c>. Beyond five reasons they are only counted.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (string reason in _order.OrderByDescending(reason => _reasons[reason].Count).Take(MostShown))
            yield return string.Create(CultureInfo.InvariantCulture, $"{_reasons[reason].Count} × {reason} First: {_reasons[reason].First}");
        if (_order.Count > MostShown)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Count - _order.OrderByDescending(reason => _reasons[reason].Count).Take(MostShown).Sum(reason => _reasons[reason].Count)} more for {_order.Count - MostShown} other reasons; 'lodestone data info' shows all.");
    }
}
