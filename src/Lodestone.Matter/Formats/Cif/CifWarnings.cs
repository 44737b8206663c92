using System.Collections.Immutable;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>The warnings of one structure; those beyond the first few are only counted.</summary>
internal sealed class CifWarnings
{
    private const int MaxShown = 20;

    private List<string>? _shown;
    private int _more;

    public int Count => (_shown?.Count ?? 0) + _more;

    public void Add(string warning)
    {
        _shown ??= [];
        if (_shown.Contains(warning)) return;
        if (_shown.Count < MaxShown) _shown.Add(warning);
        else _more++;
    }

    public ImmutableArray<string> ToImmutable()
    {
        if (_shown is null) return [];
        return _more == 0 ? [.. _shown] : [.. _shown, $"There are {_more} more warnings."];
    }
}
