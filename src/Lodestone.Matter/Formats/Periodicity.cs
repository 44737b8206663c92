namespace Lodestone.Matter.Formats;

/// <summary>What a file that gives a cell says of the directions in which it repeats.</summary>
internal static class Periodicity
{
    /// <summary>True where the cell counts: always, unless the file says that no direction repeats.</summary>
    /// <param name="flags">One a direction; none where the file says nothing.</param>
    /// <param name="warnings">Takes the note that some directions do not repeat.</param>
    public static bool IsCrystal(IReadOnlyCollection<bool> flags, List<string> warnings)
    {
        if (flags.Count == 0 || flags.All(flag => flag)) return true;
        if (!flags.Any(flag => flag)) return false;
        warnings.Add("The structure is periodic in some directions only; it was read as periodic in all three.");
        return true;
    }
}
