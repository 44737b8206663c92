namespace Lodestone.Matter.Elements;

/// <summary>Where an element stands in the periodic table, from its atomic number alone.</summary>
internal static class PeriodicTable
{
    private static readonly int[] NobleGases = [2, 10, 18, 36, 54, 86, 118];

    /// <summary>The period, 1–7.</summary>
    public static int Period(int number) => 1 + NobleGases.Count(gas => gas < number);

    /// <summary>The group, 1–18; null in the f block. Group 3 ends in Lu and Lr (IUPAC provisional report, 2021).</summary>
    public static int? Group(int number)
    {
        int period = Period(number);
        int behind = NobleGases[period - 1] - number;      // elements up to the noble gas of the period
        int before = number - Core(number);                // place in the period, from 1
        if (before <= 2 && number != 2) return before;
        int inFBlock = period >= 6 ? 14 : 0;
        return before > 2 && before <= 2 + inFBlock ? null : 18 - behind;
    }

    /// <summary>The block.</summary>
    public static Block Block(int number) => Group(number) switch
    {
        null => Matter.Block.F,
        1 or 2 => Matter.Block.S,
        >= 13 when number != 2 => Matter.Block.P,
        _ when number == 2 => Matter.Block.S,
        _ => Matter.Block.D,
    };

    /// <summary>Electrons of the noble gas before the element.</summary>
    public static int Core(int number) => NobleGases.LastOrDefault(gas => gas < number);
}
