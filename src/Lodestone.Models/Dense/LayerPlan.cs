using System.Collections.Immutable;
using System.Globalization;
using Lodestone.Matter;

namespace Lodestone.Models.Dense;

/// <summary>
/// A stack of dense layers as text: <c>1024x2+2-512x3</c> is a block of width 1024 with two branches of two layers each, side by side, and
/// then a block of three layers of width 512.
/// </summary>
public static class LayerPlan
{
    /// <summary>The 17 hidden layers that ElemNet, IRNet and BRNet have in common, without branches.</summary>
    public const string Published = "1024x4-512x3-256x3-128x3-64x2-32x1";

    /// <summary>Reads a plan.</summary>
    /// <param name="text">The plan.</param>
    /// <param name="branched">Whether blocks may have branches.</param>
    /// <exception cref="InputException">The text is no plan.</exception>
    public static ImmutableArray<LayerBlock> Parse(string text, bool branched)
    {
        ImmutableArray<LayerBlock> blocks = [.. text.Split('-').Select(block => Block(block, text))];
        if (!branched && blocks.Any(block => block.Branches.Length > 1))
            throw new InputException($"The layers '{text}' have branches, which this architecture has not; use brnet.");
        return blocks;
    }

    private static LayerBlock Block(string block, string text)
    {
        string[] parts = block.Split('x');
        if (parts.Length == 2 && Count(parts[0]) is { } width)
        {
            int?[] branches = [.. parts[1].Split('+').Select(Count)];
            if (branches.All(branch => branch is not null))
                return new LayerBlock(width, [.. branches.OfType<int>()]);
        }

        throw new InputException($"'{block}' in the layers '{text}' is no block; write blocks such as 512x3 (width x layers) or 1024x2+2 (two branches), joined by hyphens.");
    }

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and <= 65_536 ? count : null;
}
