namespace Lodestone.Models.Forest;

/// <summary>The best split of a node so far.</summary>
/// <param name="Score">Σ over the outputs of S²/W left plus S²/W right; larger is better.</param>
/// <param name="Column">The column; −1 where there is no split.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="MissingLeft">Whether missing numbers go left.</param>
internal readonly record struct SplitChoice(double Score, int Column, byte Bin, bool MissingLeft)
{
    public static SplitChoice None { get; } = new(double.NegativeInfinity, -1, 0, false);

    public bool Found => Column >= 0;
}
