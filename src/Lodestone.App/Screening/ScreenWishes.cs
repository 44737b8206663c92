using System.Collections.Immutable;

namespace Lodestone.App.Screening;

/// <summary>What the user of a screen asks for, as written on the command line.</summary>
public sealed record ScreenWishes
{
    /// <summary>The quantity of which more is better; null for the default.</summary>
    public string? Maximize { get; init; }

    /// <summary>The quantity of which less is better; null for the default.</summary>
    public string? Minimize { get; init; }

    /// <summary>Conditions on predicted columns; all must hold.</summary>
    public ImmutableArray<string> Where { get; init; } = [];

    /// <summary>Elements that no ranked material may contain.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>The only elements that a ranked material may contain; empty for every element.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>The filters in words, one a filter.</summary>
    public ImmutableArray<string> Filters
    {
        get
        {
            var filters = ImmutableArray.CreateBuilder<string>();
            filters.AddRange(Where);
            if (Exclude.Length > 0) filters.Add($"without {string.Join(",", Exclude)}");
            if (Only.Length > 0) filters.Add($"only {string.Join(",", Only)}");
            return filters.DrainToImmutable();
        }
    }
}
