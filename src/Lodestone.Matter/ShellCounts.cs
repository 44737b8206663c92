namespace Lodestone.Matter;

/// <summary>A number of electrons in each kind of subshell.</summary>
/// <param name="S">In s subshells.</param>
/// <param name="P">In p subshells.</param>
/// <param name="D">In d subshells.</param>
/// <param name="F">In f subshells.</param>
public readonly record struct ShellCounts(int S, int P, int D, int F)
{
    /// <summary>In all subshells.</summary>
    public int Total => S + P + D + F;
}
