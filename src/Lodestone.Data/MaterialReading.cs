using Lodestone.Matter.Formats;

namespace Lodestone.Data;

/// <summary>One entry of a source: a material, or the reason why it could not be read. Exactly one of the two is set.</summary>
/// <param name="Id">The name by which the user knows the entry.</param>
/// <param name="Formula">Its formula, where that much could be read.</param>
/// <param name="Source">The file that it came from.</param>
/// <param name="Material">The material.</param>
/// <param name="Failure">The reason why there is none.</param>
public sealed record MaterialReading(string Id, string? Formula, string Source, Material? Material, ReadFailure? Failure)
{
    /// <summary>Where in its file the entry begins, from 1, where it is one of many lines or rows.</summary>
    public int? Line { get; init; }

    /// <summary>What had to be assumed of the source as a whole, such as that the numbers of a table have decimal commas; null where nothing was. Every
    /// entry of such a source says so.</summary>
    public string? Note { get; init; }
}
